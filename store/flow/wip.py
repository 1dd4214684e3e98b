"""What is in work now, how old it is, and whether the numbers fit each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from store.flow.series import Level
from store.flow.spans import Span, days_between
from store.flow.times import Times, summary


@dataclass(frozen=True, slots=True)
class Aging:
    """A card in work."""

    task: int
    days: float
    """Since it was begun: its age so far."""


def aging(found: Iterable[Span], now: datetime) -> list[Aging]:
    """The cards that are begun and not finished, the oldest first."""
    ages = [
        Aging(span.task, days)
        for span in found
        if span.finished is None and (days := days_between(span.begun, now)) is not None
    ]
    return sorted(ages, key=lambda one: (-one.days, one.task))


@dataclass(frozen=True, slots=True)
class Little:
    """Little's law over a time: whether what is in work fits what comes out of it."""

    in_work: float
    """Mean number of cards in work: L."""
    a_day: float
    """Mean number of cards finished a day: λ."""
    expected: float
    """Mean cycle time that follows from them, in days: W = L / λ."""
    measured: float | None
    """Mean cycle time of the cards that were finished in that time, in days; `None`: there are none."""


def little(levels: Sequence[Level], cycles: Sequence[float]) -> Little | None:
    """L = λW, Little (1961). `None` where nothing was finished, or there are fewer than two days.

    Expected and measured time differ where the team is not in balance: more is begun than is finished, or
    old cards are left lying.
    """
    if len(levels) < 2:
        return None
    days = len(levels) - 1
    finished = levels[-1].finished - levels[0].finished
    if finished <= 0:
        return None
    in_work = sum(level.in_work for level in levels[1:]) / days
    a_day = finished / days
    measured = sum(cycles) / len(cycles) if cycles else None
    return Little(in_work, a_day, in_work / a_day, measured)


def ages(found: Sequence[Aging]) -> Times | None:
    """Median, 85th percentile and greatest age; `None` where nothing is in work."""
    return summary(one.days for one in found)
