"""The documents that the demo's cards stand on: settings, columns, roles and members."""

from __future__ import annotations

from collections.abc import Sequence

from store import rank
from store.demo.calendar import Calendar
from store.demo.culture import with_own
from store.demo.duties import absences, responsibilities, role_of, with_hours
from store.demo.roles import ROLES
from store.demo.shop import COLUMNS, FILTERS, PEOPLE, SETTINGS
from store.demo.tags import TAGS
from store.models import SETTINGS_ID, Document, Member, Raw

ROLE_IDS = {key: role.id for key, role in ROLES.items()}
"""Key of a role to its number."""
COLUMN_IDS = {key: column.id for key, column in COLUMNS.items()}
"""Key of a column to its number."""


def foundations(calendar: Calendar) -> dict[str, dict[int, Raw]]:
    """The tables of a board without cards."""
    members = [
        Member(id=id, login=login, name=name, roles=[ROLE_IDS[key] for key in roles.split()], time_zone=zone)
        for id, (login, name, roles, zone) in enumerate(PEOPLE, 1)
    ]
    return {
        "settings": {SETTINGS_ID: SETTINGS.raw()},
        "members": {member.id: with_own(with_hours(member, calendar)).raw() for member in members},
        "roles": _ranked([role_of(key) for key in ROLES]),
        "columns": _ranked(list(COLUMNS.values())),
        "tasks": {},
        "comments": {},
        "filters": _ranked(FILTERS),
        "tags": _ranked(list(TAGS)),
        "responsibilities": {duty.id: duty.raw() for duty in responsibilities()},
        "absences": absences(calendar),
    }


def team_of(role: str) -> list[str]:
    """Logins of the people who work in a role, those with it as their main one first."""
    found = [(roles.split().index(role), login) for login, _, roles, _ in PEOPLE if role in roles.split()]
    return [login for _, login in sorted(found, key=lambda f: f[0])]


def _ranked(documents: Sequence[Document]) -> dict[int, Raw]:
    ranks = rank.spread(len(documents))
    return {d.id: {**d.raw(), "position": r} for d, r in zip(documents, ranks, strict=True)}
