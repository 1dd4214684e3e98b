"""Fifty thousand finished cards of three years: the page of the flow of work, and drawing each of its views.

Run with `python -m bench.flow`. The page is worked out in a thread; drawing is what a key waits for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter

from store.demo import demo_team
from store.flow.page import MOST_WEEKS, WEEKS, page
from store.models import Raw, Task
from store.team import Team
from tui.figures.flow_shown import Shown
from widgets.flow import charts, lists
from widgets.signs import UNICODE

CARDS, IN_WORK, DAYS = 50_000, 400, 3 * 365
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def tables(cards: int = CARDS) -> dict[str, dict[int, Raw]]:
    """The demo team's tables with so many finished cards, and some that are in work."""
    random = Random(1)
    made = {**demo_team(NOW).genesis}
    column, role = max(made["columns"]), min(made["roles"])
    made["tasks"] = {}
    for id in range(1, cards + IN_WORK + 1):
        end = NOW - timedelta(days=random.random() * DAYS)
        begun = end - timedelta(days=random.expovariate(0.25))
        task = Task(
            id=id,
            title=f"Card {id}",
            column=column,
            role=role,
            created_at=begun - timedelta(days=random.random() * 20),
            started_at=begun,
            finished_at=end if id <= cards else None,
        )
        made["tasks"][id] = task.raw()
    return made


def run() -> None:
    """Print the figures."""
    team = Team(tables())
    print(f"{CARDS:,} finished cards, {IN_WORK} in work")
    for weeks in (WEEKS, MOST_WEEKS):
        begun = perf_counter()
        shown = Shown.of(page(team, NOW, count=weeks, changes=()))
        print(f"{weeks:>3} weeks: the page, in a thread {(perf_counter() - begun) * 1000:8.1f} ms")
        for name, draw in _views(shown, team).items():
            print(f"           drawing {name:20} {_milliseconds(draw):8.2f} ms")


def _views(shown: Shown, team: Team) -> dict[str, Callable[[], object]]:
    found, spots = shown.page, shown.cycles
    assert spots is not None
    return {
        "throughput": lambda: charts.throughput(found, 120, 36, UNICODE),
        "cycle times": lambda: charts.scatter(found, spots, 120, 36, UNICODE),
        "cumulative flow": lambda: charts.cumulative(found, 120, 36, UNICODE),
        "age": lambda: [*lists.aging(found, shown.cycle, shown.late, team, 120, 36, UNICODE)],
        "forecast": lambda: [*lists.foretold(found.forecast, found, 120, 36, UNICODE)],
    }


def _milliseconds(step: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        begun = perf_counter()
        step()
        took.append((perf_counter() - begun) * 1000)
    return median(took)


if __name__ == "__main__":
    run()
