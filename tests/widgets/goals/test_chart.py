"""The chart of a goal, cell by cell, against pictures that were drawn by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.goals.standing import Standing, Standings
from store.models import CheckIn, Goal
from tests import builders
from tests.builders import NOW
from widgets.goals.chart import ASCII_INKS, UNICODE_INKS, Ink, chart, legend

START, TODAY = date(2026, 10, 1), date(2026, 10, 21)
DUE = date(2026, 11, 10)


def standing(*values: tuple[int, float], today: date = TODAY, **fields: Any) -> Standing:
    """A goal from 0 to 40 in forty days, with values on days counted from its start."""
    known = {"id": 1, "title": "T", "state": "active", "start": START, "due": DUE, "metric": "parcels"}
    goal = Goal.checked({**known, "baseline": 0, "target": 40, "owner": "ana", **fields})
    said = [
        CheckIn.checked(
            {
                "id": n,
                "goal": 1,
                "day": START + timedelta(days=day),
                "value": value,
                "author": "ana",
                "at": NOW,
            }
        )
        for n, (day, value) in enumerate(values, 1)
    ]
    return Standings(builders.team(goal, *said), today).of(goal)


def picture(of: Standing, width: int = 46, height: int = 11, *, plain: bool = False) -> list[str]:
    """The chart as it is read."""
    inks = ASCII_INKS if plain else UNICODE_INKS
    lines = chart(of, of.forecast(), width, height, inks)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_values_the_line_and_the_forecast() -> None:
    """Three values behind the line: the trend arrives at half of it."""
    assert picture(standing((5, 2.5), (10, 5), (20, 10))) == PICTURE


PICTURE = [
    "40 │              ┊           ··",
    "   │              ┊        ···",
    "   │              ┊    ····               ○○○○",
    "   │              ┊ ···             ○○○○○○",
    "20 │            ····        ○○○○○○○○",
    "   │         ···  ┊   ○○○○○○",
    "   │      ···  •••●○○○",
    "   │  ····•●•••   ┊",
    " 0 │·· ●••        ┊",
    "   └──────────────────────────────────────────",
    "    1 Oct       today                   30 Nov",
]
"""Forty days of line to 40, a trend of half of that, followed for half the way beyond the due date."""


def test_the_same_in_ascii() -> None:
    """No sign is beyond what every terminal has."""
    text = "\n".join(picture(standing((5, 2.5), (10, 5), (20, 10)), plain=True))

    assert text.isascii()
    assert "o" in text
    assert "+" in text


def test_with_too_few_values_there_is_no_forecast() -> None:
    """The legend says what it takes."""
    few = standing((5, 2.5), (20, 10))

    assert "○" not in "".join(picture(few))
    assert "no forecast before 3 check-ins" in legend(few, few.forecast(), UNICODE_INKS)


@pytest.mark.parametrize("size", [(30, 6), (10, 20), (60, 5)])
def test_where_there_is_no_room_there_is_no_chart(size: tuple[int, int]) -> None:
    """Rather none than one that nobody can read."""
    assert picture(standing((5, 2.5)), *size) == []


@pytest.mark.parametrize("missing", [{"start": None}, {"due": None}, {"target": None}, {"baseline": None}])
def test_without_dates_or_numbers_there_is_no_chart(missing: dict[str, Any]) -> None:
    """There is no line that the values should follow."""
    assert picture(standing((5, 2.5), **missing)) == []


def test_a_late_arrival_is_followed_to_its_end() -> None:
    """The axis goes beyond the due date, at most by half of the way until then."""
    soon = picture(standing((5, 4), (10, 8), (20, 16)))
    never = picture(standing((5, 0.1), (10, 0.2), (20, 0.3)))

    assert soon[-1].endswith("20 Nov")
    assert never[-1].endswith("30 Nov")


VALUES = st.lists(st.tuples(st.integers(0, 60), st.floats(-1e6, 1e6)), max_size=8, unique_by=lambda v: v[0])


@given(VALUES, st.integers(36, 180), st.integers(7, 30), st.integers(-20, 100))
def test_it_fits_whatever_the_values_are(
    values: list[tuple[int, float]], width: int, height: int, today: int
) -> None:
    """Each line is as wide as it may be at most, and every value in the frame has its cell."""
    goal = standing(*values, today=START + timedelta(days=today))
    lines = chart(goal, goal.forecast(), width, height, UNICODE_INKS)

    assert len(lines) in (0, height)
    for line in lines:
        assert sum(cell_len(text) for text, _ in line) <= width
    if lines and goal.series:
        assert any(ink is Ink.VALUE for line in lines for _, ink in line)


def test_a_band_has_two_edges() -> None:
    """What has to stay between two values is drawn between two lines."""
    kept = standing((5, 9), (10, 8), (20, 6), direction="within", target=4, target_high=7, baseline=None)
    lines = picture(kept)

    assert sum("·····" in line for line in lines) == 2
    assert "· stay between" in legend(kept, kept.forecast(), UNICODE_INKS)


def test_a_goal_that_was_closed_asks_for_nothing_more() -> None:
    """Its last day is the one on which it was closed, and no forecast is missing."""
    closed = standing((5, 9), (10, 20), state="reached", closed_at=NOW)

    assert any("closed" in line for line in picture(closed))
    assert legend(closed, None, UNICODE_INKS) == "● check-ins   · should be   ┊ closed"


def test_a_date_beyond_the_calendar_does_no_harm() -> None:
    """As another program may write it."""
    goal = replace(standing((5, 2.5), (10, 5), (20, 10)).goal, due=date(9999, 12, 31))
    said = [
        CheckIn(id=n, goal=1, day=START + timedelta(days=n * 5), value=2.5 * n, author="ana", at=NOW)
        for n in (1, 2, 3)
    ]

    assert picture(Standings(builders.team(*said), TODAY).of(goal))
