"""Round numbers and whole days for the axes of charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, floor, isfinite, log10

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST = 8
"""Days that are named below a chart."""
_WEEKS = 20
"""Weeks up to which Mondays are named; beyond that months are."""


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers from below the low to above the high one, about so many."""
    if not (isfinite(low) and isfinite(high)) or high <= low:
        return [low, low + 1]
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = next((m * power for m in (1, 2, 2.5, 5) if m * power >= rough), 10 * power)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [n * step for n in range(first, last + 1)]


def named_days(first: date, last: date) -> list[tuple[date, str]]:
    """Days that stand below a chart, with what is written there: days, Mondays, or firsts of months."""
    span = (last - first).days
    if span <= _WEEKS * 7:
        step = 1 if span < _MOST else 2 if span <= 14 else 7 * max(1, -(-span // (7 * _MOST)))
        start = first + timedelta(days=-first.weekday() % 7) if step >= 7 else first
        days = [start + timedelta(days=n) for n in range(0, (last - start).days + 1, step)]
        return [(day, f"{day.day} {_MONTHS[day.month - 1]}") for day in days]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    every = next((n for n in (1, 2, 3, 6, 12) if months / n <= _MOST), 12 * ceil(months / 12 / _MOST))
    firsts = [
        date(first.year + m // 12, m % 12 + 1, 1) for m in range(first.month - 1, first.month + months - 1)
    ]
    found = [day for day in firsts if day >= first and (day.year * 12 + day.month - 1) % every == 0]
    return [(day, _month(day, is_first=day is found[0])) for day in found]


def extent(values: Sequence[float], *, from_nought: bool = False) -> tuple[float, float]:
    """The least and the greatest, with room where they are the same."""
    known = [value for value in values if isfinite(value)]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if from_nought:
        low = min(low, 0.0)
    if low == high:
        room = abs(low) / 10 or 1.0
        return (low if from_nought and low == 0 else low - room), high + room
    return low, high


def _month(day: date, *, is_first: bool) -> str:
    name = _MONTHS[day.month - 1]
    return f"{name} {day.year}" if is_first or day.month == 1 else name
