"""The documents that the demo's cards stand on: settings, columns, roles and members."""

from __future__ import annotations

from collections.abc import Sequence

from store import rank
from store.demo.roles import RESPONSIBILITIES, ROLES
from store.demo.shop import COLUMNS, FILTERS, PEOPLE, SETTINGS
from store.demo.tags import TAGS
from store.models import SETTINGS_ID, Document, Member, Raw

ROLE_IDS = {key: role.id for key, role in ROLES.items()}
"""Key of a role to its number."""
COLUMN_IDS = {key: column.id for key, column in COLUMNS.items()}
"""Key of a column to its number."""


def foundations() -> dict[str, dict[int, Raw]]:
    """The tables of a board without cards."""
    members = [
        Member(id=id, login=login, name=name, roles=[ROLE_IDS[key] for key in roles.split()], time_zone=zone)
        for id, (login, name, roles, zone) in enumerate(PEOPLE, 1)
    ]
    return {
        "settings": {SETTINGS_ID: SETTINGS.raw()},
        "members": {member.id: member.raw() for member in members},
        "roles": _ranked(list(ROLES.values())),
        "columns": _ranked(list(COLUMNS.values())),
        "tasks": {},
        "comments": {},
        "filters": _ranked(FILTERS),
        "tags": _ranked(list(TAGS)),
        "responsibilities": _ranked(RESPONSIBILITIES),
    }


def team_of(role: str) -> list[str]:
    """Logins of the people who work in a role, those with it as their main one first."""
    found = [(roles.split().index(role), login) for login, _, roles, _ in PEOPLE if role in roles.split()]
    return [login for _, login in sorted(found, key=lambda f: f[0])]


def _ranked(documents: Sequence[Document]) -> dict[int, Raw]:
    ranks = rank.spread(len(documents))
    return {d.id: {**d.raw(), "position": r} for d, r in zip(documents, ranks, strict=True)}
