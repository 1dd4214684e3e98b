"""Which daily backups are kept: the last 7 days, the last of each of 5 weeks, and of each of 12 months."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from datetime import date

_DAYS, _WEEKS, _MONTHS = 7, 5, 12


def superfluous(days: Collection[date]) -> frozenset[date]:
    """The days whose backup may go.

    Counted are days, weeks and months that have one: a clock that is wrong by years makes a backup too many,
    and takes none away but one of its kind; after a long holiday nothing has gone.
    """
    kept = {
        *_newest(days, _DAYS, lambda day: day),
        *_newest(days, _WEEKS, lambda day: day.isocalendar()[:2]),
        *_newest(days, _MONTHS, lambda day: (day.year, day.month)),
    }
    return frozenset(days) - kept


def _newest(days: Collection[date], count: int, span: Callable[[date], Hashable]) -> list[date]:
    """The last day of each of the `count` latest spans."""
    last = {span(day): day for day in sorted(days)}
    return sorted(last.values())[-count:]
