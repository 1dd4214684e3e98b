"""Adjustments: which there are, when they are looked at again, and what was seen since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from store.kpis.effect import Compared, around
from store.kpis.values import values
from store.models import Adjustment, Cadence, Goal, Kpi, Outcome, Source
from store.team import Team

_LATER = {Cadence.DAY: 28, Cadence.WEEK: 56, Cadence.MONTH: 183, Cadence.QUARTER: 457}
"""Days after which there are enough readings to tell something, by how often there is one."""


class Stage(StrEnum):
    """How far an adjustment is."""

    TO_REVIEW = "to review now"
    OPEN = "under way"
    DONE = "reviewed"


def stage(one: Adjustment, today: date) -> Stage:
    """How far an adjustment is."""
    if one.outcome is not None:
        return Stage.DONE
    return Stage.TO_REVIEW if one.review_on <= today else Stage.OPEN


def by_stage(found: Iterable[Adjustment], today: date) -> dict[Stage, list[Adjustment]]:
    """Those of each stage: what has to be reviewed first, the reviewed ones the newest first."""
    groups: dict[Stage, list[Adjustment]] = {one: [] for one in Stage}
    for one in found:
        groups[stage(one, today)].append(one)
    for name in (Stage.TO_REVIEW, Stage.OPEN):
        groups[name].sort(key=lambda one: (one.review_on, one.id))
    groups[Stage.DONE].sort(key=lambda one: (one.made_on, one.id), reverse=True)
    return groups


def adjustments(team: Team, *, archived: bool = False) -> list[Adjustment]:
    """Those that are not put away; or those that are."""
    return [one for one in team.all(Adjustment) if bool(one.archived_at) is archived]


def helped(team: Team) -> dict[Outcome, list[Adjustment]]:
    """What was tried, by what it did as its people saw it; the newest first."""
    found: dict[Outcome, list[Adjustment]] = {outcome: [] for outcome in Outcome}
    for one in sorted(adjustments(team), key=lambda one: (one.made_on, one.id), reverse=True):
        if one.outcome is not None:
            found[one.outcome].append(one)
    return found


def review_day(made_on: date, kpi: Kpi | None) -> date:
    """When it makes sense to look whether it helped: some readings later; without a KPI in eight weeks."""
    return made_on + timedelta(days=_LATER[kpi.cadence if kpi else Cadence.WEEK])


def kpi_of(team: Team, one: Adjustment) -> Kpi | None:
    """The KPI that an adjustment is about: its own, or that of its goal; `None`: it is about none."""
    number = one.kpi
    if number is None and one.goal is not None:
        goal = team.find(Goal, one.goal)
        number = goal.kpi if goal is not None and goal.source is Source.KPI else None
    return team.find(Kpi, number) if number is not None else None


def compared(team: Team, one: Adjustment) -> Compared | None:
    """The KPI of an adjustment before and after it; `None`: it is about none."""
    kpi = kpi_of(team, one)
    return Compared(kpi, around(values(team, kpi), kpi, one.made_on)) if kpi is not None else None
