"""Progress, pace, trend and forecast, against values that were worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.goals.expected import plan
from store.goals.forecast import forecast
from store.goals.pace import Pace, pace
from store.goals.progress import Way
from store.goals.series import by_day, counted_up, value_on, weighted
from store.goals.trend import trend
from store.models import Direction, Goal, Milestone

DAY = date(2026, 10, 1)
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
MORE, LESS, BAND = Way(100, 200), Way(80, 20, Direction.LESS), Way(5, 5, Direction.WITHIN, 9)


def day(number: int) -> date:
    """So many days after the first of October."""
    return DAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("way", "value", "share"),
    [
        (MORE, 100, 0.0),
        (MORE, 150, 0.5),
        (MORE, 230, 1.3),
        (MORE, 90, -0.1),
        (LESS, 80, 0.0),
        (LESS, 35, 0.75),
        (LESS, 95, -0.25),
        (BAND, 7, 1.0),
        (BAND, 3, 0.5),
        (BAND, 20, 0.0),
        (Way(7, 7), 7, 1.0),
        (Way(7, 7), 6, 0.0),
        (Way(7, 7, Direction.WITHIN, 7), 7, 1.0),
        (Way(50, 20), 10, 0.0),
    ],
)
def test_the_share_of_the_way(way: Way, value: float, share: float) -> None:
    """Up, down, in a band, beyond both ends, and where there is no way at all."""
    assert way.share(value) == pytest.approx(share)


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(Direction), NUMBERS)
def test_what_is_reached_is_whole(base: float, target: float, high: float, way: Direction, at: float) -> None:
    """Progress is 1.0 or more just where the target is reached, whatever the numbers are."""
    measured = Way(base, min(target, high) if way is Direction.WITHIN else target, way, max(target, high))

    if abs(measured.length) > 1e-3 or way is Direction.WITHIN:
        is_sensible = way is Direction.WITHIN or (measured.length > 0) == (way is Direction.MORE)
        if is_sensible and measured.is_reached(at):
            assert measured.share(at) >= 1.0 - 1e-9
    assert measured.share(at) == measured.share(at)


def _goal(**fields: object) -> Goal:
    return Goal.checked({"id": 1, "title": "x", "start": DAY, "due": day(100), **fields})


def test_the_line_is_straight_or_goes_through_the_milestones() -> None:
    """Half the way at half the time; a milestone's value has to be there on its day."""
    straight = plan(_goal(), MORE)
    assert straight
    assert [straight.share(day(n)) for n in (-5, 0, 25, 50, 100, 130)] == [0.0, 0.0, 0.25, 0.5, 1.0, 1.0]
    bent = plan(_goal(milestones=[Milestone(id="a", day=day(50), value=120).raw()]), MORE)
    assert bent
    assert [bent.share(day(n)) for n in (25, 50, 75, 100)] == pytest.approx([0.1, 0.2, 0.6, 1.0])


def test_a_goal_of_one_day_and_one_without_dates() -> None:
    """On its day all of it should be there; without dates, or turned round, nobody can say."""
    one_day = plan(_goal(due=DAY), MORE)
    assert one_day
    assert (one_day.share(day(-1)), one_day.share(DAY)) == (0.0, 1.0)
    assert plan(_goal(due=None), MORE) is None
    assert plan(_goal(due=day(-1)), MORE) is None


@pytest.mark.parametrize(
    ("share", "expected", "found"),
    [
        (0.60, 0.50, Pace.AHEAD),
        (0.52, 0.50, Pace.ON_TRACK),
        (0.46, 0.50, Pace.ON_TRACK),
        (0.40, 0.50, Pace.AT_RISK),
        (0.30, 0.50, Pace.OFF_TRACK),
        (1.00, 1.00, Pace.ON_TRACK),
        (0.99, 1.00, Pace.ON_TRACK),
    ],
)
def test_the_pace(share: float, expected: float, found: Pace) -> None:
    """From the distance to where it should be."""
    assert pace(share, expected) is found


def test_the_trend_by_hand() -> None:
    """Of four values one is odd: the six slopes are 2, 2, 2, 14/3, 6, 10; Theil and Sen take the middle.

    (0, 0), (1, 2), (2, 4), (3, 14): 2, 2, 14/3, 2, 6, 10 -> median (2 + 14/3) / 2 = 10/3. Level at day 3: the
    median of 0 + 10, 2 + 20/3, 4 + 10/3, 14 = 10, 8.667, 7.333, 14 -> (8.667 + 10) / 2.
    """
    found = trend([(0, 0), (1, 2), (2, 4), (3, 14)])

    assert found
    assert found.slope == pytest.approx(10 / 3)
    assert found.level == pytest.approx((26 / 3 + 10) / 2)
    assert (found.lowest, found.highest) == (2, 10)


