"""What people write for days and hours."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.days import begun, day, hours, is_beginning, spoken
from store.errors import Refused

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        (" Today ", MONDAY),
        ("tomorrow", date(2026, 11, 24)),
        ("mon", date(2026, 11, 30)),
        ("FRIDAY", date(2026, 11, 27)),
        ("frid", date(2026, 11, 27)),
        ("27.11.", date(2026, 11, 27)),
        ("23.11.", MONDAY),
        ("22.11.", date(2027, 11, 22)),
        ("1.2.", date(2027, 2, 1)),
        ("29.2.", date(2028, 2, 29)),
        ("27.11.2026", date(2026, 11, 27)),
        ("+3d", date(2026, 11, 26)),
        ("+2w", date(2026, 12, 7)),
        ("+0d", MONDAY),
        ("eom", date(2026, 11, 30)),
    ],
)
def test_a_day_is_understood(text: str, meant: date) -> None:
    """Each way of writing gives the day that it means on a Monday in November."""
    assert day(text, MONDAY) == meant


@pytest.mark.parametrize(("today", "last"), [((2026, 12, 31), 31), ((2028, 2, 29), 29), ((2027, 2, 1), 28)])
def test_the_end_of_the_month_is_in_it(today: tuple[int, int, int], last: int) -> None:
    """`eom` is the last day of the month, also on that day."""
    assert day("eom", date(*today)) == date(*today).replace(day=last)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "fr", "2026-13-01", "2026-02-30", "20261127", "2026-W48-5", "31.4.", "0.1."),
        *(
            "27.11.202",
            "27.11",
            "3.1.27",
            "+d",
            "+3",
            "-3d",
            "+999999d",
            "٢٧.١١.",
            "²7.11.",
            "0000-01-01",
            "99.99.",
        ),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """The sentence repeats it and says how to write a day."""
    with pytest.raises(Refused, match=r"is not a day; write 2026-11-27, today, .*27\.11\."):
        day(text, MONDAY)


@pytest.mark.parametrize(
    "text", ["2026-11-27", "27.11.2026", "27.11.26", "today", "wednesday", "+12d", "eom", "1.1."]
)
def test_every_beginning_of_a_day_may_become_one(text: str) -> None:
    """While somebody is typing a day, no key of it is an error."""
    for end in range(len(text)):
        part = text[:end]
        assert is_beginning(part) or day(part, MONDAY)


@pytest.mark.parametrize("text", ["x", "toda7", "2026-11-27-", "27.11.x", "+x"])
def test_what_cannot_become_a_day(text: str) -> None:
    """A letter too much is no beginning."""
    assert not is_beginning(text)


def test_days_that_begin_alike() -> None:
    """`t` may be one of four days; nothing yet is none."""
    assert [when - MONDAY for when in begun("t", MONDAY)] == [timedelta(days=n) for n in (0, 1, 1, 3)]
    assert begun("", MONDAY) == []


@given(st.text(), st.dates(date(1900, 1, 1), date(2900, 1, 1)))
def test_any_text_is_a_day_or_a_sentence(text: str, today: date) -> None:
    """Nothing that is typed breaks it."""
    with contextlib.suppress(Refused):
        assert isinstance(day(text, today), date)


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.dates(date(1900, 1, 1), date(2900, 1, 1)))
def test_a_date_reads_back(when: date, today: date) -> None:
    """What is written in figures is that day, whichever day it is."""
    assert day(when.isoformat(), today) == day(f"{when.day}.{when.month}.{when.year:04}", today) == when


@pytest.mark.parametrize(("text", "amount"), [("2", 2), ("1.5h", 1.5), ("1,5 H", 1.5), ("30m", 0.5)])
def test_hours_are_understood(text: str, amount: float) -> None:
    """Hours with or without their sign, and minutes."""
    assert hours(text) == amount


@pytest.mark.parametrize("text", ["", "long", "-1", "h", "2d", "nan"])
def test_what_is_no_effort_is_refused(text: str) -> None:
    """The sentence says how to write hours."""
    with pytest.raises(Refused, match=r"is not a number of hours; write 2, 1.5h or 30m"):
        hours(text)


def test_a_day_for_reading() -> None:
    """The weekday, the day and the month; the year where it is another one."""
    assert spoken(date(2026, 11, 27), MONDAY) == "Fri 27 Nov"
    assert spoken(date(2027, 1, 1), MONDAY) == "Fri 1 Jan 2027"
