"""`tagwerk standup question`: what the team asks of everyone beside the usual three."""

from __future__ import annotations

from store.errors import Refused
from store.models import Fields, Question
from store.rules import questions as rules
from store.rules.words import quoted
from store.standup.questions import questions
from store.team import Team
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.session import session
from tui.commands.standup_shapes import question_shape
from tui.commands.values import weekdays
from tui.settings.looks import DAYS


def everything(call: Call) -> Grid:
    """The questions in their order, and on which days they are asked.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        found = questions(opened.team)
        rows = [[str(one.id), one.text, _days(one)] for one in found]
        content = {"questions": [question_shape(one) for one in found]}
        nothing = "The team asks nothing of its own yet; “tagwerk standup question add TEXT” does."
        return Grid(rows, (0, 16, 0), content, nothing)


def add(call: Call, *, text: list[str], on: str | None) -> Said:
    """Ask something of everyone.

    Raises:
        Refused: the person leads no role, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        days = _week(on) if on is not None else []
        change = rules.add(opened.team, " ".join(text), opened.person, opened.now, weekdays=days)
        new = change.edits[0].id
        return done(
            opened, change, lambda numbers: _content(opened.team, numbers.get(("questions", new), new))
        )


def edit(call: Call, *, number: int, text: str | None, on: str | None) -> Said:
    """Change what is asked, and when.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields: Fields = {} if text is None else {"text": text}
        if on is not None:
            fields["weekdays"] = _week(on)
        change = rules.edit(opened.team, number, opened.person, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened.team, number))


def archive(call: Call, *, number: int) -> Said:
    """Ask a question no longer; its answers stay.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or it is put away already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.archive(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, number))


def restore(call: Call, *, number: int) -> Said:
    """Ask a question again.

    Raises:
        NotFound: there is no such question.
        Refused: the person leads no role, or it is not put away.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.restore(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, number))


def _week(typed: str) -> list[int]:
    """The days that are typed; none for every day."""
    if typed.strip().casefold() in ("all", "every", "daily"):
        return []
    found = weekdays(typed)
    if not found:
        raise Refused(f"{quoted(typed)} are not days of the week; write them like Mo,Fr, or “all”.")
    return found


def _days(question: Question) -> str:
    return " ".join(DAYS[day] for day in sorted(set(question.weekdays))) or "every day"


def _content(team: Team, number: int) -> dict[str, object]:
    return {"question": question_shape(rules.question_numbered(team, number))}
