"""A shop's KPIs, called as shops call them, and short ways to read files for them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from store.exchange.readings import Answers, Plan, understand
from store.models import Cadence, Kpi
from store.team import Team
from tests import builders

EXPORTS = Path(__file__).parents[3] / "data" / "exports"
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

KPIS: tuple[tuple[str, str, Cadence, list[str]], ...] = (
    ("Revenue", "EUR", Cadence.DAY, ["Total sales", "Net sales", "Umsatz"]),
    ("Orders", "", Cadence.DAY, ["Bestellungen", "Aufträge"]),
    ("Order value", "EUR", Cadence.DAY, ["Average order value", "Durchschnittlicher Bestellwert"]),
    ("Conversion", "%", Cadence.DAY, ["Session conversion rate", "Konversion"]),
    ("Returns rate", "%", Cadence.WEEK, ["Retourenquote"]),
    ("Delivery time", "days", Cadence.WEEK, ["Lieferzeit"]),
    ("First response", "h", Cadence.DAY, ["First reply time - Median"]),
    ("Satisfaction", "%", Cadence.DAY, ["Satisfaction score"]),
    ("Ad spend", "USD", Cadence.WEEK, []),
    ("Profit", "USD", Cadence.WEEK, []),
)


def kpis(**cadences: Cadence) -> list[Kpi]:
    """The KPIs; `Revenue=Cadence.MONTH` changes how one is watched."""
    return [
        Kpi(id=id, name=name, unit=unit, cadence=cadences.get(name, cadence), columns=columns)
        for id, (name, unit, cadence, columns) in enumerate(KPIS, 1)
    ]


def shop(*more: Any, **cadences: Cadence) -> Team:
    """A team with these KPIs."""
    return builders.team(*kpis(**cadences), *more)


def read(content: bytes | str, team: Team | None = None, **answers: Any) -> Plan:
    """What a file says to the shop."""
    content = content.encode() if isinstance(content, str) else content
    return understand(content, "export.csv", team or shop(), NOW, Answers(**answers))


def export(name: str, team: Team | None = None, **answers: Any) -> Plan:
    """What one of the stored exports says to the shop."""
    return understand((EXPORTS / name).read_bytes(), name, team or shop(), NOW, Answers(**answers))


def said(plan: Plan) -> list[tuple[str, str, float]]:
    """KPI, day and value of each entry."""
    return [(one.kpi.name, one.day.isoformat(), one.value) for one in plan.entries]
