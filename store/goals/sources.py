"""Where the value of a goal comes from: people's check-ins, its tasks, or the parts it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.goals.progress import Way
from store.goals.series import Series, by_day, counted_up, weighted
from store.kpis.values import by_day_known
from store.models import CheckIn, Goal, GoalState, KeyResult, Kpi, Source, Task
from store.team import Team

PERCENT = Way(0.0, 100.0)
"""The way of what is rolled up from its parts."""

COUNTED = (Source.TASKS, Source.EFFORT)
"""Sources that know the value of every day: what is done is done, and nothing else is."""


class Sources:
    """The values of all goals of one snapshot, each worked out when it is first asked for."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self._zone = ZoneInfo(team.settings.time_zone)
        self._read: dict[int, tuple[Way | None, Series]] = {}
        self._open: set[int] = set()

    def reading(self, goal: Goal) -> tuple[Way | None, Series]:
        """The way that a goal's metric has to go, and its values by day, in its unit.

        The way is `None` while its numbers are not agreed, or while there is nothing to count.
        """
        found = self._read.get(goal.id)
        if found is None:
            # Goals that are parts of each other, written by another program: each counts nothing then.
            if goal.id in self._open:
                return None, ()
            self._open.add(goal.id)
            found = self._read[goal.id] = self._reading(goal)
            self._open.discard(goal.id)
        return found

    def adopt(self, other: Sources) -> None:
        """Take over what has been worked out for the same snapshot."""
        self._read = {**other._read, **self._read}

    def result(self, result: KeyResult) -> tuple[Way | None, Series]:
        """The same for a key result, which is always checked in."""
        readings = self._checked_in("result", result.id)
        return Way.of(result), by_day(readings)

    def parts(self, goal: Goal) -> list[tuple[KeyResult | Goal, float]]:
        """What a rolled-up goal is made of, each with its share of the whole, 0.0 to 1.0."""
        parts = self._parts(goal)
        whole = sum(part.weight for part in parts)
        return [(part, part.weight / whole if whole else 0.0) for part in parts]

    def is_counted(self, goal: Goal) -> bool:
        """Whether its value is known on every day: it, or one of the goals that it is made of, is counted."""
        if goal.source is Source.GOALS:
            return any(part.source in COUNTED for part in self._parts(goal) if isinstance(part, Goal))
        return goal.source in COUNTED

    def tasks(self, goal: Goal) -> list[Task]:
        """The tasks that serve a goal: those on the board, and those that were finished."""
        tasks = self._team.belonging(Task, "goal", goal.id)
        return [task for task in tasks if task.finished_at or not task.archived_at]

    def _reading(self, goal: Goal) -> tuple[Way | None, Series]:
        match goal.source:
            case Source.TASKS:
                return self._counted([(task, 1.0) for task in self.tasks(goal)])
            case Source.EFFORT:
                return self._counted([(task, task.estimate or 0.0) for task in self.tasks(goal)])
            case Source.RESULTS | Source.GOALS:
                return self._rolled_up(goal)
            case Source.KPI:
                return Way.of(goal), self._of_kpi(goal)
            case Source.CHECK_INS:
                return Way.of(goal), by_day(self._checked_in("goal", goal.id))

    def kpi(self, goal: Goal) -> Kpi | None:
        """The KPI whose values a goal follows; `None`: it follows none, or one that is gone."""
        if goal.source is not Source.KPI or goal.kpi is None:
            return None
        return self._team.find(Kpi, goal.kpi)

    def unit(self, goal: Goal) -> str:
        """What a goal's metric is counted in: its KPI's unit, or its own."""
        kpi = self.kpi(goal)
        return goal.unit if kpi is None else kpi.unit

    def _of_kpi(self, goal: Goal) -> Series:
        """The KPI's values since the goal began, and the last one before: with that it began."""
        if goal.kpi is None:
            return ()
        found = by_day_known(self._team, goal.kpi)
        if goal.start is None:
            return by_day(found)
        before = [reading for reading in found if reading[0] < goal.start]
        return by_day([*before[-1:], *(reading for reading in found if reading[0] >= goal.start)])

    def _counted(self, tasks: list[tuple[Task, float]]) -> tuple[Way | None, Series]:
        whole = sum(amount for _, amount in tasks)
        if not whole:
            return None, ()
        begun = min((self._day(task.created_at) for task, _ in tasks if task.created_at), default=None)
        done = [(self._day(task.finished_at), amount) for task, amount in tasks if task.finished_at]
        first = [(begun, 0.0)] if begun else []
        return Way(0.0, whole), counted_up([*first, *done])

    def _rolled_up(self, goal: Goal) -> tuple[Way | None, Series]:
        parts = self._parts(goal)
        shares = [(part.weight, self._shares(part)) for part in parts]
        series = weighted(shares)
        return PERCENT if parts else None, tuple((day, 100.0 * share) for day, share in series)

    def _parts(self, goal: Goal) -> list[KeyResult | Goal]:
        if goal.source is Source.GOALS:
            children = self._team.belonging(Goal, "parent", goal.id)
            gone = (GoalState.DRAFT, GoalState.DROPPED)
            return [child for child in children if not child.archived_at and child.state not in gone]
        results = self._team.belonging(KeyResult, "goal", goal.id)
        live = [result for result in results if not result.archived_at]
        return [*sorted(live, key=lambda result: (result.position, result.id))]

    def _shares(self, part: KeyResult | Goal) -> Series:
        way, series = self.result(part) if isinstance(part, KeyResult) else self.reading(part)
        return tuple((day, way.share(value)) for day, value in series) if way else ()

    def _checked_in(self, field: str, number: int) -> Iterator[tuple[date, float]]:
        for check_in in self._team.belonging(CheckIn, field, number):
            is_about = field == "result" or check_in.result is None
            if is_about and check_in.value is not None:
                yield check_in.day, check_in.value

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self._zone).date()
