"""`tagwerk result` and `tagwerk milestone`: what a goal is made of, and what has to be there on the way."""

from __future__ import annotations

import secrets
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.goals.standing import Standings
from store.models import Goal, Milestone
from store.rules import goals, milestones, results
from store.rules.words import listed, quoted
from tui.commands import goal_fields
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.goal_shapes import whole_goal_shape
from tui.commands.session import Session, session
from tui.commands.values import Day


def add_result(call: Call, *, number: int, title: list[str], **given: Any) -> Said:
    """Add a key result to a goal.

    Raises:
        NotFound: there is no such goal.
        Refused: it is somebody else's, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        words, fields = " ".join(title), goal_fields.measured(given)
        change = results.add(opened.team, number, words, opened.member, opened.now, **fields)
        return _done(opened, number, change)


def edit_result(call: Call, *, number: int, **given: Any) -> Said:
    """Change a key result.

    Raises:
        NotFound: there is no such key result.
        Refused: its goal is somebody else's, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        result = results.result_numbered(opened.team, number)
        fields = goal_fields.measured(given, result.unit)
        change = results.edit(opened.team, number, opened.member, opened.now, **fields)
        return _done(opened, result.goal, change)


def archive_result(call: Call, *, number: int, back: bool) -> Said:
    """Put a key result away, or bring it back.

    Raises:
        NotFound: there is no such key result.
        Refused: its goal is somebody else's.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        goal, away = results.result_numbered(opened.team, number).goal, None if back else opened.now
        change = results.edit(opened.team, number, opened.member, opened.now, archived_at=away)
        return _done(opened, goal, change)


def add_milestone(call: Call, *, number: int, text: list[str], by_day: Day, value: str | None) -> Said:
    """Add a milestone to a goal.

    Raises:
        NotFound: there is no such goal.
        Refused: it is somebody else's, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        words, day, name = " ".join(text), by_day(opened.today), secrets.token_hex(4)
        by, now = opened.member, opened.now
        amount = goal_fields.number(value, goals.goal_numbered(opened.team, number).unit)
        change = milestones.add(opened.team, number, words, day, by, now, milestone_id=name, value=amount)
        return _done(opened, number, change)


def edit_milestone(
    call: Call, *, number: int, text: str, new_text: str | None, by_day: Day | None, value: str | None
) -> Said:
    """Change a milestone.

    Raises:
        NotFound: there is no such goal or milestone.
        Refused: the goal is somebody else's, several milestones begin like this, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        day = by_day(opened.today) if by_day else None
        given: dict[str, Any] = {
            name: new for name, new in (("text", new_text), ("day", day)) if new is not None
        }
        if value is not None:
            given["value"] = goal_fields.number(value, goals.goal_numbered(opened.team, number).unit)
        return _changed(opened, number, text, given)


def milestone_done(call: Call, *, number: int, text: str, undone: bool) -> Said:
    """Say that a milestone is reached, or that it is not.

    Raises:
        NotFound: there is no such goal or milestone.
        Refused: the goal is somebody else's, or several milestones begin like this.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return _changed(opened, number, text, {"done": not undone})


def remove_milestone(call: Call, *, number: int, text: str) -> Said:
    """Take a milestone away.

    Raises:
        NotFound: there is no such goal or milestone.
        Refused: the goal is somebody else's, or several milestones begin like this.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        stone = _meant(goals.goal_numbered(opened.team, number), text)
        change = milestones.remove(opened.team, number, stone.id, opened.member, opened.now)
        return _done(opened, number, change)


def _changed(opened: Session, number: int, text: str, fields: dict[str, Any]) -> Said:
    stone = _meant(goals.goal_numbered(opened.team, number), text)
    change = milestones.edit(opened.team, number, stone.id, opened.member, opened.now, **fields)
    return _done(opened, number, change)


def _meant(goal: Goal, text: str) -> Milestone:
    """The milestone that says this, or begins like this."""
    stones, low = milestones.in_order(goal), text.strip().casefold()
    exact = [stone for stone in stones if stone.text.casefold() == low]
    found = exact or [stone for stone in stones if low and stone.text.casefold().startswith(low)]
    if len(found) == 1:
        return found[0]
    names = listed((quoted(stone.text) for stone in found or stones), "or")
    if found:
        raise Refused(f"{quoted(text)} may be {names}; write more of it.")
    has = f"choose {names}" if stones else "it has none"
    raise NotFound(f"The goal {quoted(goal.title)} has no milestone {quoted(text)}; {has}.")


def _done(opened: Session, goal: int, change: Change) -> Said:
    if change:
        opened.commit(change)
    said = f"You {change.label}." if change else "Nothing changed."
    found = goals.goal_numbered(opened.team, goal)
    shape = whole_goal_shape(opened.team, Standings(opened.team, opened.today), found)
    return Said((said,), {"goal": shape, "changed": bool(change)})
