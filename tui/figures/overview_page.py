"""What the management sees on one page, worked out at once. May take a while: for threads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from store.absences.away import absence_on
from store.findings import Gravity, findings
from store.flow.page import Page, page
from store.goals.pace import Pace
from store.goals.standing import Standing, Standings
from store.kpis.adjusting import Stage, adjustments, by_stage
from store.kpis.overview import Standings as KpiStandings
from store.kpis.overview import Watched, by_trouble, watched
from store.models import Adjustment, Goal, GoalState
from store.team import Team


@dataclass(frozen=True)
class Overview:
    """How it stands."""

    kpis: Sequence[Watched]
    """The worst first."""
    goals: Sequence[Standing]
    """Those that are active, the most behind first."""
    paces: Mapping[Pace | None, int]
    """How many active goals go how; `None`: nobody knows."""
    flow: Page
    adjustments: Mapping[Stage, Sequence[Adjustment]]
    findings: Mapping[Gravity, int]
    people: int
    away: int
    """How many are not there today."""


_BEHIND = {Pace.OFF_TRACK: 0, Pace.AT_RISK: 1, None: 2, Pace.ON_TRACK: 3, Pace.AHEAD: 4}


def overview(team: Team, today: date, now: datetime, known: KpiStandings | None = None) -> Overview:
    """Everything of the page."""
    standings = Standings(team, today)
    active = [
        standings.of(goal)
        for goal in team.all(Goal)
        if goal.state is GoalState.ACTIVE and not goal.archived_at
    ]
    paces = {one.goal.id: one.pace for one in active}
    active.sort(key=lambda one: (_BEHIND[paces[one.goal.id]], one.goal.due or date.max, one.goal.id))
    return Overview(
        kpis=by_trouble(watched(team, today, known)),
        goals=active,
        paces=Counter(paces.values()),
        flow=page(team, now),
        adjustments=by_stage(adjustments(team), today),
        findings=Counter(one.gravity for one in findings(team, today)),
        people=len(team.members),
        away=sum(absence_on(team, login, today) is not None for login in team.members),
    )
