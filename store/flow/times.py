"""How long cards take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from zoneinfo import ZoneInfo

from store.flow.spans import Span, local_day


def percentile(values: Sequence[float], percent: float) -> float:
    """The least value that at least so many percent of the values do not exceed; nearest rank.

    Hyndman and Fan (1996), definition 1. It is always one of the values: “85 % took 6 days or less” is true
    of the cards that there are.

    Raises:
        ValueError: there are no values, or the percentage is not in 0 to 100.
    """
    if not values or not 0 <= percent <= 100:
        raise ValueError("a percentile needs values, and a percentage from 0 to 100")
    ordered = sorted(values)
    return ordered[max(0, ceil(percent / 100 * len(ordered)) - 1)]


@dataclass(frozen=True, slots=True)
class Times:
    """How long some cards took, in days."""

    count: int
    median: float
    p85: float
    """85 of 100 took that long or less (Vacanti, Actionable Agile Metrics, 2015)."""
    longest: float


def summary(days: Iterable[float]) -> Times | None:
    """Median, 85th percentile and longest; `None` where there are none."""
    values = sorted(days)
    if not values:
        return None
    return Times(len(values), percentile(values, 50), percentile(values, 85), values[-1])


@dataclass(frozen=True, slots=True)
class Point:
    """One finished card in a scatter plot."""

    day: date
    """When it was finished, in the team's time zone."""
    days: float
    """How long it took."""
    task: int


def scatter(found: Iterable[Span], zone: ZoneInfo, since: date, until: date, *, lead: bool) -> list[Point]:
    """The cards that were finished from one day to another, with their lead or cycle time, by day."""
    points = []
    for span in found:
        days = span.lead if lead else span.cycle
        if span.finished is None or days is None:
            continue
        day = local_day(span.finished, zone)
        if since <= day <= until:
            points.append(Point(day, days, span.task))
    return sorted(points, key=lambda point: (point.day, point.task))
