"""Which daily backups are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from store.backup import superfluous

FIRST = date(2025, 1, 1)


def lived(days: Iterable[date]) -> set[date]:
    """The backups that are there after one was made on each of the days, and tidied up after each."""
    kept: set[date] = set()
    for day in days:
        kept.add(day)
        kept -= superfluous(kept)
    return kept


def test_after_two_years_there_are_seven_days_five_weeks_and_twelve_months() -> None:
    """The last days, the Sundays before them, and the ends of the months before those."""
    last = date(2026, 12, 30)
    kept = sorted(lived(FIRST + timedelta(days=n) for n in range((last - FIRST).days + 1)))

    assert kept[-7:] == [last - timedelta(days=n) for n in range(6, -1, -1)]
    assert {date(2026, 12, 20), date(2026, 12, 13), date(2026, 12, 6)} <= set(kept)
    assert [day for day in kept if day < date(2026, 11, 30)] == [
        date(2026, month + 1, 1) - timedelta(days=1) for month in range(1, 11)
    ]
    assert len(kept) <= 7 + 5 + 12


def test_after_a_long_holiday_nothing_has_gone() -> None:
    """Days are counted that have a backup, not those of the calendar."""
    before = lived(FIRST + timedelta(days=n) for n in range(7))

    assert before <= lived([*sorted(before), date(2025, 1, 8)]) | {min(before)}


@given(st.lists(st.integers(0, 1500), min_size=1, max_size=80))
def test_the_newest_stay_whatever_the_clocks_say(offsets: list[int]) -> None:
    """In whatever order days come: the seven newest that were ever there at once are never let go."""
    kept: set[date] = set()
    for offset in offsets:
        kept.add(FIRST + timedelta(days=offset))
        gone = superfluous(kept)
        assert not gone & set(sorted(kept)[-7:])
        kept -= gone
    assert len(kept) <= 24
