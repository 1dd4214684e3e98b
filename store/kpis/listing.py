"""Which KPIs there are, and where they belong."""

from __future__ import annotations

from store.models import Kpi, Role
from store.team import Team

WHOLE = "The whole team"
"""What stands over KPIs that belong to no department."""


def kpis(team: Team) -> tuple[Kpi, ...]:
    """Those that are watched, in their order."""
    found = (kpi for kpi in team.all(Kpi) if not kpi.archived_at)
    return tuple(sorted(found, key=lambda kpi: (kpi.position, kpi.id)))


def department_of(team: Team, kpi: Kpi) -> str:
    """Its own department, or that of its role; empty: the whole team's."""
    if kpi.department:
        return kpi.department
    role = team.find(Role, kpi.role) if kpi.role is not None else None
    return role.department if role is not None else ""


def by_department(team: Team) -> dict[str, list[Kpi]]:
    """The KPIs of each department, in their order; those of the whole team first."""
    found: dict[str, list[Kpi]] = {}
    names: dict[str, str] = {"": ""}
    for kpi in kpis(team):
        name = department_of(team, kpi)
        found.setdefault(names.setdefault(name.casefold(), name), []).append(kpi)
    return dict(sorted(found.items(), key=lambda entry: (entry[0] != "", entry[0].casefold())))
