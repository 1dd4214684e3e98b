"""A team with 2,000 goals and 50,000 check-ins: how long it takes to open it and to go through its goals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from store.demo import demo_team
from store.goals.browsing import Period, Wanted, browse
from store.goals.standing import Standings
from store.models import CheckIn, Goal, GoalState, Raw
from store.repository import open_team
from store.setup import create_team
from store.team import Team

GOALS, CHECK_INS = 2000, 25
TODAY = date(2026, 11, 23)


def tables(goals: int = GOALS, check_ins: int = CHECK_INS) -> dict[str, dict[int, Raw]]:
    """The demo team's tables with so many goals, each with so many check-ins, a week apart."""
    random = Random(1)
    made = {**demo_team(datetime(2026, 11, 23, 9, tzinfo=UTC)).genesis}
    people = [raw["login"] for raw in made["members"].values()]
    start = TODAY - timedelta(days=7 * check_ins)
    made["goals"], made["check_ins"], made["key_results"] = {}, {}, {}
    for number in range(1, goals + 1):
        owner = random.choice(people)
        goal = Goal(
            id=number,
            title=f"Goal {number}: {random.choice(('fewer', 'more', 'better', 'quicker'))} parcels",
            owner=owner,
            parent=random.randrange(1, number) if number > 20 and number % 4 else None,
            state=GoalState.ACTIVE,
            start=start,
            due=TODAY + timedelta(days=random.randint(1, 90)),
            metric="parcels",
            baseline=0.0,
            target=100.0,
        )
        made["goals"][number] = goal.raw()
        value = 0.0
        for week in range(check_ins):
            value += random.uniform(-1, 6)
            day = start + timedelta(days=7 * week)
            id = len(made["check_ins"]) + 1
            at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
            said = CheckIn(id=id, goal=number, day=day, value=round(value, 1), author=owner, at=at)
            made["check_ins"][id] = said.raw()
    return made


def run() -> None:
    """Print the figures."""
    with TemporaryDirectory(prefix="tagwerk-bench-") as folder:
        place = Path(folder)
        create_team(place / "team", tables())
        opened = open_team(place / "team", local=place / "local", login="svea")
        team = opened.team
        opened.close()
        _report("open the team", lambda: open_team(place / "team", local=place / "two", login="svea").close())
        for name, wanted, by_risk in (
            ("this quarter as a tree", Wanted(Period.THIS), False),
            ("the same with words", Wanted(Period.THIS, words="fewer"), False),
            ("the same by risk", Wanted(Period.THIS), True),
        ):
            _report(name, partial(_browse, team, wanted, by_risk))


def _browse(team: Team, wanted: Wanted, by_risk: bool) -> None:
    browse(team, Standings(team, TODAY), wanted, by_risk=by_risk)


def _report(name: str, work: Callable[[], object]) -> None:
    took = []
    for _ in range(5):
        begun = perf_counter()
        work()
        took.append(1000 * (perf_counter() - begun))
    print(f"{name:<30} {took[0]:8.1f} ms the first time, {median(took):8.1f} ms then")


if __name__ == "__main__":
    run()
