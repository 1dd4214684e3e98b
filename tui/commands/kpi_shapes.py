"""The shapes of `--json` for KPIs; see `shapes`.

kpi         {"kpis": [kpi]}, where it is {"number", "name", "about", "department", "role": its name, "unit",
            "direction", "target", "target_high", "limit", "limit_high", "cadence", "combine", "decimals",
            "owner", "asked": login of who is asked for readings, "source", "columns", "archived_at",
            "value", "day": the first of the period that it tells of, "light": "on target", "off target",
            "beyond the limit" or "no target", "since": the first day of the period since which that is
            so, "change", "better": true, false or null, "late": [first days of periods without a
            reading], "adjust": whether an adjustment is suggested, "recent": [value], the newest last}
kpi show    {"kpi": kpi, "by", "values": [{"day", "value", "light"}], "readings": [reading],
            "adjustments": [adjustment]}; a reading is {"number", "kpi", "day", "value", "note", "author",
            "source", "at", "taken_back_at"}
kpi record  {"readings": [reading], "changed"}, and so `take-back`
kpi ready   {"sets": {name: [{"name", "about", "unit", "direction", "cadence", "combine", "decimals",
            "columns", "taken"}]}}; with a set {"kpis": [kpi], "changed"}
other verbs {"kpi": kpi, "changed"}
"""

from __future__ import annotations

from datetime import date

from store.kpis.listing import department_of
from store.kpis.owing import answers_for
from store.kpis.standing import KpiStanding
from store.models import Kpi, Reading, Role
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment

RECENT = 12
"""Values that a sparkline has."""


def kpi_shape(team: Team, standing: KpiStanding, *, adjust: bool) -> Json:
    """A KPI and how it stands; amounts are in its unit."""
    kpi = standing.kpi
    return {
        **_plain(team, kpi),
        "value": standing.value,
        "day": day_shape(standing.day),
        "light": standing.light.value,
        "since": day_shape(standing.since),
        "change": standing.change,
        "better": standing.is_better,
        "late": [first.isoformat() for first in standing.missing],
        "adjust": adjust,
        "recent": [value for _, value in standing.values[-RECENT:]],
    }


def reading_shape(reading: Reading) -> Json:
    """What a KPI was."""
    return {
        "number": reading.id,
        "kpi": reading.kpi,
        "day": reading.day.isoformat(),
        "value": reading.value,
        "note": reading.note,
        "author": reading.author,
        "source": reading.source or None,
        "at": moment(reading.at),
        "taken_back_at": moment(reading.archived_at),
    }


def day_shape(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def _plain(team: Team, kpi: Kpi) -> dict[str, object]:
    role = team.find(Role, kpi.role) if kpi.role is not None else None
    return {
        "number": kpi.id,
        "name": kpi.name,
        "about": kpi.about,
        "department": department_of(team, kpi) or None,
        "role": role.name if role else None,
        "unit": kpi.unit,
        "direction": kpi.direction.value,
        "target": kpi.target,
        "target_high": kpi.target_high,
        "limit": kpi.limit,
        "limit_high": kpi.limit_high,
        "cadence": kpi.cadence.value,
        "combine": kpi.combine.value,
        "decimals": kpi.decimals,
        "owner": kpi.owner or None,
        "asked": answers_for(team, kpi) or None,
        "source": kpi.source,
        "columns": list(kpi.columns),
        "archived_at": moment(kpi.archived_at),
    }
