"""Sixty KPIs with daily readings of three years: opening the screen of figures, its keys, and a chart.

Run with `python -m bench.kpis`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter

from store.demo import demo_team
from store.kpis.overview import Standings, newest_readings, watched
from store.kpis.picture import Asked, picture
from store.kpis.standing import standing
from store.models import Adjustment, Cadence, Kpi, Raw, Reading
from store.team import Team
from widgets.kpis.chart import chart
from widgets.kpis.row import kpi_row
from widgets.kpis.signs import kpi_signs
from widgets.kpis.text import kpi_told
from widgets.signs import UNICODE

KPIS, DAYS = 60, 3 * 365
TODAY = date(2026, 11, 23)
_AREAS = ("Sales", "Warehouse", "Customer service", "Marketing", "")


def tables(kpis: int = KPIS, days: int = DAYS) -> dict[str, dict[int, Raw]]:
    """The demo team's tables with so many KPIs and readings, and some adjustments."""
    random = Random(1)
    made = {**demo_team(datetime(2026, 11, 23, 9, tzinfo=UTC)).genesis}
    made["kpis"], made["readings"], made["adjustments"] = {}, {}, {}
    for id in range(1, kpis + 1):
        made["kpis"][id] = Kpi(
            id=id,
            name=f"Figure {id}",
            department=_AREAS[id % len(_AREAS)],
            cadence=Cadence.DAY,
            target=100.0,
            limit=80.0,
            position=f"V{id:03}",
            created_at=datetime(2023, 11, 1, tzinfo=UTC),
        ).raw()
        value = 100.0
        for back in range(days, 0, -1):
            day = TODAY - timedelta(days=back)
            value += random.uniform(-3, 3)
            number = len(made["readings"]) + 1
            at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
            made["readings"][number] = Reading(
                id=number, kpi=id, day=day, value=round(value, 2), author="kim", at=at
            ).raw()
        for back in (400, 200, 60):
            number = len(made["adjustments"]) + 1
            day = TODAY - timedelta(days=back)
            made["adjustments"][number] = Adjustment(
                id=number, title=f"Change {number}", kpi=id, made_on=day, review_on=day + timedelta(days=56)
            ).raw()
    return made


def run() -> None:
    """Print the figures."""
    made, signs = tables(), kpi_signs(UNICODE)
    print(f"{KPIS} KPIs, {len(made['readings']):,} readings")
    ready, known = Team(made), Standings()
    found = watched(ready, TODAY, known)
    one, kpi = found[0], found[0].standing.kpi
    adjustments = [*ready.belonging(Adjustment, "kpi", kpi.id)]
    asked = Asked(Cadence.DAY, 60, compares=True, width=7)
    steps: dict[str, Callable[[], object]] = {
        "how all stand, the first time": lambda: watched(Team(made), TODAY),
        "how all stand, again": lambda: watched(ready, TODAY, known),
        "a line of the list": lambda: kpi_row(one, signs),
        "what is told beside it": lambda: kpi_told(
            ready, one, newest_readings(ready, kpi.id, 8), adjustments, TODAY, signs, 80
        ),
        "opening a chart": lambda: standing(ready, kpi, TODAY),
        "drawing it": lambda: chart(
            picture(kpi, one.standing.values, adjustments, asked, TODAY), 80, 20, UNICODE
        ),
    }
    for name, step in steps.items():
        print(f"{name:32} {_milliseconds(step):8.2f} ms")


def _milliseconds(step: Callable[[], object]) -> float:
    took = []
    for _ in range(7):
        begun = perf_counter()
        step()
        took.append((perf_counter() - begun) * 1000)
    return median(took)


if __name__ == "__main__":
    run()
