"""The time that a report tells of: a week, a month, or from one day to another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from store.days import spoken
from store.errors import Refused
from store.kpis.periods import first_day, last_day, titled
from store.kpis.values import Values
from store.models import Cadence
from store.phrases import quoted

LONGEST = 1096
"""Days of the longest report: three years."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEK = re.compile(r"(?:(\d{4})-?)?w?(\d{1,2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})", re.ASCII)
_LENGTHS = {Cadence.DAY: 1, Cadence.WEEK: 7, Cadence.MONTH: 31, Cadence.QUARTER: 92}
"""Days of the longest period of each cadence."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included."""

    first: date
    last: date
    cadence: Cadence | None = None
    """A week or a month; `None`: any other time."""

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> date:
        """The first day of the time of the same length before it."""
        if self.cadence is not None:
            return first_day(self.first - timedelta(days=1), self.cadence)
        return self.first - timedelta(days=self.days)

    @property
    def name(self) -> str:
        """`week 48 of 2026`, `Nov 2026`, `1 Oct to 15 Nov 2026`."""
        if self.cadence is not None:
            return titled(self.first, self.cadence)
        return f"{titled(self.first, Cadence.DAY)} to {titled(self.last, Cadence.DAY)}"

    @property
    def file_name(self) -> str:
        """The same as a part of a file's name."""
        if self.cadence is Cadence.WEEK:
            year, week, _ = self.first.isocalendar()
            return f"{year}-W{week:02}"
        return f"{self.first:%Y-%m}" if self.cadence else f"{self.first}-to-{self.last}"

    @property
    def word(self) -> str:
        """`week`, `month` or `time`: what it is called in a sentence."""
        return self.cadence.value if self.cadence is not None else "time"

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last

    def until(self, today: date) -> date:
        """The last day of it of which something can be known."""
        return max(self.first, min(self.last, today))

    def spans(self, cadence: Cadence) -> bool:
        """Whether it holds several periods of a cadence."""
        return self.days >= 2 * _LENGTHS[cadence] - 3

    def windows(self, found: Values, last: date) -> dict[date, list[float]]:
        """The values of periods that begin in this time, and in the times of the same length before it.

        By the first day of each such time, ascending; those without any are left out.
        """
        groups: dict[date, list[float]] = {}
        for day, value in found:
            if day <= last:
                groups.setdefault(self._begins(day), []).append(value)
        return groups

    def told(self, today: date) -> str:
        """Its days for reading, and whether it is over."""
        days = f"{spoken(self.first, today)} to {spoken(self.last, today)}"
        return f"{days}; it is not over yet" if self.first <= today <= self.last else days

    def _begins(self, day: date) -> date:
        if self.cadence is not None:
            return first_day(day, self.cadence)
        return self.first + timedelta(days=(day - self.first).days // self.days * self.days)


def week(text: str, today: date) -> Period:
    """A week: `this`, `last`, `48`, `2026-W48`, or a day in it like `2026-11-27`.

    A bare number is the last such week that has begun.

    Raises:
        Refused: it is none of these.
    """
    word = text.strip().lower()
    day = _relative(word, today, Cadence.WEEK) or _iso(word)
    if day is None and (match := _WEEK.fullmatch(word)):
        this = today.isocalendar().year
        # Not every year has a week 53; the last one that had it is at most seven years ago.
        years = (int(match[1]),) if match[1] else range(this, this - 8, -1)
        known = (_week_of(year, int(match[2])) for year in years)
        day = next((one for one in known if one is not None and (match[1] or one <= today)), None)
    if day is None:
        raise Refused(f"{quoted(text)} is not a week; write this, last, 48, 2026-W48 or a day in it.")
    return _whole(day, Cadence.WEEK)


def month(text: str, today: date) -> Period:
    """A month: `this`, `last`, `nov`, `11`, `2026-11`, or a day in it like `2026-11-27`.

    Without a year it is the last such month that has begun.

    Raises:
        Refused: it is none of these.
    """
    word = text.strip().lower()
    day = _relative(word, today, Cadence.MONTH) or _iso(word)
    number = next((n for n, name in enumerate(_MONTHS, 1) if len(word) > 2 and word.startswith(name)), 0)
    match = _MONTH.fullmatch(word)
    if day is None and (number or match):
        number = number or int((match[2] or match[3]) if match else 0)
        year = int(match[1]) if match and match[1] else 0
        if 1 <= number <= 12 and (not year or 1970 <= year <= 2199):
            day = date(year or today.year - (number > today.month), number, 1)
    if day is None:
        raise Refused(f"{quoted(text)} is not a month; write this, last, nov, 11, 2026-11 or a day in it.")
    return _whole(day, Cadence.MONTH)


def between(first: date, last: date) -> Period:
    """From one day to another.

    Raises:
        Refused: it ends before it begins, or is longer than three years.
    """
    if last < first:
        raise Refused(f"A report from {first} cannot end before, on {last}.")
    if (last - first).days >= LONGEST:
        raise Refused("A report is about three years at most; choose two days that are nearer to each other.")
    return Period(first, last)


def _whole(day: date, cadence: Cadence) -> Period:
    first = first_day(day, cadence)
    return Period(first, last_day(first, cadence), cadence)


def _relative(word: str, today: date, cadence: Cadence) -> date | None:
    first = first_day(today, cadence)
    return {"this": first, "last": first - timedelta(days=1)}.get(word)


def _iso(word: str) -> date | None:
    try:
        day = date.fromisoformat(word) if len(word) == 10 and word.isascii() else None
    except ValueError:
        return None
    return day if day is not None and 1970 <= day.year <= 2199 else None


def _week_of(year: int, number: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1) if 1970 <= year <= 2199 else None
    except ValueError:
        return None
