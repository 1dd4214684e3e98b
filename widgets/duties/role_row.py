"""A role on one line."""

from __future__ import annotations

from store.duties.responsibilities import names_of
from store.duties.seats import Seats
from store.models import Role
from store.rules.arranging import colour_of
from store.rules.limits import in_work
from store.team import Team
from widgets.listing_row import Row
from widgets.signs import Signs

HEADS = ("Role", "Lead", "Deputy", "People", "In work", "Findings", "Answers for", "Department")
LEAST = (13, 8, 8, 6, 7, 8, 6, 10)
"""Headings of the cells, and the cells that each keeps where there is little room."""


def role_row(team: Team, role: Role, seats: Seats, findings: int, signs: Signs) -> Row:
    """Colour and name, who leads, who stands in, and how much there is of everything."""
    colour = colour_of(role)
    cells = (
        f"{signs.colours[colour]} {role.name}",
        _name(seats, role.lead, signs),
        _name(seats, role.deputy, signs),
        _people(seats, role),
        _cards(in_work(team, role), role.wip_limit, signs),
        str(findings or ""),
        str(len(names_of(team, role)) or ""),
        role.department,
    )
    return Row(role.id, cells, colour=colour)


def _name(seats: Seats, login: str, signs: Signs) -> str:
    """The name, with a sign when she is away."""
    if not login:
        return ""
    return (
        f"{signs.offline} {seats.team.name_of(login)}" if login in seats.away else seats.team.name_of(login)
    )


def _people(seats: Seats, role: Role) -> str:
    """`5`, `4 of 5` where somebody is away."""
    people = seats.people(role)
    there = len(people - seats.away.keys())
    return str(len(people) or "") if there == len(people) else f"{there} of {len(people)}"


def _cards(count: int, limit: int | None, signs: Signs) -> str:
    over = f" {signs.over}" if limit and count > limit else ""
    return f"{count}/{limit}{over}" if limit else str(count or "")
