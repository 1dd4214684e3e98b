"""How a KPI stands: against its target, against the last time, and whether a reading is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from store.kpis.periods import first_day, last_day, next_first
from store.kpis.values import Values, lately, values
from store.models import Cadence, Direction, Kpi
from store.team import Team

_GRACE = {Cadence.DAY: 1, Cadence.WEEK: 2, Cadence.MONTH: 5, Cadence.QUARTER: 10}
"""Days after the end of a period in which nobody asks for its reading yet."""
MOST_MISSING = 12
"""Periods without a reading that are asked for."""
_IN_A_ROW = 2
"""Readings beyond the band after which an adjustment is suggested."""


class Light(StrEnum):
    """How a value is."""

    GOOD = "on target"
    WATCH = "off target"
    """Beyond the target, and not beyond the limit."""
    ALARM = "beyond the limit"
    UNKNOWN = "no target"


_OFF = (Light.WATCH, Light.ALARM)


@dataclass(frozen=True, slots=True)
class KpiStanding:
    """A KPI today."""

    kpi: Kpi
    values: Values
    """All of them, one for each period of its cadence."""
    light: Light
    """Of the newest value."""
    missing: tuple[date, ...]
    """First days of the periods that are over and have no reading, the newest last; at most twelve."""
    in_a_row: int
    """How many of the newest values, without one between them that was, are not on target."""
    since: date | None = None
    """First day of the first period since which it is on target, or since which it is not; `None`: nobody has
    said what it should be, or there is no value."""

    @property
    def value(self) -> float | None:
        """The newest value, in the KPI's unit; `None`: there is none yet."""
        return self.values[-1][1] if self.values else None

    @property
    def day(self) -> date | None:
        """The first day of the period that it tells of."""
        return self.values[-1][0] if self.values else None

    @property
    def change(self) -> float | None:
        """The newest value less the one before, in the KPI's unit; `None`: there are not two."""
        return self.values[-1][1] - self.values[-2][1] if len(self.values) > 1 else None

    @property
    def is_better(self) -> bool | None:
        """Whether the change is for the better; `None`: there is none, or nobody can tell."""
        change = self.change
        if not change:
            return None
        if self.kpi.direction is Direction.WITHIN:
            was, now = (outside(self.kpi, value) for _, value in self.values[-2:])
            return None if was == now else now < was
        return (change > 0) == (self.kpi.direction is Direction.MORE)

    @property
    def asks_for_adjustment(self) -> bool:
        """Whether its last values are off target again and again."""
        return self.in_a_row >= _IN_A_ROW


def outside(kpi: Kpi, value: float) -> float:
    """How far a value is beyond the band where it should stay, in the KPI's unit; 0 inside or without one."""
    if kpi.target is None:
        return 0.0
    low, high = kpi.target, kpi.target if kpi.target_high is None else kpi.target_high
    return max(low - value, value - high, 0.0)


def light(kpi: Kpi, value: float | None) -> Light:
    """How a value is against the KPI's target and limit."""
    if value is None or kpi.target is None:
        return Light.UNKNOWN
    low, high = kpi.target, kpi.target_high
    if kpi.direction is Direction.WITHIN:
        is_good = low <= value <= (high if high is not None else low)
        is_bearable = (kpi.limit is not None and value < low and value >= kpi.limit) or (
            kpi.limit_high is not None and value > low and value <= kpi.limit_high
        )
    elif kpi.direction is Direction.MORE:
        is_good = value >= low
        is_bearable = kpi.limit is not None and value >= kpi.limit
    else:
        is_good = value <= low
        is_bearable = kpi.limit is not None and value <= kpi.limit
    return Light.GOOD if is_good else Light.WATCH if is_bearable else Light.ALARM


def standing(team: Team, kpi: Kpi, today: date) -> KpiStanding:
    """How a KPI stands."""
    found = values(team, kpi)
    now = light(kpi, found[-1][1]) if found else Light.UNKNOWN
    alike = _alike(kpi, found)
    return KpiStanding(
        kpi,
        found,
        now,
        missing(kpi, found, today),
        alike if now in _OFF else 0,
        found[-alike][0] if alike and now is not Light.UNKNOWN else None,
    )


def _alike(kpi: Kpi, found: Values) -> int:
    """How many of the newest values are on target, or are not, as the newest one is."""
    count, is_off = 0, None
    for _, value in reversed(found):
        this = light(kpi, value) in _OFF
        if is_off is not None and this is not is_off:
            break
        is_off = this
        count += 1
    return count


def missing_now(team: Team, kpi: Kpi, today: date) -> tuple[date, ...]:
    """As `missing`, without reading more than the time that it is asked for."""
    since = first_day(today - timedelta(days=_GRACE[kpi.cadence]), kpi.cadence)
    for _ in range(MOST_MISSING):
        since = first_day(since - timedelta(days=1), kpi.cadence)
    found, has_older = lately(team, kpi, since)
    return missing(kpi, found, today, since if has_older else None)


def missing(kpi: Kpi, found: Values, today: date, since: date | None = None) -> tuple[date, ...]:
    """The periods that are over, some days ago at least, and have no reading; at most the last twelve.

    It is asked for them from its first reading on, or from the period in which it was made.

    Args:
        kpi: the KPI.
        found: its values.
        today: the day in the team's time zone.
        since: where `found` does not begin with its first reading, from when on it is asked for.
    """
    born = kpi.created_at.date() if kpi.created_at else None
    start = since or (found[0][0] if found else born)
    if start is None or kpi.archived_at:
        return ()
    known = {day for day, _ in found}
    over = today - timedelta(days=_GRACE[kpi.cadence])
    gaps: list[date] = []
    # From the newest on: who has stopped three years ago is not asked for a thousand days.
    first = first_day(over, kpi.cadence)
    for _ in range(MOST_MISSING):
        if first < start:
            break
        if last_day(first, kpi.cadence) <= over and first not in known:
            gaps.append(first)
        first = first_day(first - timedelta(days=1), kpi.cadence)
    return tuple(reversed(gaps))


def next_due(kpi: Kpi, today: date) -> date:
    """The day on which the reading of the period that runs now can be written: behind its end."""
    return next_first(first_day(today, kpi.cadence), kpi.cadence)
