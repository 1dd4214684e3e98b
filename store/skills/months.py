"""Months and quarters, for what is counted over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Some whole months, one after the other."""

    year: int
    month: int
    """The first one, 1 to 12."""
    months: int = 1
    """How many: 1 for a month, 3 for a quarter."""

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.shifted(1).first - timedelta(days=1)

    @property
    def name(self) -> str:
        """`Nov 2026`, `Q4 2026`."""
        short = f"Q{(self.month + 2) // 3}" if self.months == 3 else _NAMES[self.month - 1]
        return f"{short} {self.year}"

    def shifted(self, count: int) -> Period:
        """The one so many later; earlier where it is negative."""
        at = self.year * 12 + self.month - 1 + count * self.months
        return Period(at // 12, at % 12 + 1, self.months)


def holding(day: date, months: int = 1) -> Period:
    """The month in which a day is, or the quarter."""
    return Period(day.year, (day.month - 1) // months * months + 1, months)


def latest(today: date, count: int, months: int = 1) -> list[Period]:
    """So many months or quarters up to the one of today, the oldest first."""
    last = holding(today, months)
    return [last.shifted(at) for at in range(1 - count, 1)]
