"""What a chart of a KPI shows: its values over some periods, and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from store.kpis.periods import first_day, last_day, next_first
from store.kpis.values import Values, a_year_before, between, by_period, smoothed
from store.models import Adjustment, Cadence, Combine, Kpi

USUAL = {Cadence.DAY: 60, Cadence.WEEK: 52, Cadence.MONTH: 24, Cadence.QUARTER: 12}
"""Periods that are shown at first."""
WIDTHS = {Cadence.DAY: (7, 28), Cadence.WEEK: (4, 12), Cadence.MONTH: (3, 12), Cadence.QUARTER: (4,)}
"""Values whose mean is shown: a few of them, or more."""
_FEWEST = 8
"""Periods that are shown although there are values for fewer."""
_ORDER = tuple(Cadence)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see."""

    cadence: Cadence
    """For how long one value stands; never shorter than the KPI's own."""
    count: int
    """Periods."""
    back: int = 0
    """Periods between the last one and today's."""
    compares: bool = False
    """Whether the same time a year before is shown as well."""
    width: int = 0
    """Values whose mean is shown; 0: each by itself."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn."""

    kpi: Kpi
    asked: Asked
    days: Sequence[date]
    """First days of all periods, from left to right, whether there is a value or not."""
    values: Values
    past: Values
    """For the same days the values of a year before, or their means."""
    means: Values
    """Moving means; empty where they are not wanted."""
    made: Sequence[tuple[date, Adjustment]]
    """First day of the period that an adjustment holds from, and the adjustment; in the order of time."""

    @property
    def is_measured(self) -> bool:
        """Whether target and limit are meant for periods as long as these."""
        return self.kpi.cadence is self.asked.cadence or self.kpi.combine is not Combine.SUM


def allowed(kpi: Kpi, wanted: Cadence) -> bool:
    """Whether a KPI can be shown by such periods: they are not shorter than its own."""
    return _ORDER.index(wanted) >= _ORDER.index(kpi.cadence)


def earlier(day: date, cadence: Cadence, count: int) -> date:
    """The first day of the period so many periods before that of a day."""
    first = first_day(day, cadence)
    match cadence:
        case Cadence.DAY | Cadence.WEEK:
            step = 1 if cadence is Cadence.DAY else 7
            return date.fromordinal(max(1, first.toordinal() - step * count))
        case Cadence.MONTH | Cadence.QUARTER:
            months = first.year * 12 + first.month - 1 - count * (1 if cadence is Cadence.MONTH else 3)
            return date(max(1, months // 12), months % 12 + 1, 1)


def _begin(found: Values, last: date, asked: Asked) -> date:
    """As far back as is asked for, but not far before the first value."""
    wanted = earlier(last, asked.cadence, asked.count - 1)
    if not found:
        return wanted
    least = earlier(last, asked.cadence, min(asked.count, _FEWEST) - 1)
    return max(wanted, min(first_day(found[0][0], asked.cadence), least))


def picture(kpi: Kpi, found: Values, made: Iterable[Adjustment], asked: Asked, today: date) -> Picture:
    """What a chart shows.

    Args:
        kpi: the KPI.
        found: all its values.
        made: what was changed because of it, at any time.
        asked: what is to be seen of them.
        today: the day it is.
    """
    cadence = asked.cadence
    last = earlier(today, cadence, asked.back)
    days = [_begin(found, last, asked)]
    while days[-1] < last:
        days.append(next_first(days[-1], cadence))
    every = by_period(found, cadence, kpi)
    # The means of the first values need those before them.
    means = smoothed(every, asked.width) if asked.width else ()
    end = last_day(days[-1], cadence)
    marks = [(first_day(one.made_on, cadence), one) for one in made if days[0] <= one.made_on <= end]
    return Picture(
        kpi,
        asked,
        days,
        between(every, days[0], days[-1]),
        # Means are compared with means.
        a_year_before(means or every, days, cadence) if asked.compares else (),
        between(means, days[0], days[-1]),
        sorted(marks, key=lambda mark: (mark[1].made_on, mark[1].id)),
    )
