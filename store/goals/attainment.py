"""How far goals came, by department and quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.goals.pace import Pace
from store.goals.standing import Standing, Standings
from store.models import Goal, GoalState, Role
from store.team import Team

QUARTERS = 4
"""How many quarters are looked at, the current one included."""
_COUNTED = (GoalState.ACTIVE, GoalState.REACHED, GoalState.MISSED)
"""Drafts are not agreed on, and what was dropped is no one's aim any more."""
_RISKS = (Pace.AT_RISK, Pace.OFF_TRACK)


@dataclass(frozen=True, slots=True)
class Attainment:
    """The goals of one department that are due in one quarter."""

    department: str
    """Empty: those that belong to no department."""
    quarter: date
    """Its first day."""
    standings: tuple[Standing, ...]
    """Of its goals, by due date."""

    @property
    def share(self) -> float | None:
        """Mean progress of the goals, each 0.0 to 1.0; what was reached counts as 1. `None`: not measured."""
        known = [share for one in self.standings if (share := progress(one)) is not None]
        return sum(known) / len(known) if known else None

    @property
    def reached(self) -> int:
        """How many were reached."""
        return sum(one.goal.state is GoalState.REACHED for one in self.standings)

    @property
    def missed(self) -> int:
        """How many were missed."""
        return sum(one.goal.state is GoalState.MISSED for one in self.standings)

    @property
    def at_risk(self) -> int:
        """How many are behind where they should be."""
        return sum(one.pace in _RISKS for one in self.standings)


def progress(one: Standing) -> float | None:
    """How far a goal is, from 0.0 to 1.0; `None`: nobody knows."""
    if one.goal.state is GoalState.REACHED:
        return 1.0
    return None if one.share is None else min(1.0, max(0.0, one.share))


def quarter_of(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def attainment(team: Team, standings: Standings, today: date) -> list[Attainment]:
    """Department by department, the newest quarter first; a goal of several departments counts in each."""
    oldest = quarter_of(today)
    for _ in range(QUARTERS - 1):
        oldest = quarter_of(date.fromordinal(oldest.toordinal() - 1))
    groups: dict[tuple[str, date], list[Standing]] = {}
    names: dict[str, str] = {}
    roles = {role.id: role for role in team.all(Role)}
    for goal in team.all(Goal):
        if goal.archived_at or goal.state not in _COUNTED or goal.due is None:
            continue
        quarter = quarter_of(goal.due)
        if quarter < oldest:
            continue
        for department in _departments(goal, roles, names):
            groups.setdefault((department, quarter), []).append(standings.of(goal))
    for those in groups.values():
        those.sort(key=lambda one: (one.goal.due or today, one.goal.id))
    found = (Attainment(*key, tuple(those)) for key, those in groups.items())
    newest = sorted(found, key=lambda one: one.quarter, reverse=True)
    return sorted(newest, key=lambda one: (not one.department, one.department.casefold()))


def _departments(goal: Goal, roles: dict[int, Role], names: dict[str, str]) -> Iterator[str]:
    """Those of the roles that contribute, each once; empty where there is none."""
    found = [roles[id].department for id in goal.roles if id in roles and roles[id].department]
    yield from dict.fromkeys(names.setdefault(name.casefold(), name) for name in found or [""])
