"""What the team's figures ask of a person today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.days import spoken
from store.kpis.owing import Late, late, to_adjust, to_review
from store.kpis.periods import titled, written
from store.kpis.saying import how_many, shown, target
from store.kpis.standing import KpiStanding
from store.models import Adjustment
from store.phrases import counted
from store.team import Team
from tui.commands.answer import Json


class Figures:
    """Readings that she owes, adjustments that she is to review, KPIs of hers that stay off target."""

    # No dataclass: making one takes longer than all that is asked of it here.
    def __init__(self, team: Team, person: str, today: date) -> None:
        self._today = today
        self._late = late(team, person, today)
        self._to_review = to_review(team, person, today)
        self._to_adjust = to_adjust(team, person, today)

    def parts(self) -> Iterator[tuple[str, list[str]]]:
        """A title and its lines for each kind of thing."""
        yield "Readings that you owe", [_owed(one) for one in self._late]
        yield "Has it helped?", [self._review(one) for one in self._to_review]
        yield "KPIs that are off target: what do you change?", [_off(one) for one in self._to_adjust]

    def document(self) -> Json:
        """The same as data; see `shapes`."""
        return {
            "readings_owed": [
                {"kpi": one.kpi.id, "name": one.kpi.name, "periods": [day.isoformat() for day in one.missing]}
                for one in self._late
            ],
            "reviews_owed": [
                {"number": one.id, "title": one.title, "review_on": one.review_on.isoformat()}
                for one in self._to_review
            ],
            "kpis_to_adjust": [
                {"kpi": one.kpi.id, "name": one.kpi.name, "readings_in_a_row": one.in_a_row}
                for one in self._to_adjust
            ],
        }

    def _review(self, one: Adjustment) -> str:
        return f"adjustment {one.id} {one.title}, since {spoken(one.review_on, self._today)}"


def _owed(one: Late) -> str:
    kpi, gaps = one.kpi, one.missing
    more = f" and {how_many(gaps, 1)} before" if len(gaps) > 1 else ""
    example = f"“tagwerk kpi record {kpi.id} VALUE --on {written(gaps[-1], kpi.cadence)}”"
    return f"KPI {kpi.id} {kpi.name}: {titled(gaps[-1], kpi.cadence)}{more}; {example}"


def _off(one: KpiStanding) -> str:
    value = f"{shown(one.kpi, one.value)}, " if one.value is not None else ""
    many = counted(one.in_a_row, "reading")
    return f"KPI {one.kpi.id} {one.kpi.name}: {value}should be {target(one.kpi)}, {many} in a row"
