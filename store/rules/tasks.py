"""Making tasks, changing what they say, and putting them away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from store.change import Change, Edit
from store.errors import Refused
from store.models import Column, ColumnKind, Fields, Raw, Task
from store.rules.board import first_queue, free_number, live_column, live_role, on_board, refuse_strangers
from store.rules.limits import consent, overstepped
from store.rules.links import refuse_circle
from store.rules.places import END, rank_edits, ranks, slot
from store.rules.stamps import on_entering
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, named, quoted
from store.team import Team
from store.text import clean_line

_PLAIN = (
    "title",
    "description",
    "assignees",
    "priority",
    "due",
    "start",
    "estimate",
    "tags",
    "blocked",
    "depends_on",
    "goal",
    "links",
)
"""Fields that a person edits directly."""
_OWN_RULES = {
    "column": "move the card",
    "role": "hand the card over",
    "position": "move the card up or down",
    "archived_at": "archive or restore the task",
    "checklist": "change its steps one by one",
}
"""Fields with rules of their own, and what to do instead of editing them."""
_COPIED = [name for name in _PLAIN if name not in ("title", "blocked")]


def create(
    team: Team,
    title: str,
    by: str,
    now: datetime,
    *,
    column: int | None = None,
    role: int | None = None,
    below: int | None = None,
    id: int = -1,
    override: bool = False,
    **fields: Any,
) -> Change:
    """A new task: in the first queue column unless `column` or `below` says where.

    Args:
        team: the snapshot.
        title: what is to be done.
        by: login of the person.
        now: when the person does it.
        column: number of the column; `None`: that of `below`, or the first queue column.
        role: number of the role; `None`: that of `below`, or nobody's yet.
        below: number of the task under which it goes; `None`: at the end of the cell.
        id: the negative number that stands for it until the commit.
        override: go over a limit.
        fields: any other field of a task but its rank and when it was archived.

    Raises:
        NeedsConsent: the column or the role has reached its limit.
        NotFound: a column, role, task or person that is named does not exist.
        Refused: a value does not fit its field, or `below` is not in that cell.
    """
    for name in ("position", "archived_at"):
        if name in fields:
            raise Refused(f"A new task cannot be given its {called(name)}; {_OWN_RULES[name]} afterwards.")
    above = on_board(team, below) if below is not None else None
    if above is not None:
        column = above.column if column is None else column
        role = above.role if role is None else role
    to = first_queue(team) if column is None else live_column(team, column)
    live_role(team, role)
    over = consent(team, to, role, None, override)
    number = free_number(team, "tasks", id)
    position, moved_aside = _placed(team, to, role, below, number)
    stamps = {"created_at": now, "created_by": by, "column_since": now, **on_entering(to.kind, now)}
    place = {"id": number, "column": to.id, "role": role, "position": position}
    task = valid(Task, {**stamps, **fields, **place, "title": title})
    _refuse_bad_references(team, None, task.raw())
    change = Change.insert("tasks", task, f"added {quoted(task.title)} to {to.name}{over}", number)
    return replace(change, edits=change.edits + moved_aside).signed(by, now)


def edit(team: Team, task_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what a task says.

    Raises:
        NotFound: there is no such task, or a person or task that is named does not exist.
        Refused: the task is archived, a value does not fit its field, the field goes by a rule of its own, or
            the task would wait for itself.
    """
    task = on_board(team, task_id)
    refuse_unknown(Task, fields)
    for name in fields:
        if name in _OWN_RULES:
            raise Refused(f"The {called(name)} of {named(task)} is not edited like this; {_OWN_RULES[name]}.")
        if name not in _PLAIN:
            raise Refused(f"The {called(name)} of {named(task)} is kept by Tagwerk and cannot be edited.")
    change = changed(task, "", fields)
    names: list[str] = []
    for edited in change.edits:
        names += edited.after or ()
        _refuse_bad_references(team, task, edited.after or {})
    return change.signed(by, now, f"changed the {listed(map(called, names))} of {named(task)}")


def archive(team: Team, task_id: int, by: str, now: datetime) -> Change:
    """Put a task away; nothing of it is lost.

    Raises:
        NotFound: there is no such task.
        Refused: it is archived already.
    """
    task = team.task(task_id)
    if task.archived_at:
        raise Refused(f"{named(task)} is archived already.")
    return changed(task, f"archived {named(task)}", {"archived_at": now}).signed(by, now)


