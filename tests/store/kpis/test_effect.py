"""Before and after an adjustment: what the numbers say, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.kpis import effect
from store.kpis.effect import Compared, Verdict, around, compare, interval, verdict
from store.models import Cadence, Kpi

MONDAY = date(2026, 11, 2)
WHOLE = st.lists(st.integers(-50, 50), min_size=1, max_size=12)


def kpi(**fields: Any) -> Kpi:
    return Kpi.checked({"id": 1, "name": "Conversion", "unit": "%", "decimals": 2, **fields})


def weeks(*values: float, until: date = date(2026, 11, 16)) -> tuple[tuple[date, float], ...]:
    """A value a week, the last one in the week that begins on a day."""
    first = until - timedelta(weeks=len(values) - 1)
    return tuple((first + timedelta(weeks=at), value) for at, value in enumerate(values))


def test_the_shift_is_the_median_of_all_differences() -> None:
    """Sixteen of them: −1 0 0 1 1 1 2 2 2 3 3 3 4 4 5 6; one wild value would not move it."""
    found = compare([1, 2, 3, 4], [3, 4, 5, 7])
    assert (found.shift, found.low, found.high) == (2, -1, 6)
    assert (found.median_before, found.median_after) == (2.5, 4.5)
    assert found.noise == 1.0, "half of the values before lie within 1 of 2.5: 1.5, 0.5, 0.5, 1.5"
    assert compare([1, 2, 3, 4], [3, 4, 5, 700]).shift == 2


def test_ranks_are_counted_exactly() -> None:
    """Two and three values have ten orders, and U is 0 to 6 in 1, 1, 2, 2, 2, 1, 1 of them."""
    assert effect._ways(2, 3) == (1, 1, 2, 2, 2, 1, 1)
    assert sum(effect._ways(5, 5)) == 252


@pytest.mark.parametrize(
    ("n", "m", "critical"),
    [(4, 4, 0), (5, 5, 2), (5, 8, 6), (8, 8, 13), (10, 10, 23), (2, 8, 0), (3, 3, None)],
)
def test_the_range_is_that_of_the_printed_tables(n: int, m: int, critical: int | None) -> None:
    """Two-sided 5 % values of U as in every textbook; the range ends at the difference behind it."""
    before, after = [0.0] * n, [10.0**at for at in range(m)]
    found = interval(before, after)
    differences = sorted(late - early for late in after for early in before)
    assert found == (None if critical is None else (differences[critical], differences[-1 - critical]))


@given(WHOLE, WHOLE, st.integers(-9, 9))
def test_the_shift_lies_in_its_range_and_moves_with_the_values(
    before: list[int], after: list[int], more: int
) -> None:
    """What is added to every value after is added to shift and range."""
    found = compare(before, after)
    moved = compare(before, [value + more for value in after])
    assert found.shift is not None
    assert moved.shift == found.shift + more
    if found.low is not None and found.high is not None and moved.low is not None:
        assert found.low <= found.shift <= found.high
        assert moved.low == found.low + more


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([2, 3, 4, 5, 6], [9, 9], "Too few readings to tell: 2 after."),
        ([2, 3], [9, 9, 9, 9], "Too few readings to tell: 2 before."),
        ([], [], "Too few readings to tell: 0 before and 0 after."),
        (
            [1, 5, 2, 6, 3, 4],
            [2, 5, 3, 6],
            "The difference, +0.50 points (−3.00 points to +4.00 points), lies within the usual ups "
            "and downs.",
        ),
        (
            [2.0, 2.1, 2.2, 2.1],
            [2.6, 2.7, 2.5, 2.8],
            "Since then it is 0.55 points more (+0.30 points to +0.80 points), which is better. "
            "Why, the numbers do not say.",
        ),
        (
            [1, 2, 3, 4, 5, 6, 7, 8],
            [9, 10, 11, 12],
            "Since then it is 6.00 points more (+3.00 points to +9.00 points), which is better; it was "
            "rising before already. Why, the numbers do not say.",
        ),
    ],
)
def test_it_is_said_no_more_than_the_numbers_say(before: list[float], after: list[float], said: str) -> None:
    """How many there are, the difference with its range, whether that is better, and never why."""
    assert Compared(kpi(), compare(before, after)).sentence == said


def test_what_is_sure_and_smaller_than_the_noise_is_not_made_much_of() -> None:
    """Thirty values from 0 to 29, then thirty from 7 to 36: surely 7 more, and half of them vary by 7.5."""
    found = compare(range(30), range(7, 37))
    assert found.low is not None
    assert found.low > 0
    assert (found.shift, found.noise) == (7, 7.5)
    assert verdict(found, kpi()) is Verdict.WITHIN


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"direction": "more"}, Verdict.BETTER),
        ({"direction": "less"}, Verdict.WORSE),
        ({"direction": "within", "target": 9, "target_high": 20}, Verdict.BETTER),
        ({"direction": "within", "target": 1, "target_high": 4}, Verdict.WORSE),
        ({"direction": "within", "target": 0, "target_high": 20}, Verdict.OTHER),
        ({"direction": "within"}, Verdict.OTHER),
    ],
)
def test_what_is_better_follows_the_direction(fields: dict[str, Any], expected: Verdict) -> None:
    """In a band nearer is better; on both sides inside it nobody can say."""
    assert verdict(compare([1, 2, 3, 4], [9, 10, 11, 12]), kpi(**fields)) is expected


def test_the_period_of_the_adjustment_is_on_neither_side_unless_it_begins_with_it() -> None:
    """Made on a Wednesday, the week is half and half; made on a Monday it is the first one after."""
    found = weeks(1, 2, 3, 4, 5)
    assert around(found, kpi(), MONDAY + timedelta(days=2)).before == (1, 2)
    assert around(found, kpi(), MONDAY + timedelta(days=2)).after == (4, 5)
    assert around(found, kpi(), MONDAY).after == (3, 4, 5)
    assert around(found, kpi(), MONDAY, until=date(2026, 11, 15)).after == (3, 4)
    assert around((), kpi(cadence=Cadence.DAY), MONDAY).shift is None


def test_only_what_is_near_is_compared() -> None:
    """Thirty values on each side."""
    found = around(weeks(*range(100), until=MONDAY + timedelta(weeks=49)), kpi(), MONDAY)
    assert (found.before, found.after) == (tuple(range(20, 50)), tuple(range(50, 80)))
