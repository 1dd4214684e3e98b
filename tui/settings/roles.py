"""The team's roles: the lanes of the board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from store.change import Change
from store.duties.responsibilities import names_of
from store.models import Role
from store.rules import lookup, setup
from store.rules.arranging import colour_of
from store.rules.limits import in_work
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, lines, number_or_none, parts
from tui.settings.looks import AWAY, colour_choices, count_and_limit, in_one_line, people
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs


class Roles(Section):
    """In their order on the board; archived ones come last."""

    title: ClassVar[str] = "Roles"
    thing: ClassVar[str] = "role"
    heads: ClassVar[tuple[str, ...]] = ("Role", "Lead", "Deputy", "In work", "People", "Colour")
    least: ClassVar[tuple[int, ...]] = (12, 8, 8, 7, 6, 6)
    tables: ClassVar[frozenset[str]] = frozenset({"roles", "members", "tasks"})

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Colour and name, who leads, who stands in, who works in it, and its limit."""
        away = sorted((r for r in team.all(Role) if r.archived_at), key=lambda r: r.id)
        return [_row(team, role, signs) for role in (*team.roles, *away)]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """Name, people, colour, limit, mission, and what it answers for, decides, watches and answers to."""
        role = team.role(int(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return setup.edit_role(team, role.id, by, now, **_values(team, typed))

        return Form(f"Role {role.name}", _fields(team, role, signs), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, behind the others."""

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values = _values(team, typed)
            return setup.add_role(team, values.pop("name", ""), by, now, id=id, **values)

        return Form("New role", _fields(team, None, signs), change, is_new=True)

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """Its lane moves as well."""
        return setup.move_role(team, int(key), offset, by, now)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """Only a role without cards is put away."""
        away = team.role(int(key)).archived_at is not None
        return setup.edit_role(team, int(key), by, now, archived_at=None if away else now)


def _row(team: Team, role: Role, signs: Signs) -> Row:
    colour = colour_of(role)
    in_it = " ".join(member.short for member in team.members.values() if role.id in member.roles)
    cells = (
        f"{signs.colours[colour]} {role.name}",
        team.name_of(role.lead),
        team.name_of(role.deputy),
        count_and_limit(in_work(team, role), role.wip_limit, signs),
        in_it,
        AWAY if role.archived_at else role.colour,
    )
    return Row(role.id, cells, in_one_line(role.mission), is_quiet=bool(role.archived_at), colour=colour)


def _fields(team: Team, role: Role | None, signs: Signs) -> tuple[Field, ...]:
    now = role or Role(name="?")
    names = people(team)
    colours = colour_choices(signs, "chosen by its number")

    def others() -> list[str]:
        return [other.name for other in team.roles if other.id != now.id]

    return (
        Field("name", "Name", role.name if role else ""),
        Field("lead", "Lead", now.lead, "a login or name", suggestions=lambda: names),
        Field("deputy", "Deputy", now.deputy, "who stands in for the lead", suggestions=lambda: names),
        Field("colour", "Colour", now.colour, kind=Kind.CHOICE, choices=colours),
        Field("wip_limit", "Limit", str(now.wip_limit or ""), "cards in work at once; empty: no limit"),
        Field("mission", "Mission", now.mission, "Why the role exists, in a sentence", kind=Kind.TEXT),
        Field(
            "responsibilities",
            "Answers for",
            "\n".join(names_of(team, role)) if role else "",
            "What somebody can count on, one thing a line",
            kind=Kind.TEXT,
        ),
        Field(
            "decisions",
            "Decides",
            "\n".join(now.decisions),
            "What it may decide alone, one thing a line",
            kind=Kind.TEXT,
        ),
        Field("kpis", "Figures", ", ".join(now.kpis), "what it watches, with commas between"),
        Field("department", "Department", now.department, "like Sales; empty: none"),
        Field("above", "Answers to", _above(team, now), "another role; empty: to none", suggestions=others),
    )


def _above(team: Team, role: Role) -> str:
    """Name of the role above."""
    found = team.find(Role, role.above) if role.above is not None else None
    return found.name if found else ""


def _values(team: Team, typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = dict(typed)
    for name in ("lead", "deputy"):
        if login := typed.get(name, "").strip():
            values[name] = lookup.member_named(team, login).login
    if "wip_limit" in typed:
        values["wip_limit"] = number_or_none(typed["wip_limit"])
    for name in ("responsibilities", "decisions"):
        if name in typed:
            values[name] = lines(typed[name])
    if "kpis" in typed:
        values["kpis"] = parts(typed["kpis"])
    if "above" in typed:
        above = typed["above"].strip()
        values["above"] = lookup.role_named(team, above).id if above else None
    return values
