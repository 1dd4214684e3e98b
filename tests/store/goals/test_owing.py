"""Who owes a check-in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from store.goals.owing import owed_by
from store.models import CheckIn, Goal
from tests import builders
from tests.builders import NOW

TODAY = date(2026, 11, 23)


def goal(id: int, **fields: Any) -> Goal:
    """An active goal of Ana's that began three weeks ago."""
    start = TODAY - timedelta(days=21)
    known = {"title": f"Goal {id}", "owner": "ana", "state": "active", "start": start}
    return Goal.checked({"id": id, **known, **fields})


def said(goal: int, days_ago: int) -> CheckIn:
    """A check-in."""
    day = TODAY - timedelta(days=days_ago)
    return CheckIn.checked({"id": goal, "goal": goal, "day": day, "note": "x", "author": "ana", "at": NOW})


def owed(*documents: Goal | CheckIn) -> list[int]:
    """Numbers of the goals that Ana owes a word on."""
    return [goal.id for goal in owed_by(builders.team(*documents), "ana", TODAY)]


@pytest.mark.parametrize(("days_ago", "cadence", "is_owed"), [(7, 7, True), (6, 7, False), (8, 14, False)])
def test_a_check_in_is_owed_when_its_day_has_come(days_ago: int, cadence: int, is_owed: bool) -> None:
    """So many days after the last one."""
    assert owed(goal(1, cadence=cadence), said(1, days_ago)) == ([1] if is_owed else [])


def test_the_longest_owed_comes_first() -> None:
    """Without any check-in it is counted from the start."""
    assert owed(goal(1), said(1, 8), goal(2), goal(3), said(3, 20)) == [2, 3, 1]


@pytest.mark.parametrize(
    "fields",
    [
        {"owner": "ben"},
        {"state": "draft"},
        {"state": "reached"},
        {"source": "tasks"},
        {"archived_at": NOW},
        {"start": None},
        {"start": TODAY - timedelta(days=6)},
    ],
)
def test_nothing_is_owed_on_what_needs_no_word(fields: dict[str, Any]) -> None:
    """Others' goals, drafts, what has ended or is counted, and what has just begun."""
    assert owed(goal(1, **fields)) == []
