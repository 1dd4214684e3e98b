"""Which goals are shown, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from store.goals.pace import Pace
from store.goals.standing import Standings
from store.models import CLOSED, Goal, GoalState
from store.team import Team

Found = Sequence[tuple[Goal, int]]
"""Goals from top to bottom, each with how many of the ones above contain it."""
_QUARTER = 3
"""Months."""


class Period(StrEnum):
    """A length of time in which goals are worked on."""

    THIS = "this quarter"
    NEXT = "next quarter"
    ALL = "all"

    def days(self, today: date) -> tuple[date, date] | None:
        """Its first and its last day, by the calendar; `None`: it has no end."""
        if self is Period.ALL:
            return None
        first = _first_of_quarter(today)
        after = _next_quarter(first)
        if self is Period.NEXT:
            first, after = after, _next_quarter(after)
        return first, after - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which goals are asked for; what is `None` or empty asks for nothing."""

    period: Period = Period.ALL
    role: int | None = None
    """Goals to which it contributes, or whose owner has it."""
    owner: str | None = None
    mark: Pace | GoalState | None = None
    """A pace, or a state."""
    words: str = ""
    """Each must be in its title, number, metric or owner's name."""
    archived: bool = False
    """Those that were put away, of any period, instead of the others."""

    @property
    def is_narrow(self) -> bool:
        """Whether more than the period is asked for."""
        asked = (self.role, self.owner, self.mark)
        return self.archived or bool(self.words) or any(one is not None for one in asked)


def browse(team: Team, standings: Standings, wanted: Wanted, *, by_risk: bool = False) -> Found:
    """The goals that are wanted: as a tree with the earliest due first, or the one most behind first.

    By risk they stand in one row: active ones by their distance from where they should be today, then those
    of which nobody knows it, drafts, and what is closed.
    """
    goals = [goal for goal in team.all(Goal) if bool(goal.archived_at) is wanted.archived]
    found = [goal for goal in goals if _is_wanted(team, standings, goal, wanted)]
    if by_risk:
        return [(goal, 0) for goal in sorted(found, key=lambda goal: _risk(standings, goal))]
    return _tree(sorted(found, key=_order), {goal.id: goal for goal in goals})


def in_period(goal: Goal, period: Period, today: date, closed: date | None = None) -> bool:
    """Whether a goal belongs to a period; `closed` is the day on which it ended.

    What is open belongs to this quarter until it is closed, however late it is, and so does what has no dates
    yet: nothing is lost because of a date.
    """
    days = period.days(today)
    if days is None:
        return True
    first, last = days
    if period is Period.THIS and goal.state not in CLOSED and (goal.due is None or goal.due < first):
        return goal.start is None or goal.start <= last
    start = goal.start or goal.due
    end = min(goal.due or last, closed or last)
    return start is not None and start <= last and end >= first


def _is_wanted(team: Team, standings: Standings, goal: Goal, wanted: Wanted) -> bool:
    return (
        _is_then(team, standings, goal, wanted)
        and (wanted.owner is None or goal.owner == wanted.owner)
        and (wanted.role is None or _has_role(team, goal, wanted.role))
        and (not wanted.words or _says(team, goal, wanted.words))
        # Last: for a pace all its check-ins are read.
        and (wanted.mark is None or wanted.mark in (goal.state, standings.of(goal).pace))
    )


def _is_then(team: Team, standings: Standings, goal: Goal, wanted: Wanted) -> bool:
    closed = team.today(goal.closed_at) if goal.closed_at else None
    return wanted.archived or in_period(goal, wanted.period, standings.today, closed)


def _has_role(team: Team, goal: Goal, role: int) -> bool:
    owner = team.members.get(goal.owner)
    return role in goal.roles or (owner is not None and role in owner.roles)


def _says(team: Team, goal: Goal, words: str) -> bool:
    text = f"{goal.title} {goal.id} #{goal.id} {goal.metric} {team.name_of(goal.owner)} {goal.owner}"
    return all(word in text.casefold() for word in words.casefold().split())


def _order(goal: Goal) -> tuple[bool, bool, date, int]:
    return goal.state in CLOSED, goal.due is None, goal.due or date.max, goal.id


def _risk(standings: Standings, goal: Goal) -> tuple[int, float, tuple[bool, bool, date, int]]:
    standing = standings.of(goal)
    if goal.state is not GoalState.ACTIVE:
        return (3 if goal.state in CLOSED else 2), 0.0, _order(goal)
    if standing.share is None or standing.expected is None:
        return 1, 0.0, _order(goal)
    return 0, standing.share - standing.expected, _order(goal)


def _tree(found: Sequence[Goal], all_of_them: Mapping[int, Goal]) -> Found:
    """Each goal below the nearest goal that contains it and is shown."""
    shown = {goal.id for goal in found}
    below: dict[int | None, list[Goal]] = {}
    for goal in found:
        below.setdefault(_shown_above(goal, shown, all_of_them), []).append(goal)
    return list(_walk(below))


def _walk(below: Mapping[int | None, Sequence[Goal]]) -> Iterator[tuple[Goal, int]]:
    waiting = [(goal, 0) for goal in reversed(below.get(None, ()))]
    while waiting:
        goal, depth = waiting.pop()
        yield goal, depth
        waiting += [(part, depth + 1) for part in reversed(below.get(goal.id, ()))]


def _shown_above(goal: Goal, shown: Collection[int], goals: Mapping[int, Goal]) -> int | None:
    for above in _above(goal, goals):
        if above in shown:
            return above
    return None


def _above(goal: Goal, goals: Mapping[int, Goal]) -> Iterable[int]:
    """Numbers of the goals that contain it, the nearest first; of a circle, which other programs can write,
    the goal with the smallest number stands on top."""
    seen = [goal.id]
    parent = goal.parent
    while parent is not None and parent not in seen:
        seen.append(parent)
        parent = goals[parent].parent if parent in goals else None
    if parent is None:
        return seen[1:]
    circle = seen[seen.index(parent) :]
    top = min(circle)
    return [] if goal.id == top else seen[1 : seen.index(top) + 1]


def _first_of_quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, 1)


def _next_quarter(first: date) -> date:
    month = first.month + _QUARTER
    return date(first.year + 1, 1, 1) if month > 12 else date(first.year, month, 1)
