"""What a KPI is, as a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from store.change import Change
from store.kpis.listing import department_of
from store.kpis.listing import kpis as known
from store.models import Cadence, Combine, Direction, Kpi, Role
from store.rules import kpis, lookup
from store.rules.amounts import amount
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, number_or_none, parts
from tui.settings.looks import people

_DIRECTIONS = (
    (Direction.MORE.value, "more is better"),
    (Direction.LESS.value, "less is better"),
    (Direction.WITHIN.value, "stay between two numbers"),
)
_CADENCES = tuple((one.value, f"for each {one.value}") for one in Cadence)
_COMBINED = (
    (Combine.SUM.value, "added: revenue, orders"),
    (Combine.MEAN.value, "their mean: conversion, hours"),
    (Combine.LAST.value, "the last one: stock, backlog"),
)


def new_kpi_form(team: Team, id: int, department: str) -> Form:
    """A KPI that is not watched yet, in the department that is looked at."""
    blank = Kpi(id=id, name="", department=department)

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values = {"department": department, **_values(team, blank, typed)}
        return kpis.add(team, str(values.pop("name", "")), by, now, id=id, **values)

    return Form("New KPI", _fields(team, blank), change, is_new=True)


def kpi_form(team: Team, kpi: Kpi) -> Form:
    """What a KPI is; only what is changed is written."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return kpis.edit(team, kpi.id, by, now, **_values(team, kpi, typed))

    return Form(f"KPI {kpi.name}", _fields(team, kpi), change)


def _fields(team: Team, kpi: Kpi) -> tuple[Field, ...]:
    names, roles, departments = people(team), [role.name for role in team.roles], _departments(team)
    role = team.find(Role, kpi.role) if kpi.role is not None else None
    numbers = [_number(one) for one in (kpi.target, kpi.target_high, kpi.limit, kpi.limit_high)]
    return (
        Field("name", "Name", kpi.name, "like “Conversion” or “Return rate”"),
        Field("about", "About", kpi.about, "What exactly is counted, and where it comes from", Kind.TEXT),
        Field("unit", "Unit", kpi.unit, "like %, EUR, h; empty for a bare number"),
        Field("direction", "Direction", kpi.direction.value, kind=Kind.CHOICE, choices=_DIRECTIONS),
        Field("target", "Target", numbers[0], "where it should be; of a band the lower end"),
        Field("target_high", "Upper end", numbers[1], "only for a band"),
        Field("limit", "Alarm", numbers[2], "beyond which it is alarming; of a band the lower one"),
        Field("limit_high", "Upper alarm", numbers[3], "only for a band"),
        Field("owner", "Owner", kpi.owner, "who is asked for late readings", suggestions=lambda: names),
        Field("role", "Role", role.name if role else "", "that watches it", suggestions=lambda: roles),
        Field(
            "department",
            "Department",
            kpi.department,
            "empty: that of its role",
            suggestions=lambda: departments,
        ),
        Field("cadence", "A reading", kpi.cadence.value, kind=Kind.CHOICE, choices=_CADENCES),
        Field("combine", "Several", kpi.combine.value, kind=Kind.CHOICE, choices=_COMBINED),
        Field("decimals", "Decimals", str(kpi.decimals), "digits behind the point, 0 to 6"),
        Field("source", "Comes from", kpi.source, "a report, a script"),
        Field("columns", "In files", ", ".join(kpi.columns), "what exports call it, with commas between"),
    )


def _values(team: Team, kpi: Kpi, typed: Typed) -> dict[str, Any]:
    """What was typed, as documents have it.

    Raises:
        NotFound: somebody or something that is named does not exist.
        Refused: it is not what its field needs.
    """
    unit = typed.get("unit", kpi.unit)

    def number(text: str) -> float | None:
        return amount(text, unit) if text.strip() else None

    read: Mapping[str, Callable[[str], Any]] = {
        **dict.fromkeys(("target", "target_high", "limit", "limit_high"), number),
        "decimals": number_or_none,
        "owner": lambda text: lookup.member_named(team, text).login if text.strip() else "",
        "role": lambda text: lookup.role_named(team, text).id if text.strip() else None,
        "columns": parts,
    }
    return {name: read[name](text) if name in read else text for name, text in typed.items()}


def _departments(team: Team) -> list[str]:
    named = [role.department for role in team.roles] + [department_of(team, kpi) for kpi in known(team)]
    return sorted({name for name in named if name}, key=str.casefold)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
