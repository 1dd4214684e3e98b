"""Where a goal will be if it goes on like this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, inf

from store.goals.progress import Way
from store.goals.series import Series
from store.goals.trend import Trend, throughput, trend
from store.models import Direction

FEWEST = 3
"""Days with a value before anything is said about the future: two points make a line whatever they are."""
HORIZON = 3650
"""Days ahead beyond which a date means “never”."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the trend says of the due date and of the target."""

    trend: Trend
    """By day, in the unit; days are counted as `date.toordinal` does."""
    at_due: float
    """The value on the due date; where it has passed, today's."""
    low: float
    """The worse end of the likely range on the due date: the smaller number."""
    high: float
    day: date | None
    """When the target is reached; `None`: not at this pace."""
    earliest: date | None
    """The earlier end of the likely range; `None`: not even at best."""
    latest: date | None
    """The later end; `None`: it may never be."""
    doing: float
    """The pace of the trend, in the unit by week."""
    needed: float | None
    """The pace that still arrives in time, in the unit by week; `None`: the due date has passed, nothing
    is missing, or there is a band to be kept."""

    def lateness(self, due: date) -> int | None:
        """Days by which the target comes after the due date; negative: before it. `None`: never."""
        return None if self.day is None else (self.day - due).days


def forecast(way: Way, series: Series, due: date, today: date, *, counted: bool = False) -> Forecast | None:
    """What a series tells of the due date; `None` where it has too few values to tell anything.

    What is `counted` is known on every day, and can't be more than the whole: of ten cards eleven will not be
    done. It has the line of `throughput`, and every value of which is a day on which something was done.

    The line is that of `trend`, turned about its last day for the range; the day of the target is the first
    on which the line is there: `today + ceil((target - line(today)) / slope)`.
    """
    known = tuple(reading for reading in series if reading[0] <= today)
    points = [(day.toordinal(), value) for day, value in known]
    line = throughput(known, today) if counted else trend(points)
    most = way.target if counted else inf
    if line is None or len(known) < FEWEST:
        return None
    end = max(due, today).toordinal()
    ends = [line.value(end, slope) for slope in (line.lowest, line.highest)]
    value = known[-1][1]
    quick, slow = (line.highest, line.lowest) if way.edge(value) > value else (line.lowest, line.highest)
    return Forecast(
        trend=line,
        at_due=min(line.value(end), most),
        low=min(*ends, most),
        high=min(max(ends), most),
        day=_arrival(way, line, value, today, line.slope),
        earliest=_arrival(way, line, value, today, quick),
        latest=_arrival(way, line, value, today, slow),
        doing=line.slope * WEEK,
        needed=_needed(way, value, due, today),
    )


def _arrival(way: Way, line: Trend, value: float, today: date, slope: float) -> date | None:
    if way.is_reached(value):
        return today
    edge = way.edge(value)
    up = 1 if edge > value else -1
    missing, speed = (edge - line.value(today.toordinal(), slope)) * up, slope * up
    if speed <= 0:
        return None
    # The line may be there although the last value is not: then it is a matter of days.
    days = max(missing / speed, 1.0)
    return today + timedelta(days=ceil(days)) if days <= HORIZON else None


def _needed(way: Way, value: float, due: date, today: date) -> float | None:
    left = (due - today).days
    if left <= 0 or way.direction is Direction.WITHIN or way.is_reached(value):
        return None
    return (way.target - value) / left * WEEK
