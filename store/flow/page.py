"""All figures of the flow of work at once, as a page shows them. May take a while: for workers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from store.change import Change
from store.flow.events import History, history
from store.flow.forecast import Forecast, forecast
from store.flow.series import Level, Throughput, Week, cumulative, monday_of, throughput, weeks
from store.flow.spans import EVERYTHING, Span, Which, spans
from store.flow.times import Point, Times, scatter, summary
from store.flow.wip import Aging, Little, aging, little
from store.team import Team

WEEKS, MOST_WEEKS = 12, 156
"""How many weeks are looked at, and how many at most: three years."""


@dataclass(frozen=True, slots=True)
class Page:
    """The flow of some cards over the last weeks."""

    which: Which
    since: date
    """The Monday of the first week."""
    until: date
    """Today."""
    weeks: Sequence[Week]
    """The last one is not over yet."""
    throughput: Throughput | None
    """Cards finished a week, over the same weeks as the forecast; `None`: none of them is over yet."""
    levels: Sequence[Level]
    """The cumulative flow, a point for each day."""
    cycles: Sequence[Point]
    """Cycle times of the cards that were finished in these weeks, in days."""
    leads: Sequence[Point]
    """Lead times of the same, in days."""
    aging: Sequence[Aging]
    """What is in work now, the oldest first."""
    little: Little | None
    open: int
    """Cards that are not finished."""
    forecast: Forecast | None
    """When they will be; `None`: nothing is open, or too little was finished to tell."""
    history: History | None
    """Blocks and hand-overs of these weeks; `None`: the history was not asked."""

    @property
    def cycle(self) -> Times | None:
        """Median and 85th percentile of the cycle times, in days."""
        return summary(point.days for point in self.cycles)

    @property
    def lead(self) -> Times | None:
        """Median and 85th percentile of the lead times, in days."""
        return summary(point.days for point in self.leads)

    @property
    def late(self) -> list[Aging]:
        """Cards in work that are older already than 85 of 100 finished ones were."""
        cycle = self.cycle
        return [one for one in self.aging if cycle is not None and one.days > cycle.p85]


def begins(today: date, count: int) -> date:
    """The Monday from which so many weeks are looked at, the current one included."""
    return monday_of(today) - timedelta(days=7 * (count - 1))


def page(
    team: Team,
    now: datetime,
    which: Which = EVERYTHING,
    *,
    count: int = WEEKS,
    changes: Sequence[Change] | None = None,
) -> Page:
    """The figures of the cards that fit, over so many weeks.

    Args:
        team: the snapshot.
        now: the moment (aware).
        which: of which cards.
        count: weeks, the current one included.
        changes: what happened since the first of them, the oldest first; `None`: nobody has looked.
    """
    zone, today = ZoneInfo(team.settings.time_zone), team.today(now)
    found = spans(team, which)
    since = begins(today, count)
    cycles = scatter(found, zone, since, today, lead=False)
    levels = cumulative(found, zone, since, today)
    unfinished = sum(span.finished is None for span in found)
    return Page(
        which=which,
        since=since,
        until=today,
        weeks=weeks(found, zone, today, count),
        throughput=throughput(found, zone, today, max(1, count - 1)),
        levels=levels,
        cycles=cycles,
        leads=scatter(found, zone, since, today, lead=True),
        aging=aging(found, now),
        little=little(levels, [point.days for point in cycles]),
        open=unfinished,
        forecast=foretold(found, unfinished, today, zone, count),
        history=None if changes is None else history(team, changes, _start(since, zone), which),
    )


def foretold(found: Sequence[Span], cards: int, today: date, zone: ZoneInfo, count: int) -> Forecast | None:
    """When so many cards will be finished, from the whole weeks of the time that is looked at."""
    return forecast(found, cards, today, zone, weeks=max(1, count - 1))


def _start(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)
