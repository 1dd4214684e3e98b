"""The questions of the pulse: who leads a role adds, changes, orders and puts them away.

The running week keeps its question whatever is changed: it is written down first, as a batch without answers.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from store.change import Change, combine
from store.culture.asking import monday_of, question_of, questions
from store.culture.ready import QUESTIONS
from store.errors import NotFound, Refused
from store.models import PulseBatch, PulseQuestion
from store.rules.arranging import at_the_end, labelled, moved
from store.rules.board import free_number
from store.rules.membership import refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import counted, quoted
from store.team import Team
from store.text import is_said

_WHAT = "changes what the pulse asks"


def add(team: Team, text: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new question, behind the others; `low` and `high` say what 1 and 5 mean.

    Raises:
        Refused: the person leads no role, it is asked already, or a value does not fit its field.
    """
    refuse_unless_lead(team, by, _WHAT)
    _refuse_others(fields)
    number = free_number(team, "pulse_questions", id)
    position, edits = at_the_end("pulse_questions", questions(team), number)
    new = valid(PulseQuestion, {**fields, "text": text, "id": number, "position": position})
    _refuse_asked(team, number, new.text)
    label = f"added the pulse's question {quoted(new.text)}"
    made = Change.insert("pulse_questions", new, label, number)
    return _kept(team, Change((*made.edits, *edits), label), by, now)


def take_ready(team: Team, by: str, now: datetime, *, id: int = -1) -> Change:
    """The ready-made questions that are not asked yet, in one step.

    Raises:
        Refused: the person leads no role, or all of them are asked.
    """
    refuse_unless_lead(team, by, _WHAT)
    have = {one.text.casefold() for one in questions(team)}
    changes: list[Change] = []
    after = team
    for ready in QUESTIONS:
        if ready.text.casefold() not in have:
            number = free_number(after, "pulse_questions", id)
            position, edits = at_the_end("pulse_questions", questions(after), number)
            new = valid(PulseQuestion, {**ready._asdict(), "id": number, "position": position})
            made = Change.insert("pulse_questions", new, "", number)
            changes.append(Change((*made.edits, *edits)))
            after = after.apply(changes[-1])
    if not changes:
        raise Refused(
            "All of the ready-made questions are asked; “tagwerk pulse question add” adds your own."
        )
    label = f"added {counted(len(changes), 'ready-made question')} of the pulse"
    return _kept(team, combine(changes, label), by, now)


def edit(team: Team, question_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what is asked, or what its ends mean; only as long as nobody may have answered it.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, it is asked this week or was answered, or a value does not fit.
    """
    refuse_unless_lead(team, by, _WHAT)
    old = question_numbered(team, question_id)
    refuse_unknown(PulseQuestion, fields)
    _refuse_others(fields)
    change = changed(old, "", fields)
    if change and _may_be_answered(team, old, now):
        raise Refused(
            f"{quoted(old.text)} may have been answered, and the answers would stand under other words; "
            "archive it and add the new one."
        )
    for one in change.edits:
        _refuse_asked(team, old.id, (one.after or {}).get("text") or old.text)
    return labelled(change, f"the question {quoted(old.text)}", by, now)


def move(team: Team, question_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a question among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or the question is archived.
    """
    refuse_unless_lead(team, by, _WHAT)
    old, places = question_numbered(team, question_id), questions(team)
    if old not in places:
        raise Refused(f"The question {quoted(old.text)} is archived; restore it first.")
    label = f"moved the question {quoted(old.text)}"
    return _kept(team, moved("pulse_questions", places, old.id, offset, label), by, now)


def archive(team: Team, question_id: int, by: str, now: datetime) -> Change:
    """Ask a question no longer; its answers stay, and a week in which it is asked is finished with it.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or it is archived already.
    """
    refuse_unless_lead(team, by, _WHAT)
    old = question_numbered(team, question_id)
    if old.archived_at:
        raise Refused(f"The question {quoted(old.text)} is archived already.")
    change = labelled(changed(old, "", {"archived_at": now}), f"the question {quoted(old.text)}", by, now)
    return _kept(team, change, by, now)


def restore(team: Team, question_id: int, by: str, now: datetime) -> Change:
    """Ask a question again, from next week on.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, it is not archived, or the same is asked already.
    """
    refuse_unless_lead(team, by, _WHAT)
    old = question_numbered(team, question_id)
    if not old.archived_at:
        raise Refused(f"The question {quoted(old.text)} is not archived.")
    _refuse_asked(team, old.id, old.text)
    change = labelled(changed(old, "", {"archived_at": None}), f"the question {quoted(old.text)}", by, now)
    return _kept(team, change, by, now)


def question_numbered(team: Team, id: int) -> PulseQuestion:
    """A question by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(PulseQuestion, id)
    if found is None:
        raise NotFound(f"There is no such question {id}; “tagwerk pulse question” shows those there are.")
    return found


def _kept(team: Team, change: Change, by: str, now: datetime) -> Change:
    """The change, with the running week's question written down where that has not happened yet."""
    week = monday_of(team.today(now))
    asked = question_of(team, week)
    if not change or asked is None or any(one.week == week for one in team.all(PulseBatch)):
        return change.signed(by, now)
    number = free_number(team, "pulse_batches", -1)
    kept = valid(PulseBatch, {"id": number, "week": week, "question": asked.id})
    edits = (*change.edits, *Change.insert("pulse_batches", kept, "", number).edits)
    return Change(edits, change.label).signed(by, now)


def _may_be_answered(team: Team, question: PulseQuestion, now: datetime) -> bool:
    if any(one.question == question.id and one.people for one in team.all(PulseBatch)):
        return True
    week = monday_of(team.today(now))
    # Last week's answers may not be put together yet.
    asked = (question_of(team, one) for one in (week, week - timedelta(days=7)))
    return any(one is not None and one.id == question.id for one in asked)


def _refuse_asked(team: Team, id: int, text: str) -> None:
    if not is_said(text):
        raise Refused("Say what to ask, in a sentence; there is nothing of it to be seen.")
    for other in questions(team):
        if other.id != id and other.text.casefold() == text.casefold():
            raise Refused(f"The pulse asks {quoted(text)} already.")


def _refuse_others(fields: dict[str, Any]) -> None:
    for name in fields:
        if name in ("position", "archived_at"):
            raise Refused(f"The {called(name)} of a question is not edited like this; move or archive it.")
    refuse_unknown(PulseQuestion, fields)
