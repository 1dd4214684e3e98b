"""A team with goals, and how tests look at their screen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from textual.pilot import Pilot

from store.models import CheckIn, Document, Goal
from tests.builders import NOW
from tests.tui.conftest import Office
from tui.app import TagwerkApp
from tui.screens.goals import GoalsScreen
from widgets.goals.goal_list import GoalList
from widgets.prompt import Prompt
from widgets.tabs_line import TabsLine

TODAY = date(2026, 11, 23)
SMART: dict[str, Any] = {
    "meaning": "An order before two o'clock leaves the house on that day.",
    "metric": "orders shipped the same day",
    "unit": "%",
    "baseline": 60,
    "target": 90,
    "confidence": 7,
    "needs": "A second packing table.",
    "why": "Half of all complaints are about late parcels.",
    "serves": "Customers first",
    "start": TODAY - timedelta(days=40),
    "due": TODAY + timedelta(days=60),
    "owner": "ana",
    "state": "active",
}


def goal(id: int, title: str, **fields: Any) -> Goal:
    """An active goal of Ana's that lacks nothing."""
    return Goal.checked({**SMART, "id": id, "title": title, **fields})


def said(id: int, goal: int, days_ago: int, value: float | None, **fields: Any) -> CheckIn:
    """What somebody said of a goal."""
    day = TODAY - timedelta(days=days_ago)
    known = {"id": id, "goal": goal, "day": day, "value": value, "author": "ana", "at": NOW}
    return CheckIn.checked({**known, **fields})


def documents() -> list[Document]:
    """One on track with a part that is off track, one ahead, a draft, one missed, one of spring."""
    summer, autumn, ended = date(2026, 7, 1), date(2026, 9, 30), datetime(2026, 9, 15, tzinfo=UTC)
    return [
        goal(1, "Ship the same day", due=TODAY + timedelta(days=60)),
        goal(2, "Second packing table", parent=1, owner="ben", roles=[2]),
        goal(3, "Newsletter readers", unit="", baseline=4000, target=9000, due=TODAY + timedelta(days=30)),
        Goal.checked({"id": 4, "title": "Think about gifts", "owner": "cem"}),
        goal(
            5,
            "Fewer returns",
            state="missed",
            start=summer,
            due=autumn,
            closed_at=ended,
        ),
        goal(6, "Spring range", start=date(2027, 2, 1), due=date(2027, 3, 20), owner="ben"),
        *(said(10 + n, 1, 28 - 7 * n, 62 + 2.5 * n) for n in range(5)),
        *(said(20 + n, 2, 28 - 7 * n, 60 + 0.2 * n, author="ben") for n in range(5)),
        *(said(30 + n, 3, 28 - 7 * n, 5000 + 900 * n) for n in range(5)),
    ]


def app_of(pilot: Pilot[None]) -> TagwerkApp:
    """The app."""
    app = pilot.app
    assert isinstance(app, TagwerkApp)
    return app


def goals_screen(pilot: Pilot[None]) -> GoalsScreen:
    """The goals screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, GoalsScreen))


def listed(pilot: Pilot[None]) -> list[int]:
    """Numbers of the goals that are shown, from top to bottom."""
    return [int(key) for key in goals_screen(pilot).query_one(GoalList)._keys]


def here(pilot: Pilot[None]) -> int | None:
    """Number of the goal under the cursor."""
    return goals_screen(pilot).query_one(GoalList).goal


def line(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return goals_screen(pilot).query_one(Prompt).status.strip()


def summary(pilot: Pilot[None]) -> str:
    """What stands beside the periods."""
    return goals_screen(pilot).query_one(TabsLine).note


def the_goal(pilot: Pilot[None], number: int) -> Goal:
    """A goal as the app has it."""
    found = app_of(pilot).team.find(Goal, number)
    assert found is not None
    return found


def of_shop(folder: Any, local: Any) -> Office:
    """The shop's folder with these goals."""
    return Office(folder, local, *documents())
