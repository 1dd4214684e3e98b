"""Goals, the results they are made of, and the check-ins that say how they are going."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.fits import Fits
from store.models.part import Part


class Direction(StrEnum):
    """Which way a metric has to go."""

    MORE = "more"
    """Up from the baseline to the target."""
    LESS = "less"
    """Down from the baseline to the target."""
    WITHIN = "within"
    """It has to stay between `target` and `target_high`."""


class GoalState(StrEnum):
    """How far a goal is in its life."""

    DRAFT = "draft"
    """Being written; nobody works towards it yet."""
    ACTIVE = "active"
    REACHED = "reached"
    MISSED = "missed"
    DROPPED = "dropped"
    """Given up before its time."""


CLOSED = (GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED)
"""States in which a goal asks for nothing more."""


class Source(StrEnum):
    """Where a goal's value comes from; one goal has one source."""

    CHECK_INS = "check-ins"
    """Typed by people, or pushed by a script."""
    TASKS = "tasks"
    """Counted: its tasks that are finished, of all its tasks."""
    EFFORT = "effort"
    """The same by the hours they are estimated at."""
    RESULTS = "results"
    """The weighted mean of its key results' progress."""
    GOALS = "goals"
    """The weighted mean of its child goals' progress."""
    KPI = "kpi"
    """The values of a KPI. Programs that do not know it yet read such a goal as one that is checked in on."""


Amount = Annotated[float, Fits(least=-1e15, most=1e15)]
"""A number in the unit of its metric."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured(Document):
    """What has a metric: a goal, or one of its key results."""

    metric: Line = ""
    """What is counted, for example `orders shipped the same day`."""
    unit: Annotated[Line, Fits(longest=20)] = ""
    """What one of them is, for example `%`, `EUR`, `orders`; empty for a bare number."""
    direction: Direction = Direction.MORE
    baseline: Amount | None = None
    """The value at the start, in `unit`; `None`: not known yet."""
    target: Amount | None = None
    """The value to be reached; for `within` the lower end. `None`: not agreed yet."""
    target_high: Amount | None = None
    """For `within` the upper end; else `None`."""
    weight: Annotated[float, Fits(least=0, most=1000)] = 1.0
    """How much it counts beside its siblings; 0: not at all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone(Part):
    """Something that has to be there on a day, on the way to the goal."""

    id: Annotated[str, Fits(shortest=1, longest=32)]
    """Stays the same when the text changes, so that two people can work on one list."""
    text: Line = ""
    day: Day
    """The last day on which it is in time, in the team's time zone."""
    value: Amount | None = None
    """What the metric has to be by then, in its unit; `None`: says nothing about the metric."""
    done: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal(Measured):
    """What the team wants to reach: specific, measurable, achievable, relevant and time-bound."""

    title: Annotated[Line, Fits(shortest=1, longest=300)]
    meaning: Text = ""
    """What exactly is meant, and how one will know."""
    source: Source = Source.CHECK_INS
    kpi: int | None = None
    """Number of the KPI whose values it follows, where they are its source; `None`: none."""
    confidence: Annotated[int, Fits(least=1, most=10)] | None = None
    """How sure its owner was of it at the start, 1 to 10; `None`: not asked yet."""
    needs: Text = ""
    """What it takes: people, budget, help from others."""
    why: Text = ""
    """Why it matters."""
    serves: Line = ""
    """The company value that it serves; empty where a parent goal says enough."""
    parent: int | None = None
    """Number of the goal that it is a part of."""
    start: Day | None = None
    """The first day on which it counts, in the team's time zone."""
    due: Day | None = None
    """The last day on which it is in time, in the team's time zone."""
    owner: Line = ""
    """Login of the one person who answers for it; empty while nobody does."""
    roles: list[int] = field(default_factory=list)
    """Numbers of the roles that contribute."""
    people: Words = field(default_factory=list)
    """Logins of the people who contribute."""
    state: GoalState = GoalState.DRAFT
    reason: Text = ""
    """Why it was closed as it was."""
    lesson: Text = ""
    """What the team has learned from it."""
    cadence: Annotated[int, Fits(least=1, most=366)] = 7
    """Days between two check-ins."""
    milestones: list[Milestone] = field(default_factory=list)
    created_at: Moment | None = None
    created_by: Line = ""
    activated_at: Moment | None = None
    """When it was made active first (UTC)."""
    closed_at: Moment | None = None
    """When it was reached, missed or dropped (UTC); `None` while it is not."""
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyResult(Measured):
    """One of the things that together are the goal, with a metric of its own."""

    goal: int
    title: Annotated[Line, Fits(shortest=1, longest=300)]
    position: str = ""
    """Rank among the results of its goal."""
    created_at: Moment | None = None
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckIn(Document):
    """How it stood with a goal on one day, as somebody saw it."""

    goal: int
    result: int | None = None
    """Number of the key result that it is about; `None`: the goal itself."""
    day: Day
    """The day that it tells of, in the team's time zone."""
    value: Amount | None = None
    """What the metric was, in its unit; `None`: only words."""
    confidence: Annotated[int, Fits(least=1, most=10)] | None = None
    """How sure the author is that it will be reached, 1 to 10."""
    note: Text = ""
    blockers: Text = ""
    """What is in the way; empty: nothing."""
    author: Line
    at: Moment
    """When it was written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark(Document):
    """Something a person said about a goal."""

    goal: int
    author: Line
    text: Text
    at: Moment
    mentions: Words = field(default_factory=list)
    """Logins of the members it names."""
