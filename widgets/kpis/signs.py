"""The signs of KPIs, in Unicode and in plain ASCII; what a colour says is said by one of them as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.kpis.standing import Light
from store.models import Outcome
from widgets.signs import ASCII, Signs


@dataclass(frozen=True)
class KpiSigns:
    """One set of signs; each is one cell wide."""

    lights: Mapping[Light, str]
    """How a value is."""
    up: str
    """It is more than the one before."""
    down: str
    level: str
    """It is the same as the one before."""
    at_least: str
    at_most: str
    levels: str
    """From the lowest to the highest value of a sparkline."""
    bar: str
    adjusted: str
    """Something was changed on this day."""
    outcomes: Mapping[Outcome | None, str]
    """What an adjustment has done; `None`: nobody has said yet."""


_UNICODE = KpiSigns(
    lights={Light.GOOD: "●", Light.WATCH: "◆", Light.ALARM: "▼", Light.UNKNOWN: "○"},
    up="▲",
    down="▼",
    level="=",
    at_least="≥",
    at_most="≤",
    levels="▁▂▃▄▅▆▇█",
    bar="█",
    adjusted="◇",
    outcomes={
        Outcome.HELPED: "✓",
        Outcome.NO_EFFECT: "=",
        Outcome.HARMED: "✗",
        Outcome.UNCLEAR: "?",
        None: "◐",
    },
)

_ASCII = KpiSigns(
    lights={Light.GOOD: "o", Light.WATCH: "!", Light.ALARM: "X", Light.UNKNOWN: "."},
    up="^",
    down="v",
    level="=",
    at_least=">",
    at_most="<",
    levels="_.-'^",
    bar="#",
    adjusted="*",
    outcomes={
        Outcome.HELPED: "+",
        Outcome.NO_EFFECT: "=",
        Outcome.HARMED: "x",
        Outcome.UNCLEAR: "?",
        None: "~",
    },
)


def kpi_signs(signs: Signs) -> KpiSigns:
    """The set that goes with a set of the board's signs."""
    return _ASCII if signs is ASCII else _UNICODE
