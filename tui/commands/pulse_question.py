"""`tagwerk pulse question`: what the pulse asks, one each week."""

from __future__ import annotations

from store.culture.asking import meaning, monday_of, question_of, questions
from store.models import Fields
from store.rules import pulse_questions as rules
from store.team import Team
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done, offset
from tui.commands.culture_shapes import question_shape, questions_shape
from tui.commands.session import session
from tui.commands.values import Move


def everything(call: Call) -> Grid:
    """The questions in the order in which they are asked.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        asked = question_of(team, monday_of(opened.today))
        rows = [
            [
                str(one.id),
                one.text,
                f"{meaning(one, 1)} … {meaning(one, 5)}",
                "this week" if asked and one.id == asked.id else "",
            ]
            for one in questions(team)
        ]
        nothing = (
            "The pulse asks nothing yet; “tagwerk pulse question ready” takes questions to begin with, "
            "“tagwerk pulse question add TEXT” one of your own."
        )
        return Grid(rows, (0, 20, 10, 0), {"questions": questions_shape(team)}, nothing)


def add(call: Call, *, text: list[str], low: str | None, high: str | None) -> Said:
    """Ask something more.

    Raises:
        Refused: the person leads no role, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _given(low=low, high=high)
        change = rules.add(opened.team, " ".join(text), opened.person, opened.now, **fields)
        return done(opened, change, lambda numbers: _content(opened.team, numbers["pulse_questions", -1]))


def ready(call: Call) -> Said:
    """Take the ready-made questions.

    Raises:
        Refused: the person leads no role, or all of them are asked.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.take_ready(opened.team, opened.person, opened.now)
        return done(opened, change, lambda _: {"questions": questions_shape(opened.team)})


def edit(call: Call, *, number: int, text: str | None, low: str | None, high: str | None) -> Said:
    """Change a question that nobody may have answered yet.

    Raises:
        Refused: the person leads no role, it may have been answered, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _given(text=text, low=low, high=high)
        change = rules.edit(opened.team, number, opened.person, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened.team, number))


def move(call: Call, *, number: int, where: Move) -> Said:
    """Move a question among the others.

    Raises:
        Refused: the person leads no role, or there is no such question.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        by = offset(questions(team), number, where)
        change = rules.move(team, number, by, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, number))


def archive(call: Call, *, number: int) -> Said:
    """Ask a question no longer.

    Raises:
        Refused: the person leads no role, or there is no such question.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.archive(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, number))


def restore(call: Call, *, number: int) -> Said:
    """Ask a question again.

    Raises:
        Refused: the person leads no role, or it is not archived.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.restore(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, number))


def _given(**fields: str | None) -> Fields:
    """What was given; `none` empties it."""
    return {n: "" if text.casefold() == "none" else text for n, text in fields.items() if text is not None}


def _content(team: Team, number: int) -> Json:
    return {"question": question_shape(rules.question_numbered(team, number))}
