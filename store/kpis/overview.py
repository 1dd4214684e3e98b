"""All KPIs as people look at them: under their departments, or the troubled ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import is_

from store.kpis.listing import by_department
from store.kpis.owing import adjusting
from store.kpis.standing import KpiStanding, Light, standing
from store.models import Kpi, Raw, Reading
from store.team import Team

_GRAVITY = (Light.ALARM, Light.WATCH, Light.UNKNOWN, Light.GOOD)
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A KPI as it stands."""

    department: str
    """Empty: the whole team's."""
    standing: KpiStanding
    is_adjusted: bool
    """Whether something is being changed because of it."""

    @property
    def asks(self) -> bool:
        """Whether something should be changed, and nobody does."""
        return self.standing.asks_for_adjustment and not self.is_adjusted


class Standings:
    """How KPIs stood when they were last looked at: only what has other readings is worked out anew."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Kpi, date, list[Raw], KpiStanding]] = {}

    def of(self, team: Team, kpi: Kpi, today: date) -> KpiStanding:
        """How a KPI stands."""
        table = team.tables.get("readings", {})
        rows = [table[id] for id in team.grouped("readings", "kpi").get(kpi.id)]
        known = self._known.get(kpi.id)
        # To look whether each row is the one that it was costs a twentieth of reading it.
        if (
            known
            and known[:2] == (kpi, today)
            and len(known[2]) == len(rows)
            and all(map(is_, known[2], rows))
        ):
            return known[3]
        now = standing(team, kpi, today)
        self._known[kpi.id] = kpi, today, rows, now
        return now


def watched(team: Team, today: date, standings: Standings | None = None) -> tuple[Watched, ...]:
    """All of them, under their departments in their order. With many readings it takes a while."""
    busy, standings = adjusting(team), standings or Standings()
    return tuple(
        Watched(department, standings.of(team, kpi, today), kpi.id in busy)
        for department, those in by_department(team).items()
        for kpi in those
    )


def by_trouble(found: Iterable[Watched]) -> list[Watched]:
    """The worst first; of the same kind those that have been so for longest, then those that are late."""

    def place(one: Watched) -> tuple[int, int, int]:
        now = one.standing
        return _GRAVITY.index(now.light), -now.in_a_row, -len(now.missing)

    return sorted(found, key=place)


def counts(found: Iterable[Watched]) -> Counter[Light]:
    """How many stand how; without a reading or a target: unknown."""
    return Counter(one.standing.light for one in found)


def newest_readings(team: Team, kpi: int, most: int) -> Sequence[Reading]:
    """The newest readings of a KPI, also those that were taken back, the newest first."""
    table = team.tables.get("readings", {})
    # From the rows: a daily one has a thousand after three years.
    ids = sorted(team.grouped("readings", "kpi").get(kpi), key=lambda id: _when(table[id], id), reverse=True)
    found = (team.find(Reading, id) for id in ids[:most])
    return [one for one in found if one is not None]


def _when(raw: Raw, id: int) -> tuple[str, str, int]:
    return str(raw.get("day")), str(raw.get("at")), id
