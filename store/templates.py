"""How a team begins: the roles of an online shop, the steps of work, and a board that has nothing on it yet.

The roles and columns are those of the demo, without its people and limits: what can be tried there is what
one gets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from store import rank
from store.demo.duties import responsibilities
from store.demo.roles import ROLES
from store.demo.shop import COLUMNS
from store.models import SETTINGS_ID, Column, Document, Fields, Member, Raw, Responsibility, Role, Settings
from store.rules.valid import valid

Tables = dict[str, dict[int, Raw]]

_OF_THE_DEMO = {"lead", "deputy", "wip_limit", "position"}


def role_templates() -> tuple[Role, ...]:
    """The nine roles of an online shop, with missions."""
    return tuple(Role.checked(_bare(role)) for role in ROLES.values())


def responsibility_templates() -> tuple[Responsibility, ...]:
    """What those roles answer for, by their numbers; nobody answers for it yet."""
    return tuple(
        Responsibility(id=one.id, name=one.name, details=one.details, role=one.role)
        for one in responsibilities()
    )


def column_templates() -> tuple[Column, ...]:
    """Backlog, Ready, Doing, Review and Done, with when a card may enter them."""
    return tuple(Column.checked(_bare(column)) for column in COLUMNS.values())


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is in the team from its first day."""

    login: str
    name: str = ""
    roles: tuple[str, ...] = ()
    """Names of roles of the team; the first is the main one."""


def new_team(
    name: str, roles: Sequence[Role], people: Sequence[Newcomer], *, time_zone: str = "UTC"
) -> Tables:
    """The tables of a team that begins.

    Raises:
        Refused: a value does not fit its field.
    """
    settings = valid(Settings, {"id": SETTINGS_ID, "name": name, "time_zone": time_zone})
    lanes = _ranked([valid(Role, {**role.raw(), "id": id}) for id, role in enumerate(roles, 1)])
    numbers = {raw["name"]: id for id, raw in lanes.items()}
    return {
        "settings": {SETTINGS_ID: settings.raw()},
        "roles": lanes,
        "responsibilities": _ranked(_answers_for(roles)),
        "columns": _ranked(list(column_templates())),
        "members": {
            id: newcomer(person, id, numbers, time_zone).raw() for id, person in enumerate(people, 1)
        },
        "tasks": {},
        "comments": {},
    }


def newcomer(person: Newcomer, id: int, roles: Mapping[str, int], time_zone: str) -> Member:
    """A person as a member; `roles` are the team's by name.

    Raises:
        Refused: a value does not fit its field.
    """
    fields: Fields = {
        "id": id,
        "login": person.login,
        "name": person.name,
        "roles": [roles[role] for role in person.roles if role in roles],
        "time_zone": time_zone,
    }
    return valid(Member, fields)


def _answers_for(roles: Sequence[Role]) -> list[Responsibility]:
    """What these roles of the template answer for, with the numbers that they get in the team."""
    numbers = {role.id: id for id, role in enumerate(roles, 1)}
    chosen = [one for one in responsibility_templates() if one.role in numbers]
    return [
        replace(one, id=id, role=numbers[one.role] if one.role is not None else None)
        for id, one in enumerate(chosen, 1)
    ]


def _bare(document: Document) -> Fields:
    kept = {name: value for name, value in document.raw().items() if name not in _OF_THE_DEMO}
    return {**kept, "id": document.id}


def _ranked(documents: Sequence[Document]) -> dict[int, Raw]:
    ranks = rank.spread(len(documents))
    return {d.id: {**d.raw(), "position": r} for d, r in zip(documents, ranks, strict=True)}
