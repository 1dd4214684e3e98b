"""Which goals are shown in which period, for which filter, and in which order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from store.goals.browsing import Period, Wanted, browse, in_period
from store.goals.pace import Pace
from store.goals.standing import Standings
from store.models import CheckIn, Goal, GoalState
from tests import builders
from tests.builders import MAIL, PHOTO, SHOP

TODAY = date(2026, 11, 23)


def goal(id: int, **fields: Any) -> Goal:
    """An active goal of this quarter, from 0 to 100."""
    known = {
        "title": f"Goal {id}",
        "state": "active",
        "start": date(2026, 10, 1),
        "due": date(2026, 12, 31),
        "metric": "orders",
        "baseline": 0,
        "target": 100,
    }
    return Goal.checked({"id": id, **known, **fields})


def check_in(id: int, of: int, value: float) -> CheckIn:
    """What was said today."""
    at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    return CheckIn.checked({"id": id, "goal": of, "day": TODAY, "value": value, "author": "ana", "at": at})


def shown(*documents: Goal | CheckIn, by_risk: bool = False, **wanted: Any) -> list[tuple[int, int]]:
    """Number and depth of the goals from top to bottom."""
    team = builders.team(*documents)
    found = browse(team, Standings(team, TODAY), Wanted(**wanted), by_risk=by_risk)
    return [(goal.id, depth) for goal, depth in found]


@pytest.mark.parametrize(
    ("day", "this", "following"),
    [
        (date(2026, 11, 23), (date(2026, 10, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 3, 31))),
        (date(2026, 1, 1), (date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2026, 6, 30))),
        (date(2028, 9, 30), (date(2028, 7, 1), date(2028, 9, 30)), (date(2028, 10, 1), date(2028, 12, 31))),
    ],
)
def test_quarters_are_those_of_the_calendar(
    day: date, this: tuple[date, date], following: tuple[date, date]
) -> None:
    """Both days included; `all` has no end."""
    assert Period.THIS.days(day) == this
    assert Period.NEXT.days(day) == following
    assert Period.ALL.days(day) is None


@pytest.mark.parametrize(
    ("fields", "periods"),
    [
        ({}, {"this quarter", "all"}),
        ({"due": date(2027, 1, 1)}, {"this quarter", "next quarter", "all"}),
        ({"start": date(2027, 2, 1), "due": date(2027, 3, 1)}, {"next quarter", "all"}),
        ({"start": date(2026, 5, 1), "due": date(2026, 6, 1)}, {"this quarter", "all"}),
        ({"start": date(2026, 5, 1), "due": date(2026, 6, 1), "state": "missed"}, {"all"}),
        ({"start": None, "due": None, "state": "draft"}, {"this quarter", "all"}),
        ({"start": None, "due": None, "state": "dropped"}, {"all"}),
        ({"start": date(2027, 2, 1), "due": None, "state": "draft"}, {"next quarter", "all"}),
        ({"start": None, "due": date(2027, 2, 1), "state": "draft"}, {"next quarter", "all"}),
    ],
)
def test_what_belongs_to_a_period(fields: dict[str, Any], periods: set[str]) -> None:
    """What overlaps it; what is open and late, or has no dates, belongs to this quarter."""
    assert {period for period in Period if in_period(goal(1, **fields), period, TODAY)} == periods


def test_what_ended_early_belongs_to_the_periods_before_its_end() -> None:
    """Its due date does not count any more."""
    early = goal(1, due=date(2027, 2, 1), state="reached", closed_at=datetime(2026, 11, 1, tzinfo=UTC))

    assert shown(early, period=Period.THIS) == [(1, 0)]
    assert shown(early, period=Period.NEXT) == []


def test_parts_stand_below_what_contains_them() -> None:
    """Siblings by due date, closed ones last."""
    due = date(2026, 12, 1)

    assert shown(
        goal(1),
        goal(2, parent=1),
        goal(3, parent=1, due=due),
        goal(4, parent=3),
        goal(5, due=due),
        goal(6, parent=1, due=due, state="reached"),
    ) == [(5, 0), (1, 0), (3, 1), (4, 2), (2, 1), (6, 1)]


def test_what_is_between_two_goals_may_be_hidden() -> None:
    """A part then stands below the nearest goal that contains it and is shown."""
    goals = goal(1, owner="ana"), goal(2, parent=1, owner="ben"), goal(3, parent=2, owner="ana")

    assert shown(*goals, owner="ana") == [(1, 0), (3, 1)]
    assert shown(*goals, owner="ben") == [(2, 0)]


def test_goals_that_contain_each_other_are_all_shown() -> None:
    """The one with the smallest number stands on top; a parent that is gone is no parent."""
    circle = goal(7, parent=9), goal(8, parent=7), goal(9, parent=8), goal(5, parent=9), goal(6, parent=99)

    assert shown(*circle) == [(6, 0), (7, 0), (8, 1), (9, 2), (5, 3)]
    assert shown(goal(1, parent=1)) == [(1, 0)]


def test_archived_goals_are_not_shown() -> None:
    """Nor do they hold their parts back."""
    gone = datetime(2026, 11, 1, tzinfo=UTC)

    assert shown(goal(1, archived_at=gone), goal(2, parent=1)) == [(2, 0)]


def test_archived_goals_can_be_looked_at() -> None:
    """They alone, whatever period is chosen."""
    gone = datetime(2025, 11, 1, tzinfo=UTC)
    old = goal(1, archived_at=gone, start=date(2025, 1, 1), due=date(2025, 2, 1))

    assert shown(old, goal(2), archived=True, period=Period.THIS) == [(1, 0)]


def test_by_risk_the_one_most_behind_comes_first() -> None:
    """Then what is not measured, drafts, and what is closed; nothing is indented."""
    assert shown(
        goal(1, state="missed"),
        goal(2, state="draft", parent=3),
        goal(3, baseline=None),
        goal(4),
        goal(5),
        goal(6, parent=5),
        check_in(1, 4, 90),
        check_in(2, 5, 10),
        check_in(3, 6, 50),
        by_risk=True,
    ) == [(5, 0), (6, 0), (4, 0), (3, 0), (2, 0), (1, 0)]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"owner": "ana"}, [1]),
        ({"role": PHOTO}, [2, 3]),
        ({"role": MAIL}, [2]),
        ({"role": SHOP}, [1]),
        ({"mark": GoalState.DRAFT}, [3]),
        ({"mark": GoalState.ACTIVE}, [1, 2]),
        ({"mark": Pace.AHEAD}, [1]),
        ({"mark": Pace.OFF_TRACK}, [2]),
        ({"words": "ana ship"}, [1]),
        ({"words": "#2"}, [2]),
        ({"words": "parcels"}, [1]),
        ({"words": "ship more parcels"}, []),
        ({"role": PHOTO, "mark": Pace.OFF_TRACK}, [2]),
    ],
)
def test_filters(wanted: dict[str, Any], numbers: list[int]) -> None:
    """By owner, role (of the goal or of its owner), pace or state, and words; several hold together."""
    documents = (
        goal(1, title="Ship faster", owner="ana", metric="parcels"),
        goal(2, owner="ben", roles=[MAIL]),
        goal(3, state="draft", roles=[PHOTO]),
        check_in(1, 1, 90),
        check_in(2, 2, 5),
    )

    assert sorted(number for number, _ in shown(*documents, **wanted)) == numbers
    assert Wanted(**wanted).is_narrow


def test_a_period_alone_is_no_filter() -> None:
    """There is nothing to be cleared then."""
    assert not Wanted(Period.NEXT).is_narrow
