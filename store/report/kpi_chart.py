"""A KPI as a chart: its values, where they should be, and what was changed because of it."""

from __future__ import annotations

from collections.abc import Sequence

from store.charts.line import Band, Mark, chart
from store.charts.svg import Chart
from store.kpis.adjusting import adjustments, kpi_of
from store.kpis.saying import shown, target
from store.kpis.values import Values, a_year_before, by_period, values
from store.models import Adjustment, Cadence, Combine, Direction, Kpi
from store.phrases import counted
from store.team import Team

_APART = {Cadence.DAY: 5, Cadence.WEEK: 21, Cadence.MONTH: 93, Cadence.QUARTER: 280}
"""Days between two values beyond which no line connects them: a weekend is no gap."""
LAST = {Cadence.DAY: 91, Cadence.WEEK: 53, Cadence.MONTH: 36, Cadence.QUARTER: 16}
"""How many values are shown where nobody says it."""


def band(kpi: Kpi) -> Band:
    """Where the values of a KPI should be."""
    words = target(kpi)
    match kpi.direction:
        case Direction.MORE:
            return Band(kpi.target, None, kpi.limit, None, words)
        case Direction.LESS:
            return Band(None, kpi.target, None, kpi.limit, words)
        case Direction.WITHIN:
            high = kpi.target if kpi.target_high is None else kpi.target_high
            return Band(kpi.target, high, kpi.limit, kpi.limit_high, words)


def kpi_chart(
    team: Team, kpi: Kpi, cadence: Cadence | None = None, last: int | None = None, *, compare: bool = False
) -> Chart:
    """The last values of a KPI.

    Args:
        team: the snapshot.
        kpi: the KPI.
        cadence: how long the periods are; `None`: its own. A shorter one cannot be had.
        last: how many values; `None`: about a quarter of days, a year of weeks, three years of months.
        compare: also the same periods a year before.
    """
    own = values(team, kpi)
    by = shown_by(kpi, cadence)
    every = by_period(own, by, kpi)
    found = every[-(last or LAST[by]) :]
    # What a target is for one day says nothing of a sum over a month.
    is_summed = by is not kpi.cadence and kpi.combine is Combine.SUM
    should = Band() if is_summed else band(kpi)
    changed = [one for one in adjustments(team) if (about := kpi_of(team, one)) and about.id == kpi.id]
    before = a_year_before(every, [day for day, _ in found], by) if compare else ()
    return chart(
        f"{kpi.name}, by {by}",
        _told(kpi, found, should, changed),
        found,
        lambda value: _axis(kpi, value),
        band=should,
        marks=[Mark(one.made_on, one.title) for one in changed],
        before=before,
        before_words="the same periods a year before",
        apart=_APART[by],
    )


def shown_by(kpi: Kpi, cadence: Cadence | None) -> Cadence:
    """The length of the periods that are shown: what was asked for, or the KPI's own where that is longer."""
    order = tuple(Cadence)
    return kpi.cadence if cadence is None or order.index(cadence) < order.index(kpi.cadence) else cadence


def _axis(kpi: Kpi, value: float) -> str:
    """A value beside the chart: no more digits than it has, and its unit where there is room."""
    text = shown(kpi, value)
    return text if len(text) <= 10 else _short(value)


def _short(value: float) -> str:
    for size, name in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:.4g} {name}"
    return f"{value:.4g}"


def _told(kpi: Kpi, found: Values, should: Band, changed: Sequence[Adjustment]) -> str:
    """What is to be seen, in words."""
    if not found:
        return f"{kpi.name} has no readings yet."
    numbers = [value for _, value in found]
    parts = [
        f"{counted(len(found), 'value')} of {kpi.name} from {found[0][0]} to {found[-1][0]}.",
        f"The newest is {shown(kpi, numbers[-1])}, the lowest {shown(kpi, min(numbers))}, "
        f"the highest {shown(kpi, max(numbers))}.",
    ]
    if should.words:
        off = sum(should.kind(value) != "dot" for value in numbers)
        parts.append(f"It should be {should.words}; {counted(off, 'value')} of {len(numbers)} are not.")
    first, last = found[0][0], found[-1][0]
    parts += [f"On {one.made_on}: {one.title}." for one in changed if first <= one.made_on <= last]
    return " ".join(parts)
