"""The chart of the team: departments, the roles in them, the roles that answer to those, and their people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from store.duties.seats import Seat, Seats
from store.models import Role
from store.team import Team

_DEEPEST = 30
"""Roles above each other; what stands deeper begins a branch of its own: no company has as many."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A role, its people, and the roles that answer to it."""

    role: Role
    seats: tuple[Seat, ...]
    """Lead and deputy first."""
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Department:
    """A part of the company, with its roles that answer to no other one."""

    name: str
    """Empty: that of the roles for which none is named."""
    branches: tuple[Branch, ...]


def chart(team: Team, today: date) -> tuple[Department, ...]:
    """All roles in their order, each once; departments as their first role comes, those without one last.

    A role whose chain goes round in a circle, or whose role above is put away or gone, answers to nobody.
    """
    above, seats = _above(team.roles), Seats(team, today)
    below: dict[int | None, list[Role]] = {}
    for role in team.roles:
        below.setdefault(above[role.id], []).append(role)

    def branch(role: Role) -> Branch:
        return Branch(role, seats.of(role), tuple(map(branch, below.get(role.id, ()))))

    roots: dict[str, list[Role]] = {}
    for role in below.get(None, ()):
        roots.setdefault(role.department, []).append(role)
    names = sorted(roots, key=lambda name: not name)
    return tuple(Department(name, tuple(map(branch, roots[name]))) for name in names)


def _above(roles: Sequence[Role]) -> Mapping[int, int | None]:
    """The role above each one, without circles."""
    known = {role.id for role in roles}
    above = {role.id: role.above if role.above in known else None for role in roles}
    for role in roles:
        way, at = [role.id], above[role.id]
        while at is not None and at not in way and len(way) < _DEEPEST:
            way.append(at)
            at = above[at]
        if at in way:
            # The first one of a circle, as roles are ordered, begins it.
            circle = way[way.index(at) :]
            above[next(one.id for one in roles if one.id in circle)] = None
        elif at is not None:
            above[role.id] = None
    return above
