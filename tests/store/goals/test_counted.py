"""Goals whose value is counted from their cards, and goals that have to stay within a band."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.goals.forecast import forecast
from store.goals.progress import Way
from store.goals.saying import likely, outlook
from store.goals.series import Series, counted_up, value_on
from store.goals.standing import Standing, Standings
from store.goals.trend import throughput
from store.models import CheckIn, Direction, Goal
from tests import builders
from tests.builders import NOW

TODAY = date(2026, 11, 25)
START, DUE = date(2026, 8, 1), date(2027, 1, 4)


def counted(days_ago: list[int], open_cards: int, source: str = "tasks", **fields: Any) -> Standing:
    """A goal of cards, some of which were finished so many days ago."""
    known = {"id": 1, "title": "T", "state": "active", "start": START, "due": DUE, "owner": "ana"}
    goal = Goal.checked({**known, "source": source, **fields})
    done = [at(TODAY - timedelta(days=days)) for days in days_ago]
    cards = [
        builders.task(100 + n, goal=1, created_at=at(START), finished_at=finished, estimate=2)
        for n, finished in enumerate([*done, *[None] * open_cards])
    ]
    return Standings(builders.team(goal, *cards), TODAY).of(goal)


def counted_up_from_start(amounts: list[tuple[int, float]]) -> Series:
    """A running total from nothing; days are counted from the start."""
    return counted_up([(START, 0.0), *((START + timedelta(days=days), amount) for days, amount in amounts)])


def at(day: date) -> datetime:
    """Noon on a day."""
    return datetime.combine(day, time(12), UTC)


def test_months_in_which_nothing_is_finished_count() -> None:
    """Four of ten cards until two months ago: it is not early, and never more than ten will be done."""
    stalled = counted([90, 80, 70, 60], 6)
    ahead = stalled.forecast()

    assert ahead
    assert ahead.day is None or ahead.day > DUE
    assert ahead.at_due < 8
    assert "early" not in outlook(stalled, ahead)


def test_more_than_all_the_cards_are_never_done() -> None:
    """However quick it goes."""
    quick = counted([8, 6, 5, 4, 3, 2, 1], 3)
    ahead = quick.forecast()

    assert ahead
    assert (ahead.at_due, ahead.high) == (10, 10)


@pytest.mark.parametrize(
    ("days_ago", "sentence"),
    [
        ([], "no day with a finished task yet"),
        ([3], "only 1 day with a finished task"),
        ([3, 3, 9], "only 2 days with a finished task"),
    ],
)
def test_the_day_on_which_the_cards_were_written_is_no_news(days_ago: list[int], sentence: str) -> None:
    """Nothing was finished on it."""
    early = counted(days_ago, 3)

    assert early.forecast() is None
    assert outlook(early, None).startswith(sentence)


def test_a_parent_knows_that_its_counted_part_stands_still() -> None:
    """What is rolled up from counted goals has a value on every day as well."""
    parent = Goal.checked(
        {"id": 1, "title": "P", "state": "active", "start": START, "due": DUE, "source": "goals"}
    )
    child = Goal.checked({**parent.raw(), "id": 2, "source": "tasks", "parent": 1})
    done = [at(TODAY - timedelta(days=days)) for days in (90, 80, 70, 60)]
    cards = [
        builders.task(100 + n, goal=2, created_at=at(START), finished_at=finished)
        for n, finished in enumerate([*done, *[None] * 6])
    ]
    ahead = Standings(builders.team(parent, child, *cards), TODAY).of(parent).forecast()

    assert ahead
    assert ahead.day is None or ahead.day > DUE


@given(
    st.lists(st.tuples(st.integers(0, 400), st.floats(0, 100)), max_size=20).map(counted_up_from_start),
    st.integers(0, 500),
)
def test_the_line_of_what_is_counted_ends_today_and_never_falls(series: Series, until: int) -> None:
    """Its range holds it."""
    today = START + timedelta(days=until)
    line = throughput(series, today)

    if line is not None:
        assert 0 <= line.lowest <= line.slope <= line.highest
        assert (line.at, line.level) == (today.toordinal(), value_on(series, today))


def test_the_pace_of_the_last_four_weeks() -> None:
    """By hand: eight in 28 days; five, two, none and one of them in one week each, the newest first."""
    days = [1, 2, 3, 4, 5, 8, 9, 25, 80]
    series = counted_up_from_start([((TODAY - START).days - ago, 1.0) for ago in days])
    line = throughput(series, TODAY)

    assert line
    assert line.slope == pytest.approx(8 / 28)
    assert (line.lowest, line.highest) == (0.0, pytest.approx(5 / 7))
    assert line.level == 9


def band(*values: tuple[int, float], **fields: Any) -> Standing:
    """A goal to stay between 2 and 8, with check-ins so many days ago."""
    known = {"id": 1, "title": "T", "state": "active", "start": START, "due": DUE, "metric": "weeks"}
    goal = Goal.checked({**known, "direction": "within", "target": 2, "target_high": 8, **fields})
    said = [
        CheckIn.checked(
            {
                "id": n,
                "goal": 1,
                "day": TODAY - timedelta(days=days),
                "value": value,
                "author": "ana",
                "at": NOW,
            }
        )
        for n, (days, value) in enumerate(values, 1)
    ]
    return Standings(builders.team(goal, *said), TODAY).of(goal)


def test_nobody_knows_whether_a_band_is_kept_before_somebody_looked() -> None:
    """Unless it is known where it began."""
    assert (band().value, band().share, band().pace) == (None, None, None)
    assert band(baseline=20).value == 20
    assert band(baseline=20).share == 0.0


def test_the_days_of_a_band_are_in_order_from_either_side() -> None:
    """From above it falls into it, from below it rises."""
    for values in ((20.0, 18.5, 15.5, 14.0), (-20.0, -16.5, -15.0, -12.0)):
        series = tuple((TODAY - timedelta(days=7 * (3 - n)), value) for n, value in enumerate(values))
        found = forecast(Way(5, 5, Direction.WITHIN, 9), series, DUE, TODAY)

        assert found
        assert found.earliest
        assert found.day
        assert found.earliest <= found.day
        assert found.latest is None or found.day <= found.latest


def test_the_likely_range_is_told() -> None:
    """When at best and at worst, and how much by the due date."""
    falling = band((28, 20), (21, 18.5), (14, 15.5), (7, 14))
    ahead = falling.forecast()

    assert ahead
    assert likely(falling, ahead) == "2 Dec to 16 Dec; −6.33 to 3.74 by the due date"
