"""What the team asks of everyone in the stand-up, beside the usual three."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from store.change import Change
from store.models import Question
from store.rules import questions
from store.standup.questions import questions as asked
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed
from tui.settings.looks import AWAY, DAYS
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs

_EVERY_DAY = range(7)


class Questions(Section):
    """In their order, then those that are not asked any more."""

    title: ClassVar[str] = "Questions"
    thing: ClassVar[str] = "question"
    heads: ClassVar[tuple[str, ...]] = ("Question in the stand-up", "Asked on")
    least: ClassVar[tuple[int, ...]] = (20, 10)
    tables: ClassVar[frozenset[str]] = frozenset({"questions"})
    empty: ClassVar[str] = "The stand-up asks no more than the usual three; a adds a question."

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """The question, and on which days it is asked."""
        away = sorted((one for one in team.all(Question) if one.archived_at), key=lambda one: one.id)
        return [
            *(Row(one.id, (one.text, _days(one)), one.text) for one in asked(team)),
            *(Row(one.id, (one.text, AWAY), one.text, is_quiet=True) for one in away),
        ]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """The question and its days."""
        one = questions.question_numbered(team, int(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return questions.edit(team, one.id, by, now, **_values(typed))

        return Form("Question", _fields(one.text, one.weekdays), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, behind the others."""

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return questions.add(team, by=by, now=now, id=id, **{"text": "", **_values(typed)})

        return Form("New question", _fields("", []), change, is_new=True)

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """The order in which they are asked."""
        return questions.move(team, int(key), offset, by, now)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """It is asked no more, or again."""
        one = questions.question_numbered(team, int(key))
        rule = questions.restore if one.archived_at else questions.archive
        return rule(team, one.id, by, now)


def _fields(text: str, weekdays: Sequence[int]) -> tuple[Field, ...]:
    days = " ".join(map(str, weekdays or _EVERY_DAY))
    return (
        Field("text", "Question", text, "like What did you learn this week?"),
        Field("weekdays", "Asked on", days, kind=Kind.DAYS),
    )


def _values(typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = dict(typed)
    if "weekdays" in values:
        days = [int(day) for day in values["weekdays"].split()]
        values["weekdays"] = [] if len(days) == len(_EVERY_DAY) else days
    return values


def _days(one: Question) -> str:
    return " ".join(DAYS[day] for day in sorted(set(one.weekdays))) or "every day"
