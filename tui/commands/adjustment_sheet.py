"""One adjustment for reading, whole, with before and after side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.days import spoken
from store.flow.effect import FIGURES, Effects
from store.kpis.adjusting import adjustments, kpi_of
from store.kpis.effect import Compared, Verdict
from store.kpis.owing import is_open, reviewer
from store.kpis.saying import shown
from store.models import Adjustment, Goal, Kpi
from store.phrases import listed
from store.team import Team
from tui.commands.adjustment_shapes import adjustment_shape
from tui.commands.answer import Json
from tui.commands.grid import aligned
from tui.commands.texts import wrapped

CAVEAT = (
    "The range holds the true difference nineteen times of twenty where readings do not depend on each "
    "other. What else has changed in the same time is in it, too."
)
"""What has to be said beside every difference."""


@dataclass(frozen=True)
class AdjustmentSheet:
    """An adjustment."""

    team: Team
    one: Adjustment
    today: date
    asks: bool = False
    """Whether to say how the outcome is written down."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """What was seen, changed and expected; before and after; what was learned."""
        one, team, today = self.one, self.team, self.today
        yield from wrapped(f"Adjustment {one.id} {one.title}", width)
        who = reviewer(team, one)
        days = f"made {spoken(one.made_on, today)}, to be reviewed {spoken(one.review_on, today)}"
        yield from wrapped(", ".join(filter(None, (about(team, one), days, team.name_of(who)))), width)
        for name, text in (("Seen", one.seen), ("Expected", one.expected), ("Learned", one.learned)):
            if text:
                yield from ("", name)
                for line in text.split("\n"):
                    yield from wrapped(f"  {line}", width)
        yield ""
        yield from self._compared(width)
        if one.outcome is not None:
            yield f"Outcome: {one.outcome}"
        elif self.asks or (is_open(one) and one.review_on <= today):
            yield from wrapped(
                f"Has it helped? “tagwerk adjustment review {one.id} helped|no-effect|harmed|unclear "
                "--learned TEXT” writes it down.",
                width,
            )

    def document(self) -> Json:
        """See `adjustment_shapes`."""
        return {"adjustment": adjustment_shape(self.team, self.one, self.today)}

    def _compared(self, width: int | None) -> Iterator[str]:
        found = Effects(self.team, self.today).of(self.one)
        if found is None:
            said = f"It is about no KPI and none of {listed(FIGURES)}, so nothing can be laid side by side."
            yield from wrapped(said, width)
            return
        yield from wrapped(found.kpi.name, width)
        yield from aligned(side_by_side(found), width, (0, 0, 0))
        yield from wrapped(found.sentence, width)
        for other in near_to(self.team, self.one):
            yield from wrapped(
                f"Near to it adjustment {other.id} {other.title} was made ({other.made_on}).", width
            )
        if found.verdict is not Verdict.TOO_FEW:
            yield from wrapped(CAVEAT, width)


def about(team: Team, one: Adjustment) -> str:
    """What an adjustment is about; empty where that is not said."""
    kpi = team.find(Kpi, one.kpi) if one.kpi is not None else None
    goal = team.find(Goal, one.goal) if one.goal is not None else None
    parts = [kpi.name] if kpi is not None else []
    parts += [f"goal {goal.id} {goal.title}"] if goal is not None else []
    return ", ".join([*parts, *([one.figure] if one.figure else [])])


def effect_lines(found: Compared | None) -> list[str]:
    """How many values, the medians, and what they say; nothing where there is nothing to compare."""
    if found is None:
        return []
    kpi, effect = found.kpi, found.effect
    medians = [effect.median_before, effect.median_after]
    if any(value is None for value in medians):
        return [found.sentence]
    was, now = (shown(kpi, value) for value in medians if value is not None)
    return [f"{kpi.name}, {found.counts}: median {was}, then {now}.", found.sentence]


def side_by_side(found: Compared) -> list[list[str]]:
    """Before and after, as rows of cells under their headings."""
    kpi, effect = found.kpi, found.effect

    def said(value: float | None) -> str:
        return "–" if value is None else shown(kpi, value)

    rows = [
        ["", "before", "after"],
        [f"{found.thing}s", str(len(effect.before)), str(len(effect.after))],
        ["median", said(effect.median_before), said(effect.median_after)],
        ["least", said(min(effect.before, default=None)), said(min(effect.after, default=None))],
        ["most", said(max(effect.before, default=None)), said(max(effect.after, default=None))],
    ]
    if effect.noise is not None:
        rows.append(["usual ups and downs", f"±{shown(kpi, effect.noise)}", ""])
    return rows


def near_to(team: Team, one: Adjustment) -> list[Adjustment]:
    """Other adjustments about the same KPI that were made between its day and that of its review."""
    kpi = kpi_of(team, one)
    span = one.review_on - one.made_on
    return [
        other
        for other in adjustments(team)
        if kpi is not None
        and other.id != one.id
        and kpi_of(team, other) == kpi
        and abs(other.made_on - one.made_on) <= span
    ]
