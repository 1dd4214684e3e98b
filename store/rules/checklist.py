"""The steps inside a task."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from store.change import Change
from store.errors import NotFound, Refused
from store.models import ChecklistItem, Raw, Task
from store.rules.board import on_board
from store.rules.valid import changed
from store.rules.words import named, quoted
from store.team import Team
from store.text import clean_line


def add_item(team: Team, task_id: int, text: str, by: str, now: datetime, *, item_id: str) -> Change:
    """Put a step at the end of a task's checklist.

    Raises:
        NotFound: there is no such task.
        Refused: the task is archived, the text is empty or too long, or the step is there already.
    """
    task = on_board(team, task_id)
    if any(item.id == item_id for item in task.checklist):
        raise Refused(f"{named(task)} has a step {quoted(item_id)} already; give the new one another id.")
    words = _words(text)
    new = {"id": item_id, "text": words}
    label = f"added {quoted(words)} to the checklist of {named(task)}"
    return changed(task, label, {"checklist": [*task.checklist, new]}).signed(by, now)


def tick(team: Team, task_id: int, item_id: str, by: str, now: datetime) -> Change:
    """Tick a step off, or take the tick away again.

    Raises:
        NotFound: there is no such task or step.
        Refused: the task is archived.
    """
    task, at = _item(team, task_id, item_id)
    item = task.checklist[at]
    label = f"{'unticked' if item.done else 'ticked'} {quoted(item.text)} on {named(task)}"
    return _replaced(task, at, [_with(item, done=not item.done)], label).signed(by, now)


def rename_item(team: Team, task_id: int, item_id: str, text: str, by: str, now: datetime) -> Change:
    """Change the text of a step.

    Raises:
        NotFound: there is no such task or step.
        Refused: the task is archived, or the text is empty or too long.
    """
    task, at = _item(team, task_id, item_id)
    item = task.checklist[at]
    words = _words(text)
    label = f"renamed {quoted(item.text)} to {quoted(words)} on {named(task)}"
    return _replaced(task, at, [_with(item, text=words)], label).signed(by, now)


def remove_item(team: Team, task_id: int, item_id: str, by: str, now: datetime) -> Change:
    """Take a step off the checklist.

    Raises:
        NotFound: there is no such task or step.
        Refused: the task is archived.
    """
    task, at = _item(team, task_id, item_id)
    label = f"removed {quoted(task.checklist[at].text)} from the checklist of {named(task)}"
    return _replaced(task, at, [], label).signed(by, now)


def move_item(team: Team, task_id: int, item_id: str, offset: int, by: str, now: datetime) -> Change:
    """Move a step: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such task or step.
        Refused: the task is archived.
    """
    task, at = _item(team, task_id, item_id)
    item = task.checklist[at]
    others = [*task.checklist[:at], *task.checklist[at + 1 :]]
    to = min(max(at + offset, 0), len(others))
    label = f"moved {quoted(item.text)} {'up' if offset < 0 else 'down'} on {named(task)}"
    return changed(task, label, {"checklist": [*others[:to], item, *others[to:]]}).signed(by, now)


def _item(team: Team, task_id: int, item_id: str) -> tuple[Task, int]:
    """The task and the place of one of its steps."""
    task = on_board(team, task_id)
    for at, item in enumerate(task.checklist):
        if item.id == item_id:
            return task, at
    raise NotFound(f"{named(task)} has no step {quoted(item_id)}; somebody may have removed it.")


def _replaced(task: Task, at: int, by: Sequence[Raw], label: str) -> Change:
    return changed(task, label, {"checklist": [*task.checklist[:at], *by, *task.checklist[at + 1 :]]})


def _with(item: ChecklistItem, **fields: object) -> Raw:
    return {**item.raw(), **fields}


def _words(text: str) -> str:
    words = clean_line(text)
    if not words:
        raise Refused("The step is empty; write what is to be done.")
    return words
