"""Where a goal should be on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from store.goals.progress import Way
from store.models import Direction, Goal

Point = tuple[date, float]
"""A day and a share of the way, 0.0 to 1.0."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The line that a goal should follow: straight, or through its milestones."""

    points: tuple[Point, ...]
    """From the start to the due date, ascending by day; two at least."""

    @property
    def start(self) -> date:
        """The first day."""
        return self.points[0][0]

    @property
    def due(self) -> date:
        """The last day on which it is in time."""
        return self.points[-1][0]

    def share(self, day: date) -> float:
        """The share of the way that should be behind us at the end of a day.

        Linear between two points; the first point's before the first day, and 1.0 from the due date on.
        """
        if day >= self.due:
            return self.points[-1][1]
        for (from_day, from_share), (to_day, to_share) in pairwise(self.points):
            if from_day <= day < to_day:
                passed = (day - from_day).days / (to_day - from_day).days
                return from_share + passed * (to_share - from_share)
        return self.points[0][1]


def plan(goal: Goal, way: Way | None) -> Plan | None:
    """The line of a goal; `None` while it has no dates, or ends before it begins.

    Milestones that name a value bend the line: on their day the metric should be there. A band has to be kept
    from the first day on.
    """
    if goal.start is None or goal.due is None or goal.due < goal.start:
        return None
    if way is not None and way.direction is Direction.WITHIN:
        return Plan(((goal.start, 1.0), (goal.due, 1.0)))
    stops = _stops(goal, way, goal.start, goal.due) if way else ()
    return Plan(((goal.start, 0.0), *stops, (goal.due, 1.0)))


def _stops(goal: Goal, way: Way, start: date, due: date) -> Sequence[Point]:
    inside = [m for m in goal.milestones if m.value is not None and start < m.day < due]
    shares = {m.day: min(max(way.share(m.value), 0.0), 1.0) for m in inside if m.value is not None}
    return sorted(shares.items())
