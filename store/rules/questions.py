"""The team's own questions for the stand-up: who leads a role adds, changes, orders and puts them away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Question
from store.rules.arranging import at_the_end, labelled, moved
from store.rules.board import free_number
from store.rules.membership import refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import quoted
from store.standup.questions import questions
from store.team import Team

_WRITTEN = ("text", "weekdays")
_AWAY = "archived_at"


def add(
    team: Team, text: str, by: str, now: datetime, *, weekdays: Sequence[int] = (), id: int = -1
) -> Change:
    """A new question, behind the others; without weekdays it is asked every day.

    Raises:
        Refused: the person leads no role, there is no text, or a value does not fit its field.
    """
    refuse_unless_lead(team, by)
    number = free_number(team, "questions", id)
    position, edits = at_the_end("questions", questions(team), number)
    fields = {"id": number, "text": text, "weekdays": _week(weekdays), "position": position}
    new = valid(Question, fields)
    label = f"asks the team {quoted(new.text)}"
    made = Change.insert("questions", new, label, number)
    return Change((*made.edits, *edits), label).signed(by, now)


def edit(team: Team, question_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what is asked (`text`) and when (`weekdays`).

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or a value does not fit its field.
    """
    refuse_unless_lead(team, by)
    old = question_numbered(team, question_id)
    refuse_unknown(Question, fields)
    for name in fields:
        if name not in _WRITTEN:
            raise Refused(f"The {called(name)} of a question is not edited like this; move or archive it.")
    if "weekdays" in fields:
        fields["weekdays"] = _week(fields["weekdays"])
    return labelled(changed(old, "", fields), f"the question {quoted(old.text)}", by, now)


def move(team: Team, question_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a question among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or the question is put away.
    """
    refuse_unless_lead(team, by)
    old, places = question_numbered(team, question_id), questions(team)
    if old not in places:
        raise Refused(f"The question {quoted(old.text)} is put away; bring it back first.")
    return moved("questions", places, old.id, offset, f"moved the question {quoted(old.text)}").signed(
        by, now
    )


def archive(team: Team, question_id: int, by: str, now: datetime) -> Change:
    """Ask a question no longer; its answers stay.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or it is put away already.
    """
    refuse_unless_lead(team, by)
    old = question_numbered(team, question_id)
    if old.archived_at:
        raise Refused(f"The question {quoted(old.text)} is put away already.")
    return labelled(changed(old, "", {_AWAY: now}), f"the question {quoted(old.text)}", by, now)


def restore(team: Team, question_id: int, by: str, now: datetime) -> Change:
    """Ask a question again.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or it is not put away.
    """
    refuse_unless_lead(team, by)
    old = question_numbered(team, question_id)
    if not old.archived_at:
        raise Refused(f"The question {quoted(old.text)} is not put away.")
    return labelled(changed(old, "", {_AWAY: None}), f"the question {quoted(old.text)}", by, now)


def question_numbered(team: Team, id: int) -> Question:
    """A question by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Question, id)
    if found is None:
        raise NotFound(f"There is no question {id}; “tagwerk standup question list” shows those there are.")
    return found


def _week(days: Any) -> Any:
    """Each day once, from Monday on; what cannot be sorted is refused by the model."""
    is_plain = isinstance(days, list | tuple) and all(isinstance(day, int) for day in days)
    return sorted(set(days)) if is_plain else days
