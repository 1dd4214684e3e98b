"""What is typed for the fields of KPIs."""

from __future__ import annotations

from typing import Any

from store.errors import Refused
from store.phrases import quoted
from store.rules.amounts import amount
from store.team import Team
from tui.commands import finding

_AMOUNTS = ("target", "target_high", "limit", "limit_high")
_NOTHING = "none"


def of_kpi(team: Team, given: dict[str, Any], unit: str = "") -> dict[str, Any]:
    """What was given of a KPI, as documents have it; `none` takes away what can be empty.

    Raises:
        NotFound: there is no such role.
        Refused: something is no number, or several roles begin like that.
    """
    fields = {name: typed for name, typed in given.items() if typed is not None}
    unit = fields.get("unit", unit)
    for name in _AMOUNTS:
        if name in fields:
            typed = fields[name]
            fields[name] = None if typed.strip().casefold() == _NOTHING else amount(typed, unit)
    if "role" in fields:
        role = finding.role(team, fields["role"])
        fields["role"] = role.id if role is not None else None
    if "owner" in fields:
        is_nobody = fields["owner"].casefold() in finding.NOBODY and fields["owner"] not in team.members
        fields["owner"] = "" if is_nobody else member(team, fields["owner"])
    return fields


def member(team: Team, typed: str) -> str:
    """The login of somebody in the team; while nobody is in it, what is typed.

    Raises:
        Refused: there is no such person.
    """
    login = finding.login(team, typed)
    if team.members and login not in team.members:
        raise Refused(f"{quoted(typed)} is not in the team; “tagwerk member list” shows who is.")
    return login
