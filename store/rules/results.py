"""Key results: what a goal is made of, each with a metric and a weight of its own."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Goal, KeyResult
from store.rules.arranging import at_the_end, labelled, moved
from store.rules.board import free_number
from store.rules.goals import live_goal, refuse_unless_answering
from store.rules.valid import changed, refuse_unknown, valid
from store.rules.words import quoted
from store.team import Team

_KEPT = ("id", "goal", "position", "created_at")
"""Fields that nobody edits."""


def results_of(team: Team, goal_id: int) -> list[KeyResult]:
    """The key results of a goal in their order, without those that were put away."""
    live = [result for result in team.belonging(KeyResult, "goal", goal_id) if not result.archived_at]
    return sorted(live, key=lambda result: (result.position, result.id))


def add(
    team: Team, goal_id: int, title: str, by: str, now: datetime, *, id: int = -1, **fields: Any
) -> Change:
    """A new key result behind the others of its goal.

    Raises:
        NotFound: there is no such goal.
        Refused: the goal is archived or somebody else's, or a value does not fit its field.
    """
    goal = live_goal(team, goal_id)
    refuse_unless_answering(team, goal, by)
    _refuse_kept(fields)
    number = free_number(team, "key_results", id)
    position, edits = at_the_end("key_results", results_of(team, goal_id), number)
    stamps = {"id": number, "goal": goal.id, "position": position, "created_at": now}
    new = valid(KeyResult, {**fields, **stamps, "title": title})
    label = f"added the key result {quoted(new.title)} to the goal {quoted(goal.title)}"
    made = Change.insert("key_results", new, label, number)
    return Change((*made.edits, *edits), label).signed(by, now)


def edit(team: Team, result_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change a key result, put it away (`archived_at`), or bring it back.

    Raises:
        NotFound: there is no such key result, or its goal is gone.
        Refused: the goal is archived or somebody else's, or a value does not fit its field.
    """
    result, _ = _answering(team, result_id, by)
    _refuse_kept(fields)
    change = changed(result, "", fields)
    return labelled(change, f"the key result {quoted(result.title)}", by, now)


def move(team: Team, result_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a key result among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such key result, or its goal is gone.
        Refused: it is put away, or the goal is archived or somebody else's.
    """
    result, goal = _answering(team, result_id, by)
    places = results_of(team, goal.id)
    if result not in places:
        raise Refused(f"The key result {quoted(result.title)} is put away; bring it back first.")
    label = f"moved the key result {quoted(result.title)}"
    return moved("key_results", places, result.id, offset, label).signed(by, now)


def result_numbered(team: Team, id: int) -> KeyResult:
    """A key result by its number.

    Raises:
        NotFound: there is none.
    """
    result = team.find(KeyResult, id)
    if result is None:
        raise NotFound(f"There is no key result {id}; “tagwerk goal show” tells those of a goal.")
    return result


def _answering(team: Team, result_id: int, by: str) -> tuple[KeyResult, Goal]:
    result = result_numbered(team, result_id)
    goal = live_goal(team, result.goal)
    refuse_unless_answering(team, goal, by)
    return result, goal


def _refuse_kept(fields: Collection[str]) -> None:
    refuse_unknown(KeyResult, fields)
    for name in fields:
        if name in _KEPT:
            raise Refused(f"The {name} of a key result is kept by Tagwerk and cannot be edited.")
