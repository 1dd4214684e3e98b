"""Limits on work in progress: how many cards a column or a role may have at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.errors import NeedsConsent
from store.models import Column, ColumnKind, Role, Task
from store.rules.words import counted, listed
from store.team import Team


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that is set, and how far it is used."""

    owner: Column | Role
    most: int
    count: int
    """Cards that are there."""

    @property
    def key(self) -> tuple[type[Column | Role], int]:
        """What stays the same from one snapshot to the next."""
        return type(self.owner), self.owner.id


def consent(team: Team, column: Column, role: int | None, card: Task | None, override: bool) -> str:
    """What a label adds when a card goes over limits; empty when it goes over none.

    Args:
        team: the snapshot before the card arrives.
        column: where the card goes.
        role: number of the role that does it there.
        card: the card that moves; `None` for one that is not on the board.
        override: whether the person has agreed.

    Raises:
        NeedsConsent: a limit is reached and the person has not agreed.
    """
    over = []
    for limit in _entered(team, column, role, card):
        if limit.count < limit.most:
            continue
        name = limit.owner.name
        if not override:
            there = f"{name} has {counted(limit.count, 'card')} and a limit of {limit.most}"
            raise NeedsConsent(f"{there}; the same again goes over it.")
        whose = "its" if isinstance(limit.owner, Column) else f"{name}’s"
        over.append(f"over {whose} limit of {limit.most}")
    return f", {listed(over)}" if over else ""


def overstepped(before: Team, after: Team) -> str:
    """What a label adds when limits are further overstepped than before; empty when none is."""
    was = {limit.key: limit.count for limit in _all(before)}
    over = [
        f"over {limit.owner.name}’s limit of {limit.most}"
        for limit in _all(after)
        if limit.count > max(limit.most, was.get(limit.key, 0))
    ]
    return f", {listed(over)}" if over else ""


def _entered(team: Team, column: Column, role: int | None, card: Task | None) -> Iterator[Limit]:
    """The limits that a card comes under by going there, and does not stand under yet."""
    if column.wip_limit and (card is None or card.column != column.id):
        yield Limit(column, column.wip_limit, team.count(column.id))
    worker = team.find(Role, role) if role is not None else None
    if worker and worker.wip_limit and column.kind is ColumnKind.ACTIVE:
        is_counted = card is not None and card.role == role and card.column in _active(team)
        if not is_counted:
            yield Limit(worker, worker.wip_limit, in_work(team, worker))


def _all(team: Team) -> Iterator[Limit]:
    for column in team.columns:
        if column.wip_limit:
            yield Limit(column, column.wip_limit, team.count(column.id))
    for role in team.roles:
        if role.wip_limit:
            yield Limit(role, role.wip_limit, in_work(team, role))


def _active(team: Team) -> list[int]:
    return [column.id for column in team.columns if column.kind is ColumnKind.ACTIVE]


def in_work(team: Team, role: Role) -> int:
    """Cards of a role in active columns: what its limit counts."""
    return sum(len(team.cell(column, role.id)) for column in _active(team))
