"""What is typed for the fields of goals and key results."""

from __future__ import annotations

from typing import Any

from store.culture.values import completed
from store.models import Source
from store.rules import lookup
from store.rules.amounts import amount
from tui.commands import finding
from tui.commands.session import Session

_AMOUNTS = ("baseline", "target", "target_high", "weight")
_NOTHING = "none"


def number(typed: str | None, unit: str = "") -> float | None:
    """A number as people write it, with its unit or without; `None` for none.

    Raises:
        Refused: it is none.
    """
    return None if typed is None or typed.strip().casefold() == _NOTHING else amount(typed, unit)


def measured(given: dict[str, Any], unit: str = "") -> dict[str, Any]:
    """What was given of a metric, with numbers for what is typed.

    Raises:
        Refused: something is no number.
    """
    fields = {name: value for name, value in given.items() if value not in (None, [])}
    unit = fields.get("unit", unit)
    return fields | {name: number(fields[name], unit) for name in _AMOUNTS if name in fields}


def of_goal(opened: Session, given: dict[str, Any], unit: str = "") -> dict[str, Any]:
    """What was given of a goal, with names and days as documents have them.

    Raises:
        NotFound: there is no such role or KPI.
        Refused: something is no number, or several begin like that.
    """
    team = opened.team
    kpi = lookup.kpi_named(team, given["kpi"]) if _names_one(given.get("kpi")) else None
    fields = measured(given, kpi.unit if kpi is not None else unit)
    if "kpi" in fields:
        # Who names a KPI means it; who takes it away says what comes instead, or people check in.
        fields["kpi"] = kpi.id if kpi is not None else None
        fields.setdefault("source", Source.KPI if kpi is not None else Source.CHECK_INS)
    for name in ("start", "due"):
        if name in fields:
            fields[name] = fields[name](opened.today)
    if "parent" in fields:
        fields["parent"] = fields["parent"] or None
    if fields.get("confidence") == _NOTHING:
        fields["confidence"] = None
    if "owner" in fields:
        is_nobody = fields["owner"].casefold() in finding.NOBODY and fields["owner"] not in team.members
        fields["owner"] = "" if is_nobody else finding.login(team, fields["owner"])
    if "serves" in fields:
        fields["serves"] = completed(team, fields["serves"])
    if "people" in fields:
        fields["people"] = [finding.login(team, person) for person in fields["people"]]
    if "roles" in fields:
        found = [finding.role(team, role) for role in fields["roles"]]
        fields["roles"] = [role.id for role in found if role is not None]
    return fields


def _names_one(typed: str | None) -> bool:
    return typed is not None and typed.strip().casefold() != _NOTHING