def test_one_wrong_value_of_many_changes_nothing() -> None:
    """Of nine values on a line one may be anything."""
    series = [(float(n), 3.0 * n) for n in range(9)]
    series[4] = (4.0, 5000.0)

    found = trend(series)
    assert found
    assert found.slope == pytest.approx(3.0)


def test_one_day_has_no_trend() -> None:
    """However many values it has."""
    assert trend([(1, 1), (1, 5), (1, 7)]) is None


@given(st.lists(NUMBERS, min_size=2, max_size=12), st.floats(-50, 50), st.floats(-50, 50))
def test_a_line_added_to_a_series_is_added_to_its_trend(
    values: list[float], slope: float, level: float
) -> None:
    """The slope of the sum is the sum of the slopes: the trend leans no way of its own."""
    plain = trend([(float(n), value) for n, value in enumerate(values)])
    leaned = trend([(float(n), value + slope * n + level) for n, value in enumerate(values)])

    assert plain
    assert leaned
    assert leaned.slope == pytest.approx(plain.slope + slope, abs=1e-3)
    assert plain.lowest <= plain.slope <= plain.highest


def test_the_forecast_by_hand() -> None:
    """From 100 to 200 in 100 days; after 40 days at 120, with 5 more every 10 days: late by 100 days."""
    series = tuple((day(n), 100 + n / 2) for n in (0, 10, 20, 30, 40))
    found = forecast(MORE, series, due=day(100), today=day(40))

    assert found
    assert found.doing == pytest.approx(3.5)
    assert found.needed == pytest.approx((200 - 120) / 60 * 7)
    assert found.at_due == pytest.approx(150)
    assert found.day == day(200)
    assert found.lateness(day(100)) == 100


def test_a_falling_metric_is_forecast_like_a_rising_one() -> None:
    """From 80 down to 20: two a day, 20 on the 30th day."""
    series = tuple((day(n), 80.0 - 2 * n) for n in (0, 5, 10))
    found = forecast(LESS, series, due=day(40), today=day(10))

    assert found
    assert (found.day, found.doing, found.needed) == (
        day(30),
        pytest.approx(-14),
        pytest.approx(-40 / 30 * 7),
    )


def test_what_goes_the_wrong_way_never_arrives() -> None:
    """A metric that falls where it should rise has no day, and the way back is told."""
    series = tuple((day(n), 100.0 - n) for n in (0, 5, 10))
    found = forecast(MORE, series, due=day(40), today=day(10))

    assert found
    assert (found.day, found.latest) == (None, None)
    assert found.needed == pytest.approx(110 / 30 * 7)


def test_two_values_tell_nothing() -> None:
    """Nor does one; a third may."""
    series = tuple((day(n), 100.0 + n) for n in (0, 5, 10))

    assert forecast(MORE, series[:2], due=day(40), today=day(10)) is None
    assert forecast(MORE, series, due=day(40), today=day(10)) is not None
    assert forecast(MORE, series, due=day(40), today=day(5)) is None


def test_past_its_due_date_there_is_no_needed_pace() -> None:
    """The forecast goes on from today."""
    series = tuple((day(n), 100.0 + n) for n in (0, 5, 10))
    found = forecast(MORE, series, due=day(8), today=day(10))

    assert found
    assert found.needed is None
    assert found.day == day(100)


@given(
    st.lists(st.tuples(st.integers(0, 90), NUMBERS), min_size=1, max_size=15),
    st.sampled_from([MORE, LESS, BAND, Way(7, 7), Way(50, 20)]),
    st.integers(-20, 400),
    st.integers(0, 200),
)
def test_no_series_is_too_odd_for_a_forecast(
    readings: list[tuple[int, float]], way: Way, due: int, today: int
) -> None:
    """There is one or there is none; its days are in order and none lies in the past."""
    series = by_day((day(n), value) for n, value in readings)
    found = forecast(way, series, due=day(due), today=day(today))

    if found is None:
        return
    assert found.low <= found.high
    days = [d for d in (found.earliest, found.day, found.latest) if d is not None]
    assert all(d >= day(today) for d in days)
    assert days == sorted(days)
    # What comes on the whole comes at best as well.
    assert not found.day or found.earliest
    assert not found.latest or found.day


def test_series() -> None:
    """The last value of a day counts, amounts are added up, and the newest value holds until the next one."""
    series = by_day([(day(3), 1), (day(1), 5), (day(3), 2)])

    assert series == ((day(1), 5), (day(3), 2))
    assert [value_on(series, day(n)) for n in (0, 1, 2, 3, 9)] == [None, 5, 5, 2, 2]
    assert counted_up([(day(2), 1), (day(0), 2), (day(2), 3)]) == ((day(0), 2), (day(2), 6))
    assert weighted([(1, ((day(0), 0.5),)), (3, ((day(1), 2.0),))]) == ((day(0), 0.125), (day(1), 0.875))
    assert weighted([(0, series)]) == ()
