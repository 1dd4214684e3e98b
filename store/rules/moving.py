"""Moving cards: to another column, up and down, and from one role to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import Enum

from store.change import Change
from store.errors import NeedsConsent, Refused
from store.models import Column, Fields, Task
from store.rules import freezes
from store.rules.board import free_number, lane, live_column, live_role, on_board
from store.rules.comments import comment
from store.rules.limits import consent
from store.rules.places import END, TOP, Place, others_in, rank_edits, ranks, slot
from store.rules.stamps import on_entering
from store.rules.valid import changed
from store.rules.words import named
from store.team import Team

__all__ = ["END", "KEEP", "TOP", "Keep", "Place", "hand_over", "move", "reorder"]


class Keep(Enum):
    """Stands for what a card has already."""

    ROLE = "role"


KEEP = Keep.ROLE


def move(
    team: Team,
    task_id: int,
    column: int,
    by: str,
    now: datetime,
    *,
    role: int | Keep | None = KEEP,
    below: int | Place | None = END,
    override: bool = False,
) -> Change:
    """Put a card into a column, at the end unless `below` says `TOP` or under which card.

    The card's times follow the column: begun in the first active one, finished in a done one.

    Raises:
        NeedsConsent: the card is frozen, or the column or the role has reached its limit.
        NotFound: there is no such task, column or role.
        Refused: the task is archived, or `below` is not in that cell.
    """
    task = on_board(team, task_id)
    to = live_column(team, column)
    to_role = _target_role(team, task, role)
    over = _consent(team, task, to, to_role, now, override)
    at = slot(team, to, to_role, below, task)
    return _put(team, task, to, to_role, at, now, _label(team, task, to, to_role) + over).signed(by, now)


def reorder(team: Team, task_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a card inside its cell: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such task.
        Refused: the task is archived.
    """
    task = on_board(team, task_id)
    column = live_column(team, task.column)
    cell = [id for _, id in team.cell(task.column, task.role)]
    at = min(max(cell.index(task_id) + offset, 0), len(cell) - 1)
    label = f"moved {named(task)} {'up' if offset < 0 else 'down'} in {column.name}"
    return _put(team, task, column, task.role, at, now, label).signed(by, now)


def hand_over(
    team: Team,
    task_id: int,
    role: int | None,
    by: str,
    now: datetime,
    note: str = "",
    override: bool = False,
) -> Change:
    """Give a card to another role, at the end of its lane; `None`: to nobody yet. A note becomes a comment.

    Raises:
        NeedsConsent: the role has reached its limit.
        NotFound: there is no such task or role.
        Refused: the task is archived, or belongs to that role already.
    """
    task = on_board(team, task_id)
    if role == task.role:
        raise Refused(f"{named(task)} is in {lane(team, role)} already; choose another role, or comment.")
    column, to_role = live_column(team, task.column), _target_role(team, task, role)
    over = consent(team, column, to_role, task, override)
    label = f"handed {named(task)} over to {lane(team, to_role)}{over}"
    at = slot(team, column, to_role, END, task)
    change = _put(team, task, column, to_role, at, now, label).signed(by, now)
    if not note.strip():
        return change
    said = comment(team, task_id, note, by, now, id=free_number(team, "comments"))
    return replace(change, edits=change.edits + said.edits)


def _consent(team: Team, task: Task, to: Column, role: int | None, now: datetime, override: bool) -> str:
    """What a label adds for a freeze and for limits; `NeedsConsent` asks about all of it at once."""
    try:
        frozen = freezes.consent(team, task, to, team.today(now), override)
    except NeedsConsent as ask:
        try:
            consent(team, to, role, task, override)
        except NeedsConsent as another:
            raise freezes.both(ask, another) from ask
        raise
    return frozen + consent(team, to, role, task, override)


def _target_role(team: Team, task: Task, role: int | Keep | None) -> int | None:
    # The lane that a card keeps may be of a role that was archived: no reason to hold the card fast.
    if isinstance(role, Keep) or role == task.role:
        return task.role
    found = live_role(team, role)
    return found.id if found else None


def _put(
    team: Team, task: Task, column: Column, role: int | None, at: int, now: datetime, label: str
) -> Change:
    """The card at a place among the other cards of a cell, with its times."""
    others = others_in(team, column.id, role, task)
    fields: Fields = {}
    if column.id != task.column:
        fields = {"column": column.id, "column_since": now, **on_entering(column.kind, now, task)}
    if role != task.role:
        fields["role"] = role
    stays = not fields and [id for _, id in team.cell(column.id, role)].index(task.id) == at
    new = {} if stays else ranks(others, at, task.id)
    if task.id in new:
        fields["position"] = new[task.id]
    change = changed(task, label, fields)
    return replace(change, edits=change.edits + rank_edits(others, new))


def _label(team: Team, task: Task, column: Column, role: int | None) -> str:
    targets = []
    if column.id != task.column:
        targets.append(column.name)
    if role != task.role:
        targets.append(lane(team, role))
    if not targets:
        return f"moved {named(task)} within {column.name}"
    return f"moved {named(task)} to {', '.join(targets)}"
