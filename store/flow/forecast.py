"""When so many cards will be done, if it goes on as in the last weeks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from random import Random
from zoneinfo import ZoneInfo

from store.flow.series import counted_from, monday_of
from store.flow.spans import Span, local_day
from store.flow.times import percentile

TRIALS = 5_000
"""Runs of the simulation: the 85th percentile is steady to a day."""
_LONGEST = 3_650
"""Days after which a run is given up: ten years."""
_LEAST = 5
"""Days with a finished card below which nothing is foretold."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """When it will be done, and what that rests on."""

    cards: int
    """How many cards are left."""
    days: tuple[int, ...]
    """Days finished in each run, ascending."""
    today: date
    sample: int
    """Days of the past that were drawn from."""
    finished: int
    """Cards that were finished in those days."""

    def by(self, percent: float) -> date:
        """The day by which it was done in so many of a hundred runs."""
        return self.today + timedelta(days=int(percentile(self.days, percent)))

    def chance(self, day: date) -> float:
        """The share of runs, 0.0 to 1.0, in which it was done by a day."""
        left = (day - self.today).days
        return sum(days <= left for days in self.days) / len(self.days)


def forecast(
    found: Iterable[Span], cards: int, today: date, zone: ZoneInfo, *, weeks: int = 12, trials: int = TRIALS
) -> Forecast | None:
    """A Monte Carlo simulation: each day to come finishes as many cards as some day of the last weeks did.

    Days are drawn with replacement, each from those of the same day of the week, so that weekends stay
    weekends. It assumes that the team goes on as it did, that the cards are of the usual size, and that none
    are added. Vacanti, When Will It Be Done (2020). The same cards give the same forecast.

    Args:
        found: the cards from whose past it is drawn.
        cards: how many are left to be done.
        today: the day after which it begins.
        zone: the team's time zone.
        weeks: whole weeks of the past that are drawn from, at most: none before the first finished card.
        trials: runs.

    Returns:
        `None` where nothing is left, or the past is too short: fewer than five days with a finished card.
    """
    finished = [local_day(span.finished, zone) for span in found if span.finished is not None]
    if cards <= 0 or not finished:
        return None
    first = counted_from(finished, today, weeks)
    counts = [0] * max(0, (monday_of(today) - first).days)
    for day in finished:
        place = (day - first).days
        if 0 <= place < len(counts):
            counts[place] += 1
    if sum(count > 0 for count in counts) < _LEAST:
        return None
    by_weekday = [counts[weekday::7] for weekday in range(7)]
    random = Random(f"{cards} {today} {counts}")
    runs = sorted(_run(cards, today.weekday(), by_weekday, random) for _ in range(trials))
    return Forecast(cards, tuple(runs), today, len(counts), sum(counts))


def _run(cards: int, weekday: int, by_weekday: Sequence[Sequence[int]], random: Random) -> int:
    """Days until so many cards are done, in one run."""
    # Whole weeks first, where there are very many cards: the mean is all that is left of chance then.
    mean = sum(map(sum, by_weekday)) / len(by_weekday[0])
    skipped = max(0, ceil(cards / mean) - 52) if mean else 0
    left, days = cards - round(skipped * mean), skipped * 7
    while left > 0 and days < _LONGEST:
        days += 1
        past = by_weekday[(weekday + days) % 7]
        left -= past[int(random.random() * len(past))]
    return days
