"""The KPIs of a time: value, change, against the target, and how they went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from store.charts.line import Points
from store.charts.small import columns, spark
from store.kpis.adjusting import adjustments, kpi_of
from store.kpis.listing import WHOLE, by_department
from store.kpis.owing import adjusting
from store.kpis.periods import titled
from store.kpis.saying import change, earlier, shown, target
from store.kpis.standing import KpiStanding, Light, light, missing
from store.kpis.values import Values, values
from store.models import Cadence, Combine, Kpi
from store.phrases import counted, listed
from store.report.adjusting import was_under_way
from store.report.kpi_chart import band
from store.report.parts import LIGHTS, Block, Bullets, Cell, Item, Para, Section, Table
from store.report.period import Period
from store.team import Team

_RECENT = 12
"""Values that the small chart has."""
_OFF = (Light.WATCH, Light.ALARM)
_MOST_LATE = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A KPI in the time that a report tells of."""

    standing: KpiStanding
    """Its values are those of that time and of times before it; the last one is the one that is told."""
    of: str
    """What the value is of: a period, or the mean of several; empty: there is none."""
    each: str
    """What one of its values is of: `week`, `month`."""


def told(team: Team, kpi: Kpi, period: Period, today: date) -> Told:
    """How a KPI was.

    Where the time holds several of its periods, it is their mean (of what is a level, like a stock, the last
    one), so that it can be compared with the target of one; else the newest value by then.
    """
    found = values(team, kpi)
    last = period.until(today)
    if period.spans(kpi.cadence):
        windows = period.windows(found, last)
        series: Values = tuple((day, _one(kpi, those)) for day, those in windows.items())
        inside = windows.get(period.first, [])
        of = _of(kpi, len(inside))
        if not inside:
            series = ()
    else:
        series = tuple((day, value) for day, value in found if day <= last)
        of = titled(series[-1][0], kpi.cadence) if series else ""
    each = period.word if period.spans(kpi.cadence) else kpi.cadence.value
    gaps = missing(kpi, found, today) if period.holds(today) else ()
    return Told(_standing(kpi, series, gaps), of, each)


def told_by_department(
    team: Team, period: Period, today: date, department: str | None = None
) -> dict[str, list[Told]]:
    """How the KPIs of all departments, or of one, were."""
    return {
        name: [told(team, kpi, period, today) for kpi in those]
        for name, those in by_department(team).items()
        if department is None or name.casefold() == department.casefold()
    }


def kpi_section(team: Team, found: Mapping[str, Sequence[Told]], period: Period, today: date) -> Section:
    """A table for each department, and what there is to do."""
    blocks: list[Block] = []
    busy = _changing(team, period, today)
    for name, those in found.items():
        blocks.append(_table(name or WHOLE, those))
        if asks := [*_asks(those, busy, is_over=not period.holds(today))]:
            blocks.append(Bullets(asks))
    if not blocks:
        blocks.append(Para("No KPIs are watched here yet."))
    if any(_has_weeks(one, period) for those in found.values() for one in those):
        blocks.append(Para(f"A week belongs to the {period.word} in which it begins.", is_note=True))
    return Section("KPIs", blocks, "kpis")


def lights(found: Mapping[str, Sequence[Told]]) -> Counter[Light]:
    """How many KPIs are how; those without a value are left out."""
    standings = (one.standing for those in found.values() for one in those)
    return Counter(one.light for one in standings if one.value is not None)


def _one(kpi: Kpi, those: Sequence[float]) -> float:
    return those[-1] if kpi.combine is Combine.LAST else sum(those) / len(those)


def _of(kpi: Kpi, count: int) -> str:
    if not count:
        return ""
    if kpi.combine is Combine.LAST:
        return f"the last {kpi.cadence}"
    return f"mean of {counted(count, kpi.cadence.value)}"


def _standing(kpi: Kpi, series: Values, gaps: tuple[date, ...]) -> KpiStanding:
    in_a_row = 0
    for _, value in reversed(series):
        if light(kpi, value) not in _OFF:
            break
        in_a_row += 1
    newest = series[-1][1] if series else None
    since = series[-in_a_row][0] if in_a_row else None
    return KpiStanding(kpi, series, light(kpi, newest), gaps, in_a_row, since)


def _table(name: str, those: Sequence[Told]) -> Table:
    heads = ("KPI", "Value", "Of", "Change", "Should be", "Is", "How it went")
    return Table(heads, [_row(one) for one in those], name)


def _row(one: Told) -> list[Cell]:
    standing, kpi = one.standing, one.standing.kpi
    value = standing.value
    recent: Points = standing.values[-_RECENT:]
    if value is None:
        none = [Cell(kpi.name), Cell("no reading", is_number=True)]
        return [*none, *(Cell("") for _ in range(2)), Cell(target(kpi)), Cell(""), Cell("")]
    went = spark(f"{kpi.name}, last values", went_words(kpi, recent), recent, band(kpi))
    return [
        Cell(kpi.name),
        Cell(shown(kpi, value), is_number=True),
        Cell(one.of),
        Cell(change(standing, "▲", "▼", "=")),
        Cell(target(kpi)),
        Cell(standing.light.value, LIGHTS[standing.light]),
        Cell(columns(recent), chart=went if len(recent) > 1 else None),
    ]


def went_words(kpi: Kpi, found: Points) -> str:
    """How values went, for those who cannot see the chart."""
    if not found:
        return "There are no values yet."
    numbers = [value for _, value in found]
    first, last = shown(kpi, numbers[0]), shown(kpi, numbers[-1])
    should = f" It should be {target(kpi)}." if target(kpi) else ""
    return (
        f"{counted(len(found), 'value')} from {found[0][0]} to {found[-1][0]}: from {first} to {last}, "
        f"lowest {shown(kpi, min(numbers))}, highest {shown(kpi, max(numbers))}.{should}"
    )


def _has_weeks(one: Told, period: Period) -> bool:
    return bool(one.of) and one.standing.kpi.cadence is Cadence.WEEK and period.spans(Cadence.WEEK)


def _changing(team: Team, period: Period, today: date) -> frozenset[int]:
    """Numbers of the KPIs because of which something is being changed, or was in a time that is over."""
    if period.holds(today):
        return adjusting(team)
    then = (kpi_of(team, one) for one in adjustments(team) if was_under_way(team, one, period))
    return frozenset(kpi.id for kpi in then if kpi is not None)


def _asks(those: Sequence[Told], busy: frozenset[int], *, is_over: bool) -> Iterator[Item]:
    """What there is to do about them."""
    for one in those:
        standing, kpi = one.standing, one.standing.kpi
        if standing.asks_for_adjustment:
            what, yet = ("was", "") if is_over else ("is", "" if kpi.id in busy else " yet")
            thing = "something" if kpi.id in busy else "nothing"
            said = f"{thing} {what} being changed because of it{yet}"
            often = counted(standing.in_a_row, one.each)
            yield Item(f"{kpi.name} was off target {often} in a row; {said}.", mark=LIGHTS[standing.light])
        if standing.missing:
            names = [titled(day, kpi.cadence) for day in standing.missing[-_MOST_LATE:]]
            more = earlier(standing.missing, _MOST_LATE)
            before = f"{more} and " if more else ""
            yield Item(f"{kpi.name} has no reading for {before}{listed(names)}.")
