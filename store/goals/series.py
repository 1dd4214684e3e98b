"""Values by day: how a goal has been going."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

Series = tuple[tuple[date, float], ...]
"""A day and the value at its end; ascending, each day once."""


def by_day(readings: Iterable[tuple[date, float]]) -> Series:
    """The last reading of each day, for readings in the order in which they were made."""
    last = dict(readings)
    return tuple((day, last[day]) for day in sorted(last))


def value_on(series: Series, day: date) -> float | None:
    """The newest value that was known on a day; `None` before the first one."""
    at = bisect_right(series, day, key=lambda reading: reading[0])
    return series[at - 1][1] if at else None


def counted_up(amounts: Iterable[tuple[date, float]]) -> Series:
    """The running total of amounts that came on days, in any order."""
    total, totals = 0.0, []
    for day, amount in sorted(amounts):
        total += amount
        totals.append((day, total))
    return by_day(totals)


def weighted(parts: Sequence[tuple[float, Series]]) -> Series:
    """The weighted mean of several series of shares, on each day on which one of them has a value.

    `sum(w * x) / sum(w)`; a part counts 0.0 before its first value, and each is held between 0.0 and 1.0: a
    result that is far beyond its target does not make up for one that is not begun.
    """
    whole = sum(weight for weight, _ in parts)
    if not whole:
        return ()
    days = sorted({day for _, series in parts for day, _ in series})
    shares: Mapping[date, float] = {
        day: sum(weight * _held(value_on(series, day)) for weight, series in parts) / whole for day in days
    }
    return tuple(shares.items())


def _held(share: float | None) -> float:
    return min(max(share or 0.0, 0.0), 1.0)
