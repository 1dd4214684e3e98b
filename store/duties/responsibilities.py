"""The responsibilities in their order, and the words of an older form that have not become documents yet."""

from __future__ import annotations

from store.duties.words import once
from store.models import Responsibility, Role
from store.team import Team


def responsibilities(team: Team) -> tuple[Responsibility, ...]:
    """Those that are not put away: role by role, and in each in their order.

    Last come those of no role, and those whose role is put away or gone: somebody may still answer for them.
    """
    places = {role.id: place for place, role in enumerate(team.roles)}
    found = (one for one in team.all(Responsibility) if not one.archived_at)
    return tuple(
        sorted(found, key=lambda one: (places.get(one.role or 0, len(places)), one.position, one.id))
    )


def of_role(team: Team, role: int | None) -> tuple[Responsibility, ...]:
    """Those of one role that are not put away, in their order; `None`: those that say no role."""
    known = team.all(Responsibility) if role is None else team.belonging(Responsibility, "role", role)
    found = (one for one in known if one.role == role and not one.archived_at)
    return tuple(sorted(found, key=lambda one: (one.position, one.id)))


def role_of(team: Team, one: Responsibility) -> Role | None:
    """The role that a responsibility belongs to; `None` where it says none, or that is put away or gone."""
    role = team.find(Role, one.role) if one.role is not None else None
    return role if role and not role.archived_at else None


def responsibilities_of(team: Team, role: Role) -> tuple[Responsibility, ...]:
    """What a role answers for, in its order."""
    return of_role(team, role.id)


def leftover_words(team: Team, role: Role) -> tuple[str, ...]:
    """What the role answers for in the words of format 1, and no document says.

    They come from somebody who was offline when the team was upgraded, from another program, or from a past
    that was brought back, and become documents when the role is edited the next time.
    """
    known = {one.name.casefold() for one in of_role(team, role.id)}
    return once(word for word in role.responsibilities if word.casefold() not in known)


def names_of(team: Team, role: Role) -> tuple[str, ...]:
    """All that a role answers for, in words: documents first, and then what has not become one yet."""
    return (*(one.name for one in responsibilities_of(team, role)), *leftover_words(team, role))
