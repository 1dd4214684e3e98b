"""What an adjustment is about, and its figure before and after it, as rows."""

from __future__ import annotations

from store.kpis.adjusting import adjustments, kpi_of
from store.kpis.effect import Compared
from store.kpis.saying import is_percent, shown
from store.models import Adjustment, Goal, Kpi
from store.team import Team

CAVEAT = (
    "The range holds the true difference nineteen times of twenty where readings do not depend on each "
    "other. What else has changed in the same time is in it, too."
)
"""What has to be said beside every difference."""


def about(team: Team, one: Adjustment) -> str:
    """What an adjustment is about; empty where that is not said."""
    kpi = team.find(Kpi, one.kpi) if one.kpi is not None else None
    goal = team.find(Goal, one.goal) if one.goal is not None else None
    parts = [f"{kpi.name}{', which is put away' if kpi.archived_at else ''}"] if kpi is not None else []
    parts += [f"goal {goal.id} {goal.title}"] if goal is not None else []
    return ", ".join([*parts, *([one.figure] if one.figure else [])])


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
        # Points, where the values are percents; beside them that needs no word.
        rows.append(["usual ups and downs", f"±{shown(kpi, effect.noise, bare=is_percent(kpi))}", ""])
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
