"""What somebody did, told card by card from her changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.change import Change, Edit
from store.models import CheckIn, Column, ColumnKind, Comment, Goal, Task
from store.models.raws import number_in
from store.standup.item import Item, called
from store.team import Team


@dataclass(slots=True)
class _Way:
    """Numbers of the columns that a card came from and came to, and whether it was new there."""

    first: int
    last: int
    is_new: bool


def happened(team: Team, person: str, changes: Iterable[Change]) -> list[Item]:
    """What a person finished, moved, commented on and checked in on; each card and goal once.

    What was taken back again is not told.

    Args:
        team: the snapshot, for titles and for what has become of it.
        person: login.
        changes: of anybody, the oldest first.
    """
    ways: dict[int, _Way] = {}
    said: dict[int, None] = {}
    goals: dict[int, None] = {}
    for change in changes:
        if change.by.casefold() != person.casefold():
            continue
        for edit in change.edits:
            if edit.table == "tasks":
                _follow(ways, edit)
            elif edit.table == "comments" and edit.before is None and team.find(Comment, edit.id):
                said[number_in((edit.after or {}).get("task"))] = None
            elif edit.table == "check_ins" and edit.before is None and team.find(CheckIn, edit.id):
                goals[number_in((edit.after or {}).get("goal"))] = None
    moves = [item for id, way in ways.items() if (item := _moved(team, id, way))]
    told = {item.task for _, item in moves}
    items = [item for _, item in sorted(moves, key=lambda move: not move[0])]
    cards = (task for id in said if id not in told and (task := team.find(Task, id)))
    items += [Item(f"commented on {called(task)}", task.id) for task in cards]
    checked = (goal for id in goals if (goal := team.find(Goal, id)))
    return items + [Item(f"checked in on the goal {goal.title}") for goal in checked]


def _follow(ways: dict[int, _Way], edit: Edit) -> None:
    column = (edit.after or {}).get("column")
    if not isinstance(column, int):
        return
    before = (edit.before or {}).get("column")
    known = ways.get(edit.id)
    if known is None:
        first = before if isinstance(before, int) else column
        ways[edit.id] = _Way(first, column, is_new=edit.before is None)
    else:
        known.last = column


def _moved(team: Team, id: int, way: _Way) -> tuple[bool, Item] | None:
    """Whether a card was finished, and how its way is told; `None` where it leads nowhere."""
    task, column = team.find(Task, id), team.find(Column, way.last)
    if task is None or column is None:
        return None
    is_done = column.kind is ColumnKind.DONE and task.finished_at is not None
    # Who writes a card has not moved it, but may have finished it already.
    if way.first == way.last and not (is_done and way.is_new):
        return None
    told = f"finished {called(task)}" if is_done else f"moved {called(task)} to {column.name}"
    return is_done, Item(told, id)
