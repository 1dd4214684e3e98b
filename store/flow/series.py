"""How many cards arrive, are in work and leave, over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from store.flow.spans import Span, local_day
from store.phrases import counted

WEEK = 7


@dataclass(frozen=True, slots=True)
class Throughput:
    """How many cards are finished a week, and over how long that was counted."""

    cards: int
    weeks: int
    """Whole weeks; at least one."""

    @property
    def a_week(self) -> float:
        """The mean, in cards a week."""
        return self.cards / self.weeks

    @property
    def said(self) -> str:
        """`6.3 cards a week, over 4 whole weeks`."""
        return f"{self.a_week:.1f} cards a week, over {counted(self.weeks, 'whole week')}"


@dataclass(frozen=True, slots=True)
class Week:
    """What came and went in one week."""

    monday: date
    arrived: int
    """Cards that were made."""
    left: int
    """Cards that were finished: the throughput, in cards a week."""


def monday_of(day: date) -> date:
    """The first day of the week."""
    return day - timedelta(days=day.weekday())


def weeks(found: Iterable[Span], zone: ZoneInfo, until: date, count: int) -> list[Week]:
    """Arrivals and departures of so many weeks, the last one that of `until`; weeks without any have 0."""
    arrived: Counter[date] = Counter()
    left: Counter[date] = Counter()
    for span in found:
        arrived[monday_of(local_day(span.made, zone))] += 1
        if span.finished is not None:
            left[monday_of(local_day(span.finished, zone))] += 1
    last = monday_of(until)
    mondays = [last - timedelta(days=WEEK * back) for back in range(count - 1, -1, -1)]
    return [Week(monday, arrived[monday], left[monday]) for monday in mondays]


def counted_from(finished: Sequence[date], today: date, count: int) -> date:
    """The Monday from which on what was finished is counted: so many whole weeks ago, at most.

    Not from before there was anything: a team that began a month ago did not rest for two months before.
    """
    return max(monday_of(today) - timedelta(days=WEEK * count), monday_of(min(finished, default=today)))


def throughput(found: Iterable[Span], zone: ZoneInfo, today: date, count: int) -> Throughput | None:
    """The mean of the whole weeks, so many at most; `None`: none is over since the first finished card."""
    finished = [local_day(span.finished, zone) for span in found if span.finished is not None]
    first, end = counted_from(finished, today, count), monday_of(today)
    whole = (end - first).days // WEEK
    return Throughput(sum(first <= day < end for day in finished), whole) if whole > 0 else None


@dataclass(frozen=True, slots=True)
class Level:
    """How many cards had come how far by the end of a day: a point of the cumulative flow diagram."""

    day: date
    made: int
    begun: int
    finished: int

    @property
    def waiting(self) -> int:
        """Made and not begun."""
        return self.made - self.begun

    @property
    def in_work(self) -> int:
        """Begun and not finished: the work in progress."""
        return self.begun - self.finished


def cumulative(found: Sequence[Span], zone: ZoneInfo, since: date, until: date) -> list[Level]:
    """The cumulative flow from one day to another, both included; cards before that are counted in.

    A card that went straight to the end counts as begun then. Anderson, Kanban (2010).
    """
    days = (until - since).days + 1
    if days < 1:
        return []
    made, begun, finished = ([0] * days for _ in range(3))
    for span in found:
        ends = span.finished
        begins = min(filter(None, (span.begun, ends)), default=None)
        for moment, counts in ((span.made, made), (begins, begun), (ends, finished)):
            if moment is not None:
                place = max(0, (local_day(moment, zone) - since).days)
                if place < days:
                    counts[place] += 1
    sums = zip(accumulate(made), accumulate(begun), accumulate(finished), strict=True)
    # Made is never less than begun, whatever clocks wrote: what is begun was made.
    return [
        Level(since + timedelta(days=at), max(m, b, f), max(b, f), f) for at, (m, b, f) in enumerate(sums)
    ]
