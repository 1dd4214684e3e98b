"""How a goal stands today, all of it in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from store.goals.expected import Plan, plan
from store.goals.forecast import FEWEST, Forecast, forecast
from store.goals.pace import Pace, pace
from store.goals.progress import Way
from store.goals.series import Series, value_on
from store.goals.sources import COUNTED, Sources
from store.models import CheckIn, Direction, Goal, GoalState, Kpi, Source
from store.team import Team


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a goal is, and how far it should be."""

    goal: Goal
    way: Way | None
    """The way that its metric has to go; `None` while the numbers are not agreed."""
    series: Series
    """Its values by day, in its unit."""
    plan: Plan | None
    """The line that it should follow; `None` without dates."""
    today: date
    """The day in the team's time zone, or the day on which it was closed."""
    is_counted: bool = False
    """Whether its value is known on every day, with news or without."""
    unit: str = ""
    """What its metric is counted in: its own unit, or that of the KPI that it follows."""
    kpi: Kpi | None = None
    """The KPI that it follows; `None`: it follows none, or one that is gone."""

    @property
    def measured(self) -> Goal:
        """The goal with the name and the unit of the KPI that it follows."""
        if self.kpi is None:
            return self.goal
        return replace(self.goal, metric=self.goal.metric or self.kpi.name, unit=self.unit)

    @property
    def value(self) -> float | None:
        """The newest value, in its unit; before the first one the baseline. `None`: nothing is known."""
        known = value_on(self.series, self.today)
        if known is not None or self.way is None:
            return known
        # Where a band is to be kept, no value is no value: nobody knows whether it is.
        return self.goal.baseline if self.way.direction is Direction.WITHIN else self.way.baseline

    @property
    def share(self) -> float | None:
        """Progress from baseline to target, 0.0 to 1.0 and beyond; `None`: not measured yet."""
        value = self.value
        return None if self.way is None or value is None else self.way.share(value)

    @property
    def expected(self) -> float | None:
        """The share that should be behind it today, 0.0 to 1.0; `None` without dates."""
        return self.plan.share(self.today) if self.plan else None

    @property
    def pace(self) -> Pace | None:
        """Where it is against where it should be; `None` while it is not active or not measured."""
        share, expected = self.share, self.expected
        if share is None or expected is None or self.goal.state is not GoalState.ACTIVE:
            return None
        return pace(share, expected)

    def forecast(self) -> Forecast | None:
        """Where it will be if it goes on like this; `None` where too little is known, or it is not active."""
        if self.way is None or self.plan is None or self.goal.state is not GoalState.ACTIVE:
            return None
        if not self.is_counted:
            return forecast(self.way, self.series, self.plan.due, self.today)
        if self.news < FEWEST:
            return None
        return forecast(self.way, self.series, self.plan.due, self.today, counted=True)

    @property
    def news(self) -> int:
        """Days on which somebody said how it goes, or on which something was done."""
        days = len(self.series)
        # What is counted begins with nothing.
        return days - 1 if self.goal.source in COUNTED and days and not self.series[0][1] else days


class Standings:
    """How every goal of one snapshot stands, each worked out when it is first looked at."""

    def __init__(self, team: Team, today: date) -> None:
        self._team = team
        self.today = today
        """The day in the team's time zone."""
        self._sources = Sources(team)
        self._known: dict[int, Standing] = {}

    def twin(self) -> Standings:
        """The same, with nothing worked out yet: what is worked out beside the keys must not be shared."""
        return Standings(self._team, self.today)

    def adopt(self, twin: Standings) -> None:
        """Take over what a twin has worked out."""
        self._known = {**twin._known, **self._known}
        self._sources.adopt(twin.sources)

    @property
    def sources(self) -> Sources:
        """Where the values come from."""
        return self._sources

    def of(self, goal: Goal) -> Standing:
        """How a goal stands."""
        known = self._known.get(goal.id)
        if known is None:
            way, series = self._sources.reading(goal)
            end = self._team.today(goal.closed_at) if goal.closed_at else self.today
            is_counted = self._sources.is_counted(goal)
            last = min(end, self.today)
            unit, kpi = self._sources.unit(goal), self._sources.kpi(goal)
            known = Standing(goal, way, series, plan(goal, way), last, is_counted, unit, kpi)
            self._known[goal.id] = known
        return known

    def last_check_in(self, goal: Goal) -> CheckIn | None:
        """The newest check-in of a goal or one of its results; `None`: there is none."""
        check_ins = self._team.belonging(CheckIn, "goal", goal.id)
        return max(check_ins, key=lambda c: (c.day, c.at), default=None)

    def next_check_in(self, goal: Goal) -> date | None:
        """The day by which somebody should say how it goes; `None` where nobody has to."""
        if goal.state is not GoalState.ACTIVE or goal.source in _UNTYPED or goal.start is None:
            return None
        last = self.last_check_in(goal)
        return max(last.day if last else goal.start, goal.start) + timedelta(days=goal.cadence)

    def is_owed(self, goal: Goal) -> bool:
        """Whether the day for a check-in has come."""
        day = self.next_check_in(goal)
        return day is not None and day <= self.today


_UNTYPED = (*COUNTED, Source.GOALS, Source.KPI)
"""Sources that nobody types."""
