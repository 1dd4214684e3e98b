"""What the terms of a query are held against, and how a term says whether a card fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from store.errors import Refused
from store.filters.texts import Texts
from store.models import Raw
from store.phrases import listed, quoted
from store.team import Team

T = TypeVar("T")
Test = Callable[[int, Raw], bool]
"""Whether a card fits, told by its number and its fields as they are kept: no document is built for it."""
_MOST = 9
"""Choices that a sentence names."""


class Unfinished(Refused):
    """Something may still come of it; while it is typed, it does not count."""


@dataclass(frozen=True)
class Ground:
    """The snapshot, and who asks on which day."""

    team: Team
    person: str
    """Login of whoever asks."""
    today: date
    texts: Texts

    def before(self, day: date) -> Callable[[object], bool]:
        """Whether a moment, as documents keep it, lies before the day began for the team."""
        zone = ZoneInfo(self.team.settings.time_zone)
        limit = datetime.combine(day, time(), zone).astimezone(UTC)
        text = limit.isoformat()[:19]

        def is_before(moment: object) -> bool:
            if not isinstance(moment, str):
                return False
            # Documents write UTC with a Z, and then the texts are in the order of the times.
            return moment < text if moment[-1:] == "Z" else _is_before(moment, limit)

        return is_before


def chosen(typed: str, choices: Iterable[tuple[str, T]], kind: str) -> set[T]:
    """What is meant by a value: what is called exactly so, else all whose name or a word in it begins so.

    Raises:
        Refused: there is none; the sentence names the choices.
    """
    known = [(name, name.casefold(), thing) for name, thing in choices]
    found = {thing for _, folded, thing in known if folded == typed}
    found = found or {thing for _, folded, thing in known if begins(folded, typed)}
    if not found:
        names = list(dict.fromkeys(name for name, _, _ in known))
        if len(names) > _MOST:
            names = [*names[: _MOST - 1], "another"]
        choice = f"choose {listed(names, 'or')}" if names else "there is none yet"
        raise Refused(f"There is no {kind} {quoted(typed)}; {choice}.")
    return found


def begins(folded: str, typed: str) -> bool:
    """Whether a name, or a word in it, begins so; both without regard to case."""
    return folded.startswith(typed) or f" {typed}" in folded


def one_of(tests: list[Test]) -> Test:
    """Whether one of the tests holds."""
    if len(tests) == 1:
        return tests[0]
    return lambda id, raw: any(test(id, raw) for test in tests)


def _is_before(moment: str, limit: datetime) -> bool:
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return False
    return (when if when.tzinfo else when.replace(tzinfo=UTC)) < limit
