"""What a person's file says, and reading what others have put there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

from store.log.record import to_json
from store.text import clean_line

LARGEST = 2000
"""Bytes of the longest file that is read."""
_LONGEST_LOGIN, _LONGEST_SCREEN = 64, 24
_LARGEST_NUMBER = 10**12
_YEARS = range(2000, 3000)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a person is in the app."""

    screen: str = ""
    """The screen's name, as it stands in the header."""
    editing: int | None = None
    """Number of the card that is being edited; `None`: none is."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has the team open now."""

    client: str
    """Which running program it is: one person may have several."""
    login: str
    where: Where
    since: datetime | None = None
    """When the program was started (aware, UTC, by that person's clock); `None`: not known."""

    def to_bytes(self) -> bytes:
        """As `read_person` reads it."""
        said = {"login": self.login, "screen": self.where.screen}
        number = {"editing": self.where.editing} if self.where.editing else {}
        when = {"since": self.since.isoformat()} if self.since else {}
        return to_json({**said, **number, **when})


def read_person(client: str, content: bytes) -> Person | None:
    """The person that a file speaks of; `None` when it says nothing that can be understood."""
    try:
        raw = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(raw, dict):
        return None
    login = _line(raw.get("login"), _LONGEST_LOGIN)
    where = Where(_line(raw.get("screen"), _LONGEST_SCREEN), _number(raw.get("editing")))
    return Person(client, login, where, _moment(raw.get("since"))) if login else None


def _line(value: object, longest: int) -> str:
    return clean_line(value)[:longest].strip() if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    is_one = isinstance(value, int) and not isinstance(value, bool) and 0 < value < _LARGEST_NUMBER
    return value if is_one and isinstance(value, int) else None


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    # Near the ends of the calendar another time zone is out of it.
    return moment.astimezone(UTC) if moment.tzinfo and moment.year in _YEARS else None
