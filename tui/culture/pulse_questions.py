"""The questions of the pulse as a section with rows and forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from store.change import Change
from store.culture.asking import meaning, questions
from store.models import PulseQuestion
from store.rules import pulse_questions
from store.rules.membership import refuse_unless_lead
from store.team import Team
from tui.settings.form import Field, Form, Typed
from tui.settings.looks import AWAY
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs


class PulseQuestions(Section):
    """In the order in which they are asked, then those that are not asked any more."""

    title: ClassVar[str] = "Questions"
    thing: ClassVar[str] = "question"
    heads: ClassVar[tuple[str, ...]] = ("Question of the pulse, one a week", "1 is", "5 is")
    least: ClassVar[tuple[int, ...]] = (24, 8, 8)
    tables: ClassVar[frozenset[str]] = frozenset({"pulse_questions", "pulse_batches"})
    empty: ClassVar[str] = "The pulse asks nothing yet; a adds a question."

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """The question, and what its ends mean."""
        away = sorted((one for one in team.all(PulseQuestion) if one.archived_at), key=lambda one: one.id)
        return [
            *(Row(one.id, (one.text, meaning(one, 1), meaning(one, 5)), one.text) for one in questions(team)),
            *(Row(one.id, (one.text, AWAY, ""), one.text, is_quiet=True) for one in away),
        ]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """The question and its ends."""
        one = pulse_questions.question_numbered(team, int(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return pulse_questions.edit(team, one.id, by, now, **typed)

        return Form("Question", _fields(one.text, one.low, one.high), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, behind the others."""

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return pulse_questions.add(team, by=by, now=now, id=id, **{"text": "", **typed})

        return Form("New question", _fields("", "", ""), change, is_new=True)

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """The order in which they are asked."""
        return pulse_questions.move(team, int(key), offset, by, now)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """It is asked no more, or again."""
        one = pulse_questions.question_numbered(team, int(key))
        rule = pulse_questions.restore if one.archived_at else pulse_questions.archive
        return rule(team, one.id, by, now)

    def refuse(self, team: Team, person: str, key: Key | None) -> None:
        """Who leads a role changes what is asked."""
        refuse_unless_lead(team, person, "changes what the pulse asks")


def _fields(text: str, low: str, high: str) -> tuple[Field, ...]:
    return (
        Field("text", "Question", text, "like I can say what I think."),
        Field("low", "1 is", low, "empty: not at all"),
        Field("high", "5 is", high, "empty: very much"),
    )
