"""The line of a KPI in a list."""

from __future__ import annotations

from store.kpis.overview import Watched
from store.kpis.periods import titled
from store.kpis.saying import change, how_many, shown, target
from store.kpis.standing import KpiStanding, Light
from widgets.goals.spark import spark
from widgets.kpis.signs import KpiSigns
from widgets.listing_row import Row

HEADS = ("KPI", "Value", "Should be", "Change", "Trend", "Late", "Is", "Off since")
"""Where there is little room, the last ones go; the sign before the name says how it is, too."""
LEAST = (17, 0, 0, 0, 0, 0, 0, 10)
_TREND = 10
"""Cells of the sparkline."""
COLOURS = {Light.GOOD: "green", Light.WATCH: "yellow", Light.ALARM: "red", Light.UNKNOWN: ""}
_WORDS = {Light.ALARM: "alarm"}


def word(one: KpiStanding) -> str:
    """How it stands, in a word or two."""
    if one.value is None:
        return "no reading"
    return _WORDS.get(one.light, one.light.value)


def kpi_row(watched: Watched, signs: KpiSigns) -> Row:
    """How it stands, where it is, how that has changed, and where it should be."""
    one = watched.standing
    kpi, value = one.kpi, one.value
    is_off = one.in_a_row and one.since is not None
    return Row(
        key=kpi.id,
        cells=(
            f"{signs.lights[one.light]} {kpi.name}",
            shown(kpi, value) if value is not None else "",
            target(kpi),
            change(one, signs.up, signs.down, signs.level),
            spark([known for _, known in one.values[-_TREND:]], _TREND, signs.levels).rjust(_TREND),
            f"{how_many(one.missing)} late" if one.missing else "",
            word(one),
            titled(one.since, kpi.cadence) if is_off and one.since else "",
        ),
        colour=COLOURS[one.light],
    )
