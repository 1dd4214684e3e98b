"""What `tagwerk adjustment` and `tagwerk adjustment helped` show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.days import spoken
from store.flow.effect import Effects
from store.kpis.adjusting import Stage, adjustments, by_stage, helped
from store.kpis.owing import reviewer
from store.models import Adjustment, Outcome
from store.team import Team
from tui.commands.adjustment_shapes import adjustment_shape
from tui.commands.adjustment_sheet import about, effect_lines
from tui.commands.answer import Json
from tui.commands.texts import wrapped

_NONE = (
    "Nothing is being changed because of a figure. “tagwerk adjustment add TITLE --kpi NAME --expected TEXT” "
    "writes down what you change and what you expect of it."
)
_NO_OUTCOME = (
    "Nothing was reviewed yet, so nobody has said what helped; “tagwerk adjustment review ADJUSTMENT” does."
)
_TITLES = {
    Outcome.HELPED: "Helped",
    Outcome.NO_EFFECT: "Had no effect",
    Outcome.HARMED: "Harmed",
    Outcome.UNCLEAR: "Unclear",
}


@dataclass(frozen=True)
class AdjustmentList:
    """What is to be reviewed, what is under way, and what was reviewed."""

    team: Team
    today: date
    archived: bool
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """Those of each stage below its name."""
        found = adjustments(self.team, archived=self.archived)
        if not found:
            yield from wrapped("None was put away." if self.archived else _NONE, width)
            return
        is_first = True
        for name, those in by_stage(found, self.today).items():
            if not those:
                continue
            yield from ([] if is_first else [""])
            is_first = False
            yield name[:1].upper() + name[1:]
            for one in those:
                yield from wrapped(f"  {one.id} {one.title}", width)
                yield from wrapped(f"    {self._facts(one, name)}", width)

    def document(self) -> Json:
        """See `adjustment_shapes`."""
        groups = by_stage(adjustments(self.team, archived=self.archived), self.today)
        effects = Effects(self.team, self.today)
        return {
            "adjustments": [
                adjustment_shape(self.team, one, self.today, effects)
                for those in groups.values()
                for one in those
            ]
        }

    def _facts(self, one: Adjustment, name: Stage) -> str:
        team, today = self.team, self.today
        parts = [about(team, one), f"made {spoken(one.made_on, today)}"]
        if name is Stage.DONE:
            parts.append(f"{one.outcome}")
        else:
            who = reviewer(team, one)
            parts.append(f"{team.name_of(who)} is asked" if who else "nobody is asked")
            day = spoken(one.review_on, today)
            parts[-1] += (
                f" since {day}" if name is Stage.TO_REVIEW and one.review_on < today else f" on {day}"
            )
        return ", ".join(filter(None, parts))


@dataclass(frozen=True)
class Helped:
    """What was tried, by what it did."""

    team: Team
    today: date
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """What its people say of it, and what the numbers do."""
        groups, effects = helped(self.team), Effects(self.team, self.today)
        if not any(groups.values()):
            yield from wrapped(_NO_OUTCOME, width)
            return
        is_first = True
        for outcome, those in groups.items():
            if not those:
                continue
            yield from ([] if is_first else [""])
            is_first = False
            yield f"{_TITLES[outcome]}: {len(those)}"
            for one in those:
                yield from self._told(one, effects, width)

    def document(self) -> Json:
        """See `adjustment_shapes`."""
        effects = Effects(self.team, self.today)
        return {
            "adjustments": [
                adjustment_shape(self.team, one, self.today, effects)
                for those in helped(self.team).values()
                for one in those
            ]
        }

    def _told(self, one: Adjustment, effects: Effects, width: int | None) -> Iterator[str]:
        made = spoken(one.made_on, self.today)
        yield from wrapped(f"  {one.id} {one.title}, {about(self.team, one)}, {made}", width)
        if one.learned:
            yield from wrapped(f"    learned: {' '.join(one.learned.split())}", width)
        for line in effect_lines(effects.of(one)):
            yield from wrapped(f"    {line}", width)
