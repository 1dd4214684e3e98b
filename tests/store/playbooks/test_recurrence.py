"""On which days something comes again, in rules and in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import Refused
from store.models import Shift
from store.playbooks.recurrence import coming, known, parsed
from store.playbooks.saying_rules import said, understood

WEEK = (0, 1, 2, 3, 4)


def days(words: str, first: str, until: str, working: tuple[int, ...] = WEEK) -> list[str]:
    """The days of a rule in words, from its first one on."""
    rule, shift = understood(words)
    comes = coming(parsed(rule), date.fromisoformat(first), shift or Shift.STAY, working)
    return [day.isoformat() for day in comes.days(comes.first - timedelta(1), date.fromisoformat(until))]


@pytest.mark.parametrize(
    ("words", "first", "until", "expected"),
    [
        ("every monday", "2026-11-24", "2026-12-08", ["2026-11-30", "2026-12-07"]),
        ("every 2 weeks on fri", "2026-11-23", "2026-12-20", ["2026-11-27", "2026-12-11"]),
        ("working days", "2026-11-27", "2026-12-01", ["2026-11-27", "2026-11-30", "2026-12-01"]),
        ("month end", "2027-12-15", "2028-03-31", ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]),
        (
            "last working day",
            "2026-11-01",
            "2027-02-28",
            ["2026-11-30", "2026-12-31", "2027-01-29", "2027-02-26"],
        ),
        (
            "first working day",
            "2026-10-15",
            "2027-02-15",
            ["2026-11-02", "2026-12-01", "2027-01-01", "2027-02-01"],
        ),
        ("the 31st of every month", "2027-01-01", "2027-05-31", ["2027-01-31", "2027-03-31", "2027-05-31"]),
        ("every 3 months", "2026-11-30", "2027-08-31", ["2026-11-30", "2027-05-30", "2027-08-30"]),
        ("every year on 29 february", "2026-01-01", "2033-01-01", ["2028-02-29", "2032-02-29"]),
        ("the last friday of every month", "2026-11-01", "2026-12-31", ["2026-11-27", "2026-12-25"]),
        (
            "every saturday, or the working day after",
            "2026-11-23",
            "2026-12-08",
            ["2026-11-30", "2026-12-07"],
        ),
        (
            "every day, or the working day before",
            "2026-11-27",
            "2026-12-01",
            ["2026-11-27", "2026-11-30", "2026-12-01"],
        ),
        ("every saturday, on working days only", "2026-11-23", "2026-12-31", []),
        ("daily until 2026-11-25", "2026-11-24", "2026-12-31", ["2026-11-24", "2026-11-25"]),
    ],
)
def test_it_comes_on_these_days(words: str, first: str, until: str, expected: list[str]) -> None:
    """Month ends, leap years, days off, and every other week counted from its first day."""
    assert days(words, first, until) == expected


def test_working_days_are_the_teams_own() -> None:
    """Who works from Tuesday to Saturday has no card on Monday; who works never is not waited for."""
    assert days("working days", "2026-11-28", "2026-12-01", (1, 2, 3, 4, 5)) == ["2026-11-28", "2026-12-01"]
    assert days("last working day", "2026-11-28", "2026-11-30", ()) == ["2026-11-30"]


def test_a_rule_that_began_long_ago_is_not_counted_through() -> None:
    """Every other Friday stays every other Friday after fifty years."""
    comes = coming(parsed("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"), date(1976, 1, 2), Shift.STAY, WEEK)

    found = comes.next(date(2026, 11, 23))
    assert found is not None
    assert (found - date(1976, 1, 2)).days % 14 == 0
    assert found.weekday() == 4
    assert coming(parsed("FREQ=DAILY;INTERVAL=10"), date(2026, 1, 1), Shift.STAY, WEEK).next(
        date(2026, 11, 23)
    ) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "rule", "shown"),
    [
        ("jeden Montag", "FREQ=WEEKLY;BYDAY=MO", "every Monday"),
        ("mo, do", "FREQ=WEEKLY;BYDAY=MO,TH", "every Monday and Thursday"),
        ("Freitags", "FREQ=WEEKLY;BYDAY=FR", "every Friday"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2", "every 2 weeks"),
        ("15th", "FREQ=MONTHLY;BYMONTHDAY=15", "the 15th of every month"),
        ("1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15", "the 1st and 15th of every month"),
        ("2nd Tuesday", "FREQ=MONTHLY;BYDAY=2TU", "the second Tuesday of every month"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
        ("every year on 24. Dezember", "FREQ=YEARLY;BYMONTHDAY=24;BYMONTH=12", "every year on 24 December"),
        ("rrule:freq=weekly;byday=mo", "FREQ=WEEKLY;BYDAY=MO", "every Monday"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        ),
    ],
)
def test_words_are_understood_and_said_again(words: str, rule: str, shown: str) -> None:
    """English and German days, ordinals, and rules as they are."""
    assert understood(words) == (rule, None)
    assert said(rule) == shown


UNITS = st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"])
WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True)
MONTH_DAYS = st.lists(st.integers(1, 28), min_size=1, max_size=4, unique=True)
RULES = st.one_of(
    UNITS,
    WEEKDAYS.map(lambda codes: f"FREQ=WEEKLY;BYDAY={','.join(codes)}"),
    MONTH_DAYS.map(lambda numbers: f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, numbers))}"),
    st.integers(-3, -1).map(lambda number: f"FREQ=MONTHLY;BYMONTHDAY={number}"),
    st.tuples(st.sampled_from([-1, 1, 2, 5]), WEEKDAYS).map(
        lambda two: f"FREQ=MONTHLY;BYDAY={two[0]}{two[1][0]}"
    ),
    st.tuples(st.integers(1, 12), st.integers(1, 28)).map(
        lambda two: f"FREQ=YEARLY;BYMONTHDAY={two[1]};BYMONTH={two[0]}"
    ),
)


@settings(max_examples=60)
@given(
    RULES,
    st.integers(1, 24),
    st.sampled_from(Shift),
    st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2100, 1, 1))),
)
def test_what_is_said_means_the_same(text: str, interval: int, shift: Shift, until: date | None) -> None:
    """A rule in words is read as that rule, with its days off and its end."""
    end = f";UNTIL={until:%Y%m%d}" if until else ""
    rule = parsed(f"{text};INTERVAL={interval}{end}").text

    again, meant = understood(said(rule, shift))
    assert (again, meant or Shift.STAY) == (rule, shift)


@settings(max_examples=60)
@given(
    RULES,
    st.integers(1, 5),
    st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    st.integers(0, 900),
    st.sampled_from(Shift),
)
def test_where_one_looks_does_not_change_the_days(
    text: str, interval: int, first: date, skip: int, shift: Shift
) -> None:
    """The days from some day on are those of the whole series from that day on."""
    comes = coming(parsed(f"{text};INTERVAL={interval}"), first, shift, WEEK)
    start, end = first + timedelta(skip), first + timedelta(skip + 60)
    everything = [*comes.days(first - timedelta(8), end)]

    assert [*comes.days(start, end)] == [day for day in everything if day > start]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("sometimes", "“sometimes” is not how often; write like every Monday"),
        ("every 31 feb", "is not how often"),
        ("every year on 31 february", "never comes"),
        ("the 0th of every month", "is not how often"),
        ("FREQ=HOURLY", "“FREQ=HOURLY” is not a part of a rule"),
        ("FREQ=DAILY;COUNT=3", "“COUNT” is not a part of a rule that is used here"),
        ("FREQ=DAILY;INTERVAL=0", "“INTERVAL=0” is not a part of a rule"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "never comes"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "never comes"),
        ("FREQ=DAILY;BYSETPOS=2", "never comes"),
        ("FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20", "never comes"),
        ("FREQ=YEARLY;BYMONTH=13", "never comes"),
        ("BYDAY=MO", "does not say how often"),
        ("daily until 2026-02-30", "“2026-02-30” is not a day"),
        ("", "is not how often"),
    ],
)
def test_what_cannot_be_meant_is_told(words: str, sentence: str) -> None:
    """Also what would be counted through for ever."""
    with pytest.raises(Refused, match=sentence):
        understood(words)


def test_a_rule_that_cannot_be_read_is_shown_as_it_is() -> None:
    """It has no days."""
    assert known("whenever") is None
    assert said("whenever") == "whenever"
    assert said("") == "never"
