"""An adjustment's figure before and after it: a KPI, or one of the flow of work."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from store.flow.series import WEEK, monday_of, weeks
from store.flow.spans import Span, local_day, spans
from store.flow.times import scatter
from store.kpis.adjusting import compared
from store.kpis.effect import MOST, Compared, around, compare
from store.models import Adjustment, Combine, Direction, Kpi
from store.team import Team

_LESS = Direction.LESS
_TIMES = {
    "cycle time": Kpi(name="Cycle time", unit="days", direction=_LESS, combine=Combine.MEAN),
    "lead time": Kpi(name="Lead time", unit="days", direction=_LESS, combine=Combine.MEAN),
}
_THROUGHPUT = Kpi(name="Throughput", unit="cards a week", combine=Combine.SUM)
FIGURES = (*_TIMES, "throughput")
"""Figures of the flow of work that are compared, as adjustments name them."""


def figure_called(typed: str) -> str | None:
    """A figure of the flow of work by its name in whatever case of letters; `None`: there is none."""
    name = " ".join(typed.split()).casefold()
    return name if name in FIGURES else None


class Effects:
    """Before and after of the adjustments of one snapshot; its cards are looked at once, or not at all."""

    def __init__(self, team: Team, today: date) -> None:
        self._team, self._today = team, today
        self._zone = ZoneInfo(team.settings.time_zone)

    def of(self, one: Adjustment) -> Compared | None:
        """What an adjustment is about, before and after it; `None`: nothing that can be compared.

        Of cards the times of those that were finished before it are compared with those finished since, be
        they begun before it or not; of throughput whole weeks.
        """
        found = compared(self._team, one)
        if found is not None:
            return found
        figure = figure_called(one.figure)
        if figure in _TIMES:
            return self._times(_TIMES[figure], one.made_on, is_lead=figure == "lead time")
        return self._throughput(one.made_on) if figure == "throughput" else None

    def _times(self, kpi: Kpi, made_on: date, *, is_lead: bool) -> Compared:
        points = scatter(self._cards, self._zone, date.min, self._today, lead=is_lead)
        before = [point.days for point in points if point.day < made_on]
        after = [point.days for point in points if point.day >= made_on]
        return Compared(kpi, compare(before[-MOST:], after[:MOST]), "card")

    def _throughput(self, made_on: date) -> Compared:
        days = (local_day(card.finished, self._zone) for card in self._cards if card.finished)
        first = max(min(days, default=self._today), made_on - timedelta(weeks=MOST + 1))
        count = (monday_of(self._today) - monday_of(first)).days // WEEK
        found = weeks(self._cards, self._zone, self._today, count + 1)
        values = tuple((week.monday, float(week.left)) for week in found)
        return Compared(_THROUGHPUT, around(values, _THROUGHPUT, made_on, self._today), "week")

    @cached_property
    def _cards(self) -> tuple[Span, ...]:
        return spans(self._team)
