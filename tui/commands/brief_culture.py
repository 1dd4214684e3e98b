"""What is nice to know today, and this week's question."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from store.culture.asking import has_answered, monday_of, question_of
from store.culture.days import What, coming
from store.culture.kudos import fresh_for, to_whom
from store.errors import StorageError
from store.models import Kudos, PulseQuestion
from store.repository.pulse import PulseKeeper
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.culture_shapes import kudos_shape, question_shape
from tui.commands.session import Session
from tui.preferences.places import team_file

_DAYS = 31
"""Days after which thanks that were never seen are not told any more."""
_TODAY = (What.BIRTHDAY, What.ANNIVERSARY, What.FIRST_DAY, What.HOLIDAY)
_TOLD = "thanked"
"""Where this machine keeps the number of the newest kudos that were told."""


class Culture:
    """Kudos that she has not been told of, the pulse's question until she has answered, and today's days."""

    def __init__(self, call: Call, opened: Session) -> None:
        self._team, self._today = opened.team, opened.today
        self._kudos = _not_told(call, opened)
        self._question = _unanswered(opened)
        self._days = [one for one in coming(opened.team, opened.today, 0) if one.what in _TODAY]

    def today(self) -> list[str]:
        """Who has something to celebrate today."""
        return [one.sentence for one in self._days]

    def parts(self) -> Iterator[tuple[str, list[str]]]:
        """A title and its lines for each kind of thing."""
        yield "You were thanked", [self._line(one) for one in self._kudos]
        asked = self._question
        yield "Pulse", [f"{asked.text} “tagwerk pulse” asks for your answer."] if asked else []

    def document(self) -> Json:
        """The same as data; see `shapes`."""
        return {
            "kudos": [kudos_shape(self._team, one) for one in self._kudos],
            "pulse_question": question_shape(self._question) if self._question else None,
            "today": self.today(),
        }

    def _line(self, one: Kudos) -> str:
        others = (
            "" if len(one.people) + len(one.roles) == 1 and one.people else f" to {to_whom(self._team, one)}"
        )
        return f"{self._team.name_of(one.giver)}{others}: {' '.join(one.words.split())}"


def _not_told(call: Call, opened: Session) -> list[Kudos]:
    """Thanks that she has not been told of on this machine; whoever reads them as a program is not told."""
    team, person = opened.team, opened.person
    if not team.tables.get("kudos"):
        return []
    file = team_file(call.world.environ, opened.repository.epoch, person)
    seen: object = 0
    # Where it cannot be kept, they are told again: better than never.
    with contextlib.suppress(StorageError):
        seen = file.read().get(_TOLD)
    newest = seen if isinstance(seen, int) else 0
    found = [one for one in fresh_for(team, person, opened.now, _DAYS) if one.id > newest]
    if found and not call.wants_json:
        with contextlib.suppress(StorageError):
            file.merge({(_TOLD,): max(one.id for one in found)})
    return found


def _unanswered(opened: Session) -> PulseQuestion | None:
    team, person, today = opened.team, opened.person, opened.today
    week = monday_of(today)
    if person not in team.members or question_of(team, week) is None or has_answered(team, person, week):
        return None
    try:
        pulse = PulseKeeper(opened.repository, lambda: today).look()
    except StorageError:
        return None
    return None if person in pulse.answered else pulse.question
