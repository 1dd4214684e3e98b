"""Days and hours of work, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import Refused
from store.working_hours import clock, day_of_year, span, spoken_days, spoken_span, weekdays


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Mon-Fri", [0, 1, 2, 3, 4]),
        ("mo – we, sat", [0, 1, 2, 5]),
        ("Fr-Mo", [0, 4, 5, 6]),
        ("Tu Mo,Tu", [0, 1]),
        ("", []),
    ],
)
def test_days_of_the_week_are_read(typed: str, days: list[int]) -> None:
    """One by one, or from one to another, also over the end of the week."""
    assert weekdays(typed) == days


def test_times_of_day_are_read() -> None:
    """With or without minutes, in one form."""
    assert span("9-17:30") == ("09:00", "17:30")
    assert span(" 09.00 — 17.30 ") == ("09:00", "17:30")
    assert span("22:00-06:00") == ("22:00", "06:00")
    assert (span(""), clock(" ")) == (("", ""), "")
    assert spoken_span("09:00", "17:30") == "09:00-17:30"


@pytest.mark.parametrize("typed", ["9 to 5", "9", "9-", "-17", "9-17-18", "25:00-26:00", "9:60-10", "٩-١٧"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    """The sentence shows how it is written."""
    with pytest.raises(Refused, match="write it like 09:00"):
        span(typed)


@pytest.mark.parametrize("typed", ["Mon-", "t", "Mo-Tu-We", "x-y", "-"])
def test_what_are_no_days_is_refused(typed: str) -> None:
    """The same for days."""
    with pytest.raises(Refused, match="are not days of the week; write them like Mon-Fri or Mo,Tu,Sa"):
        weekdays(typed)


@given(st.sets(st.integers(0, 6)))
def test_days_that_are_spoken_are_read_again(days: set[int]) -> None:
    """What stands in a form is what it was made from."""
    assert weekdays(spoken_days([*days])) == sorted(days)


@pytest.mark.parametrize(
    "typed", ["03-21", "3-21", "21.3.", "21. 3", "21 Mar", "21. march", "Mar 21", " 21 MAR "]
)
def test_days_of_the_year_are_read(typed: str) -> None:
    """As people write them in several countries; the year is nobody's business."""
    assert day_of_year(typed) == "03-21"


@pytest.mark.parametrize("typed", ["31.2.", "13-01", "21", "21.3.1990", "today", "0-0"])
def test_what_is_no_day_of_the_year_is_refused(typed: str) -> None:
    """The sentence says how it is written."""
    with pytest.raises(Refused, match="write it like 03-21"):
        day_of_year(typed)
