"""How KPIs stand, a line each, under the names of their departments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.days import spoken
from store.kpis.listing import WHOLE, by_department
from store.kpis.owing import adjusting, answers_for
from store.kpis.periods import titled, written
from store.kpis.saying import change, earlier, shown, target_in_short
from store.kpis.standing import KpiStanding, Light, standing
from store.phrases import listed
from store.team import Team
from tui.commands.answer import Json
from tui.commands.grid import aligned
from tui.commands.kpi_shapes import RECENT, kpi_shape
from tui.commands.texts import wrapped
from widgets.goals.spark import spark
from widgets.kpis.signs import KpiSigns

_LEAST = (0, 12, 0, 0, 0, 0)
"""Cells that light, name, value, change, target and sparkline keep."""
_NONE = (
    "The team watches no KPIs yet. “tagwerk kpi ready” lists ready-made ones of an online shop, "
    "“tagwerk kpi add NAME” adds one of your own."
)
_WIDE, _FEW = 100, 8
"""Cells of a terminal that has room for all of a sparkline, and how many values it has elsewhere."""
_MOST_LATE = 3
"""Periods without a reading that are named."""


@dataclass(frozen=True)
class KpiList:
    """The KPIs of the team."""

    team: Team
    today: date
    signs: KpiSigns
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """For each department its name, and for each KPI a line; below it what it asks for."""
        groups = self._standings()
        standings = [one for those in groups.values() for one in those]
        if not standings:
            yield from wrapped(_NONE, width)
            return
        cells = RECENT if width is None or width >= _WIDE else _FEW
        rows = iter(aligned([self._row(one, cells) for one in standings], width and width - 2, _LEAST))
        busy = adjusting(self.team)
        for at, (department, those) in enumerate(groups.items()):
            yield from ([""] if at else [])
            yield department or WHOLE
            for one in those:
                yield f"  {next(rows)}"
                for said in self._asks(one, is_busy=one.kpi.id in busy):
                    yield from wrapped(f"      {said}", width)

    def document(self) -> Json:
        """See `kpi_shapes`."""
        busy = adjusting(self.team)
        found = [one for those in self._standings().values() for one in those]
        return {
            "kpis": [
                kpi_shape(self.team, s, adjust=s.asks_for_adjustment and s.kpi.id not in busy) for s in found
            ]
        }

    def _standings(self) -> dict[str, list[KpiStanding]]:
        return {
            department: [standing(self.team, kpi, self.today) for kpi in those]
            for department, those in by_department(self.team).items()
        }

    def _row(self, one: KpiStanding, cells: int) -> list[str]:
        kpi, signs = one.kpi, self.signs
        value = one.value
        return [
            f"{signs.lights[one.light]} {_short(one.light) if value is not None else 'no reading'}",
            kpi.name,
            shown(kpi, value) if value is not None else "",
            change(one, signs.up, signs.down, signs.level),
            target_in_short(kpi, signs.at_least, signs.at_most),
            spark([known for _, known in one.values[-cells:]], cells, signs.levels),
        ]

    def _asks(self, one: KpiStanding, *, is_busy: bool) -> Iterator[str]:
        """What there is to do about it."""
        kpi = one.kpi
        if one.in_a_row and one.since is not None:
            many = f", {one.in_a_row} readings in a row" if one.in_a_row > 1 else ""
            yield f"off target since {titled(one.since, kpi.cadence)}{many}"
        if one.asks_for_adjustment:
            yield (
                "something is being changed because of it; “tagwerk adjustment” shows what"
                if is_busy
                else "what do you change? “tagwerk adjustment add TITLE --kpi NAME --expected TEXT” notes it"
            )
        if one.missing:
            yield late_said(self.team, one, self.today)


def late_said(team: Team, one: KpiStanding, today: date) -> str:
    """Which readings are missing, and who is asked for them."""
    kpi, gaps = one.kpi, one.missing
    names = [titled(first, kpi.cadence) for first in gaps[-_MOST_LATE:]]
    before = earlier(gaps, _MOST_LATE)
    more = f"{before} and " if before else ""
    login = answers_for(team, kpi)
    who = f", {team.name_of(login)} is asked for it" if login else ", and nobody is asked for it"
    last = f"; the last is of {spoken(one.day, today)}" if one.day else ""
    example = f"--on {written(gaps[-1], kpi.cadence)}"
    return f"late: {more}{listed(names)}{who}{last} ({example})"


def _short(light: Light) -> str:
    return "alarm" if light is Light.ALARM else light.value