def restore(team: Team, task_id: int, by: str, now: datetime, *, override: bool = False) -> Change:
    """Bring a task back to the end of its cell; where column or role are archived, to the first queue column.

    Raises:
        NeedsConsent: the column or the role has reached its limit.
        NotFound: there is no such task.
        Refused: it is not archived, or the board has no columns.
    """
    task = team.task(task_id)
    if not task.archived_at:
        raise Refused(f"{named(task)} is on the board already.")
    column = next((c for c in team.columns if c.id == task.column), None)
    has_role = task.role is None or any(r.id == task.role for r in team.roles)
    to, role = column if column and has_role else first_queue(team), task.role if has_role else None
    over = consent(team, to, role, None, override)
    position, moved_aside = _placed(team, to, role, None, task_id)
    fields: Fields = {"archived_at": None, "position": position, "role": role}
    if to.id != task.column:
        fields |= {"column": to.id, "column_since": now, **on_entering(to.kind, now, task)}
    change = changed(task, f"restored {named(task)} to {to.name}{over}", fields)
    return replace(change, edits=change.edits + moved_aside).signed(by, now)


def duplicate(
    team: Team, task_id: int, by: str, now: datetime, id: int = -1, *, override: bool = False
) -> Change:
    """A copy of a task as new work: nothing of it is ticked, blocked or begun.

    It goes below the original where that is not begun either, else to the first queue column.

    Raises:
        NeedsConsent: the column has reached its limit.
        NotFound: there is no such task.
        Refused: the task is archived.
    """
    task = on_board(team, task_id)
    fields: Fields = {name: getattr(task, name) for name in _COPIED}
    fields["assignees"] = [login for login in task.assignees if login in team.members]
    fields["depends_on"] = [number for number in task.depends_on if team.find(Task, number)]
    fields["checklist"] = [{**item.raw(), "done": False} for item in task.checklist]
    if any(role.id == task.role for role in team.roles):
        fields["role"] = task.role
    queues = [column.id for column in team.columns if column.kind is ColumnKind.QUEUE]
    below = task_id if task.column in queues else None
    change = create(team, task.title, by, now, below=below, id=id, override=override, **fields)
    label = f"duplicated {named(task)}{overstepped(team, team.apply(change))}"
    return change.signed(by, now, label)


def assign(team: Team, task_id: int, logins: Sequence[str], by: str, now: datetime) -> Change:
    """Say who works on a task, instead of those who did.

    Raises:
        NotFound: there is no such task, or a login is not in the team.
        Refused: the task is archived.
    """
    change = edit(team, task_id, by, now, assignees=list(logins))
    task = named(team.task(task_id))
    people = listed(team.name_of(login) for login in dict.fromkeys(logins))
    label = f"assigned {task} to {people}" if logins else f"took everybody off {task}"
    return change.signed(by, now, label)


def take(team: Team, task_id: int, by: str, now: datetime) -> Change:
    """Put oneself on a task, or take oneself off it again.

    Raises:
        NotFound: there is no such task, or the person is not in the team.
        Refused: the task is archived.
    """
    task = on_board(team, task_id)
    is_mine = by in task.assignees
    logins = [login for login in task.assignees if login != by] if is_mine else [*task.assignees, by]
    change = edit(team, task_id, by, now, assignees=logins)
    return change.signed(by, now, f"{'released' if is_mine else 'took'} {named(task)}")


def block(team: Team, task_id: int, reason: str, by: str, now: datetime) -> Change:
    """Say why a task cannot go on.

    Raises:
        NotFound: there is no such task.
        Refused: the task is archived, or no reason is given.
    """
    task = on_board(team, task_id)
    if not clean_line(reason):
        raise Refused(f"Say what {named(task)} is waiting for, so that somebody can help.")
    change = edit(team, task_id, by, now, blocked=reason)
    return change.signed(by, now, f"blocked {named(task)}: {quoted(reason)}")


def unblock(team: Team, task_id: int, by: str, now: datetime) -> Change:
    """Say that a task can go on.

    Raises:
        NotFound: there is no such task.
        Refused: the task is archived, or is not blocked.
    """
    task = on_board(team, task_id)
    if not task.blocked:
        raise Refused(f"{named(task)} is not blocked.")
    return edit(team, task_id, by, now, blocked="").signed(by, now, f"unblocked {named(task)}")


def _placed(
    team: Team, column: Column, role: int | None, below: int | None, id: int
) -> tuple[str, tuple[Edit, ...]]:
    """The rank of a card that comes into a cell, and the edits of cards that are in its way."""
    cards = team.cell(column.id, role)
    new = ranks(cards, slot(team, column, role, END if below is None else below, None), id)
    return new[id], rank_edits(cards, new)


def _refuse_bad_references(team: Team, task: Task | None, fields: Raw) -> None:
    """Refuse people and tasks that are not there, where `task` did not name them before."""
    old_people, old_tasks = (task.assignees, task.depends_on) if task else ([], [])
    refuse_strangers(team, [login for login in fields.get("assignees") or [] if login not in old_people])
    for number in fields.get("depends_on") or []:
        if number not in old_tasks:
            team.task(number)
            if task is not None:
                refuse_circle(team, task.id, number)
