"""The straight line that fits a series best when some of its values are odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import sqrt
from statistics import NormalDist, median

from store.goals.series import Series, value_on

LONGEST = 60
"""Values that are looked at, the newest ones: the pairs grow with the square, and what was a year ago tells
little of next week."""
CONFIDENCE = 0.8
"""Of ten ranges like the ones given here, eight hold the true slope."""

_RECENT_WEEKS, _WEEK = 4, 7
Reading = tuple[float, float]
"""A point in time in days, and a value."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A line through a series, and how far it may turn."""

    slope: float
    """Change of the value in a day."""
    lowest: float
    """The least slope that the values leave likely; the same as `slope` where there are too few to tell."""
    highest: float
    """The greatest slope that the values leave likely."""
    at: float
    """The day, in days, of the last value; the line is read from there."""
    level: float
    """The line's value on that day."""

    def value(self, day: float, slope: float | None = None) -> float:
        """The value on a day, on this line or on one that turns about its last day."""
        return self.level + (self.slope if slope is None else slope) * (day - self.at)


def trend(series: Sequence[Reading]) -> Trend | None:
    """The line through a series, in ascending days; `None` where all its values are of one day.

    Slope: the median of the slopes of all pairs (Theil 1950; Sen 1968): a fourth of the values may be wrong
    without harm. Level: the median of what the slope leaves of each value (Dang, Peng, Wang and Zhang 2008).
    Range of the slope: Sen's nonparametric interval, `C = z * sqrt(n(n-1)(2n+5)/18)`, and the slopes of rank
    `(N-C)/2` and `(N+C)/2 + 1` of N (Gilbert 1987, p. 218).
    """
    last = series[-LONGEST:]
    slopes = sorted((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(last, 2) if x2 != x1)
    if not slopes:
        return None
    slope = median(slopes)
    low, high = _range(slopes, len(last))
    at = last[-1][0]
    level = median(y - slope * (x - at) for x, y in last)
    return Trend(slope, low, high, at, level)


def throughput(series: Series, today: date) -> Trend | None:
    """The line of what is counted, where a day without news is as good a value as one with news.

    Slope: what was done in the last four weeks, or since the day before the first that was done, by day. (The
    median of pairs calls a goal still on which nothing was done on most days.) Range: the least and the most
    of one of those weeks, where there are two at least. `None`: nothing has been done yet.
    """
    begun = next((day for (_, last), (day, value) in pairwise(series) if value > last), None)
    if begun is None or begun > today:
        return None
    days = min((today - begun).days + 1, _RECENT_WEEKS * _WEEK)
    at = [today - timedelta(days=back) for back in (0, *range(_WEEK, days + 1, _WEEK), days)]
    values = [value_on(series, day) or 0.0 for day in at]
    slope = (values[0] - values[-1]) / days
    weeks = [(later - earlier) / _WEEK for later, earlier in pairwise(values[:-1])]
    low, high = (min(*weeks, slope), max(*weeks, slope)) if len(weeks) > 1 else (slope, slope)
    return Trend(slope, low, high, today.toordinal(), values[0])


def _range(slopes: Sequence[float], values: int) -> tuple[float, float]:
    z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
    spread = z * sqrt(values * (values - 1) * (2 * values + 5) / 18)
    count = len(slopes)
    low = round((count - spread) / 2) - 1
    high = round((count + spread) / 2)
    return slopes[max(low, 0)], slopes[min(high, count - 1)]
