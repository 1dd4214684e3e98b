"""Days, weeks, months and quarters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from store.models import Cadence

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def first_day(day: date, cadence: Cadence) -> date:
    """The first day of the period that a day is in; weeks begin on Monday."""
    match cadence:
        case Cadence.DAY:
            return day
        case Cadence.WEEK:
            return day - timedelta(days=day.weekday())
        case Cadence.MONTH:
            return day.replace(day=1)
        case Cadence.QUARTER:
            return date(day.year, day.month - (day.month - 1) % 3, 1)


def next_first(first: date, cadence: Cadence) -> date:
    """The first day of the period behind the one that begins on a day."""
    match cadence:
        case Cadence.DAY:
            return first + timedelta(days=1)
        case Cadence.WEEK:
            return first + timedelta(days=7)
        case Cadence.MONTH | Cadence.QUARTER:
            month = first.month + (1 if cadence is Cadence.MONTH else 3)
            return date(first.year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def last_day(first: date, cadence: Cadence) -> date:
    """The last day of the period that begins on a day."""
    return next_first(first, cadence) - timedelta(days=1)


def periods(start: date, until: date, cadence: Cadence) -> Iterator[date]:
    """The first days of all periods from that of one day to that of another."""
    first = first_day(start, cadence)
    while first <= until:
        yield first
        first = next_first(first, cadence)


def titled(first: date, cadence: Cadence) -> str:
    """A period as people call it: `23 Nov 2026`, `week 48 of 2026`, `Nov 2026`, `Q4 2026`."""
    match cadence:
        case Cadence.DAY:
            return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
        case Cadence.WEEK:
            year, week, _ = first.isocalendar()
            return f"week {week} of {year}"
        case Cadence.MONTH:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        case Cadence.QUARTER:
            return f"Q{(first.month + 2) // 3} {first.year}"


def written(first: date, cadence: Cadence) -> str:
    """A period as one types it: `2026-11-23`, `2026-W48`, `2026-11`, `2026-Q4`;
    see `store.instants.past_day`."""
    match cadence:
        case Cadence.DAY:
            return first.isoformat()
        case Cadence.WEEK:
            year, week, _ = first.isocalendar()
            return f"{year}-W{week:02}"
        case Cadence.MONTH:
            return f"{first.year}-{first.month:02}"
        case Cadence.QUARTER:
            return f"{first.year}-Q{(first.month + 2) // 3}"
