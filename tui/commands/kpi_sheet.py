"""One KPI for reading, whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from store.days import spoken
from store.kpis.listing import WHOLE, department_of
from store.kpis.owing import adjusting, answers_for
from store.kpis.periods import last_day, titled
from store.kpis.saying import change, limit, shown, target
from store.kpis.standing import KpiStanding, Light, light, standing
from store.kpis.values import Values, by_period
from store.models import Adjustment, Cadence, Combine, Kpi, Reading, Role
from store.team import Team
from tui.commands.adjustment_shapes import adjustment_shape
from tui.commands.answer import Json
from tui.commands.grid import aligned
from tui.commands.kpi_list import late_said
from tui.commands.kpi_shapes import kpi_shape, reading_shape
from tui.commands.texts import wrapped
from widgets.kpis.signs import KpiSigns

_BAR = 20
"""Cells of the longest bar."""
_COMBINED = {Combine.SUM: "added", Combine.MEAN: "their mean", Combine.LAST: "the last one"}


@dataclass(frozen=True)
class KpiSheet:
    """A KPI with its values, readings and adjustments."""

    team: Team
    kpi: Kpi
    today: date
    cadence: Cadence
    """How long the periods are of which values are shown."""
    last: int
    """How many values, and how many readings."""
    signs: KpiSigns
    status: int = 0

    @cached_property
    def standing(self) -> KpiStanding:
        """How it stands."""
        return standing(self.team, self.kpi, self.today)

    def lines(self, width: int | None) -> Iterator[str]:
        """What it is, its values with what was changed at the time, and the readings."""
        kpi = self.kpi
        yield f"KPI {kpi.id} {kpi.name}"
        yield from wrapped(self._now(), width)
        if kpi.about:
            yield from ("", *wrapped(kpi.about, width))
        yield ""
        for name, fact in self._facts():
            yield from _under(f"{name:<11}", fact, width)
        yield from self._over_time(width)
        yield from self._written(width)

    def document(self) -> Json:
        """See `kpi_shapes`."""
        adjust = self.standing.asks_for_adjustment and self.kpi.id not in adjusting(self.team)
        values = [
            {"day": day.isoformat(), "value": value, "light": self._light(value)}
            for day, value in self._values
        ]
        return {
            "kpi": kpi_shape(self.team, self.standing, adjust=adjust),
            "by": self.cadence.value,
            "values": values,
            "readings": [reading_shape(one) for one in self._readings],
            "adjustments": [adjustment_shape(self.team, one, self.today) for one in self._adjustments],
        }

    @cached_property
    def _values(self) -> Values:
        return by_period(self.standing.values, self.cadence, self.kpi)[-self.last :]

    @cached_property
    def _readings(self) -> list[Reading]:
        found = sorted(self.team.belonging(Reading, "kpi", self.kpi.id), key=lambda one: (one.day, one.at))
        return found[-self.last :]

    @cached_property
    def _adjustments(self) -> list[Adjustment]:
        found = [one for one in self.team.belonging(Adjustment, "kpi", self.kpi.id) if not one.archived_at]
        return sorted(found, key=lambda one: (one.made_on, one.id))

    def _now(self) -> str:
        one, kpi, signs = self.standing, self.kpi, self.signs
        if one.value is None or one.day is None:
            return f"No reading yet; “tagwerk kpi record {kpi.id} VALUE” writes the first one down."
        changed = change(one, signs.up, signs.down, signs.level)
        parts = [f"{shown(kpi, one.value)} in {titled(one.day, kpi.cadence)}", changed, one.light.value]
        if one.since is not None and one.light is not Light.UNKNOWN:
            parts[-1] += f" since {titled(one.since, kpi.cadence)}"
        return ", ".join(filter(None, parts))

    def _facts(self) -> Iterator[tuple[str, str]]:
        kpi, team = self.kpi, self.team
        role = team.find(Role, kpi.role) if kpi.role is not None else None
        asked = answers_for(team, kpi)
        yield "Department", department_of(team, kpi) or WHOLE
        if role is not None:
            yield "Role", role.name
        yield "Owner", team.name_of(kpi.owner) if kpi.owner else "nobody"
        if asked and asked != kpi.owner:
            yield "Asked", f"{team.name_of(asked)}, for the role"
        yield "Should be", target(kpi) or "nobody has said"
        if beyond := limit(kpi):
            yield "Alarm", beyond
        yield "A reading", f"for each {kpi.cadence}; several together: {_COMBINED[kpi.combine]}"
        if kpi.source:
            yield "Comes from", kpi.source
        if kpi.columns:
            yield "In files", ", ".join(kpi.columns)
        if self.standing.missing:
            yield "Readings", late_said(team, self.standing, self.today)
        if kpi.archived_at:
            yield "Put away", spoken(team.today(kpi.archived_at), self.today)

    def _over_time(self, width: int | None) -> Iterator[str]:
        if not self._values:
            return
        rows = [*self._rows()]
        yield from ("", f"By {self._period}")
        yield from (f"  {line}" for line in aligned(rows, width and width - 2, (0, 0, 4, 0)))
        for one in self._adjustments:
            yield from wrapped(
                f"  {self.signs.adjusted} {spoken(one.made_on, self.today)}: {one.title} "
                f"(adjustment {one.id}, {one.outcome or 'not reviewed yet'})",
                width,
            )

    @property
    def _period(self) -> Cadence:
        order = tuple(Cadence)
        return max(self.cadence, self.kpi.cadence, key=order.index)

    def _rows(self) -> Iterator[list[str]]:
        kpi, period = self.kpi, self._period
        top = max((abs(value) for _, value in self._values), default=0.0)
        for first, value in self._values:
            end = last_day(first, period)
            made = any(first <= one.made_on <= end for one in self._adjustments)
            bar = self.signs.bar * round(_BAR * abs(value) / top) if top else ""
            light_ = "" if self._light(value) is None else f"{self._light(value)}"
            yield [
                f"{self.signs.adjusted if made else ' '} {titled(first, period)}",
                shown(kpi, value).rjust(12),
                bar,
                light_,
            ]

    def _light(self, value: float) -> str | None:
        # What is added up over a longer time has nothing to do with the target of a shorter one.
        if self._period is not self.kpi.cadence and self.kpi.combine is Combine.SUM:
            return None
        found = light(self.kpi, value)
        return None if found is Light.UNKNOWN else found.value

    def _written(self, width: int | None) -> Iterator[str]:
        if self._readings:
            yield ""
            yield from wrapped(
                "Readings, the newest first; “tagwerk kpi take-back NUMBER” takes one back", width
            )
        for one in reversed(self._readings):
            words = [shown(self.kpi, one.value), self.team.name_of(one.author), one.source, one.note]
            words += ["taken back"] if one.archived_at else []
            yield from _under(f"  {one.id:>5}  {one.day}  ", " · ".join(filter(None, words)), width)


def _under(head: str, text: str, width: int | None) -> Iterator[str]:
    """A text behind its head, the further lines under the first."""
    first, *more = wrapped(" ".join(text.split("\n")), None if width is None else max(width - len(head), 20))
    yield f"{head}{first}".rstrip()
    for line in more:
        yield f"{' ' * len(head)}{line}"
