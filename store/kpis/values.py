"""The values of a KPI over time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from store.kpis.periods import first_day, last_day
from store.models import Cadence, Combine, Kpi, Raw
from store.team import Team

Values = tuple[tuple[date, float], ...]
"""The first day of a period, and the KPI's value in it, in its unit; ascending, each period once."""

_ORDER = tuple(Cadence)
"""From the shortest to the longest."""


def values(team: Team, kpi: Kpi) -> Values:
    """The readings of a KPI, one for each period of its cadence: of several the one that was written last."""
    table = team.tables.get("readings", {})
    return _last_written(((id, table[id]) for id in team.grouped("readings", "kpi").get(kpi.id)), kpi)


def lately(team: Team, kpi: Kpi, since: date) -> tuple[Values, bool]:
    """The values from the period on that begins on a day, and whether there are readings before it.

    It takes a quarter of the time that all of them take.
    """
    table, begin = team.tables.get("readings", {}), since.isoformat()
    rows, has_older = [], False
    for id in team.grouped("readings", "kpi").get(kpi.id):
        raw = table[id]
        day = raw.get("day")
        if isinstance(day, str) and day < begin:
            has_older = has_older or not raw.get("archived_at")
        else:
            rows.append((id, raw))
    return _last_written(rows, kpi), has_older


def _last_written(rows: Iterable[tuple[int, Raw]], kpi: Kpi) -> Values:
    written: dict[date, tuple[str, int, float]] = {}
    # From the rows: three years of sixty KPIs are sixty-six thousand readings.
    for id, raw in rows:
        if (found := _read(raw)) is None:
            continue
        day, at, value = found
        first = first_day(day, kpi.cadence)
        entry = at, id, value
        if first not in written or entry[:2] >= written[first][:2]:
            written[first] = entry
    return tuple((first, written[first][2]) for first in sorted(written))


def by_day_known(team: Team, number: int) -> Values:
    """The values of a KPI by the day on which each became known: its period's end, or the day of writing.

    Of a KPI that is gone the readings are still there, and each day's counts.
    """
    kpi = team.find(Kpi, number) or Kpi(id=number, name="", cadence=Cadence.DAY)
    table = team.tables.get("readings", {})
    written: dict[date, tuple[str, int]] = {}
    known: dict[date, tuple[date, float]] = {}
    for id in team.grouped("readings", "kpi").get(number):
        if (found := _read(table[id])) is None:
            continue
        day, at, value = found
        first = first_day(day, kpi.cadence)
        if first not in written or (at, id) >= written[first]:
            written[first] = at, id
            known[first] = min(last_day(first, kpi.cadence), max(day, _day_of(at, day))), value
    return tuple(known[first] for first in sorted(known))


def _day_of(at: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(at[:10])
    except ValueError:
        return otherwise


def _read(raw: Raw) -> tuple[date, str, float] | None:
    """Day, moment of writing and value; `None` for what was taken back or cannot be read."""
    day, at, value = raw.get("day"), raw.get("at"), raw.get("value")
    if raw.get("archived_at") or not isinstance(day, str) or not isinstance(at, str):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return date.fromisoformat(day), at, float(value)
    except ValueError:
        return None


def by_period(found: Values, wanted: Cadence, kpi: Kpi) -> Values:
    """The values of longer periods, combined as the KPI says: added, their mean, or the last one.

    A mean is that of the readings, each counting the same. A cadence that is shorter than the KPI's own
    cannot be had: the values come as they are. A week belongs to the month in which it begins.
    """
    if _ORDER.index(wanted) <= _ORDER.index(kpi.cadence):
        return found
    groups: dict[date, list[float]] = {}
    for day, value in found:
        groups.setdefault(first_day(day, wanted), []).append(value)
    return tuple((first, _combined(those, kpi.combine)) for first, those in groups.items())


def _combined(those: Sequence[float], how: Combine) -> float:
    match how:
        case Combine.SUM:
            return sum(those)
        case Combine.MEAN:
            return sum(those) / len(those)
        case Combine.LAST:
            return those[-1]


def smoothed(found: Values, width: int) -> Values:
    """The moving mean of so many values, the newest of them being the one at its place.

    The first values have fewer before them, and the mean of those there are.
    """
    numbers = [value for _, value in found]
    means = []
    for at in range(len(numbers)):
        window = numbers[max(0, at - width + 1) : at + 1]
        means.append(sum(window) / len(window))
    return tuple((day, mean) for (day, _), mean in zip(found, means, strict=True))


def between(found: Values, start: date, until: date) -> Values:
    """Those of the periods that begin from one day to another."""
    days = [day for day, _ in found]
    return found[bisect_left(days, start) : bisect_left(days, until + timedelta(days=1))]


def a_year_before(found: Values, days: Iterable[date], cadence: Cadence) -> Values:
    """For each period the value of the same one a year before, where there is one.

    Days and weeks go back 364 days, so that Mondays are compared with Mondays.
    """
    known = dict(found)
    pairs = []
    for day in days:
        if cadence in (Cadence.DAY, Cadence.WEEK):
            past = day - timedelta(days=364)
        else:
            past = day.replace(year=day.year - 1)
        if past in known:
            pairs.append((day, known[past]))
    return tuple(pairs)
