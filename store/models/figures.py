"""Figures that are watched: KPIs, their readings, and what was changed because of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.fits import Fits
from store.models.goals import Amount, Direction


class Cadence(StrEnum):
    """For how long one reading holds."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class Combine(StrEnum):
    """How readings of a longer time become one value."""

    SUM = "sum"
    """They are added: revenue, orders."""
    MEAN = "mean"
    """Their mean: conversion, response time."""
    LAST = "last"
    """The newest one: stock, backlog."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kpi(Document):
    """A figure that a department watches."""

    name: Annotated[Line, Fits(shortest=1, longest=100)]
    about: Text = ""
    """What exactly is counted, and where it comes from."""
    department: Annotated[Line, Fits(longest=60)] = ""
    """As the roles name it; empty: that of its role, or the whole team's."""
    role: int | None = None
    """Number of the role that watches it; `None`: none in particular."""
    unit: Annotated[Line, Fits(longest=20)] = ""
    """What one of them is, like `%`, `EUR`, `h`; empty for a bare number."""
    direction: Direction = Direction.MORE
    """Which way is better; `within`: it should stay between `target` and `target_high`."""
    target: Amount | None = None
    """The value to be reached, in `unit`; for `within` the lower end. `None`: none is agreed on."""
    target_high: Amount | None = None
    """For `within` the upper end; else `None`."""
    limit: Amount | None = None
    """Beyond which it is alarming; between it and the target one keeps an eye on it. For `within` the lower
    one. `None`: everything beyond the target is alarming."""
    limit_high: Amount | None = None
    """For `within` the upper one; else `None`."""
    cadence: Cadence = Cadence.WEEK
    combine: Combine = Combine.MEAN
    decimals: Annotated[int, Fits(least=0, most=6)] = 1
    """Digits behind the point when it is shown."""
    owner: Line = ""
    """Login of who answers for it, and is asked for late readings; empty while nobody does."""
    source: Line = ""
    """Where its readings come from, in words: a report, a script."""
    columns: Words = field(default_factory=list)
    """What it is called in files that are read in, besides its name."""
    position: str = ""
    """Rank among those of its department."""
    created_at: Moment | None = None
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading(Document):
    """What a KPI was; of several for one period the one that was written last counts."""

    kpi: int
    day: Day
    """The day that it tells of; for a longer cadence a day in the week, month or quarter."""
    value: Amount
    """In the unit of its KPI."""
    note: Text = ""
    author: Line
    """Login of who wrote it, or of who ran the script."""
    source: Line = ""
    """The file or script that it came from; empty: typed."""
    at: Moment
    """When it was written."""
    archived_at: Moment | None = None
    """When it was taken back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Intake(Document):
    """A file with readings that was read in: no file is read twice."""

    name: Line
    """Of the file, without its folder."""
    checksum: Annotated[Line, Fits(shortest=8, longest=128)]
    """SHA-256 of its content, in hexadecimal digits."""
    at: Moment
    by: Line = ""
    """Login of the person whose program read it."""
    readings: Annotated[int, Fits(least=0)] = 0
    """How many readings came of it."""


class Outcome(StrEnum):
    """What an adjustment has done."""

    HELPED = "helped"
    NO_EFFECT = "no effect"
    HARMED = "harmed"
    UNCLEAR = "unclear"
    """Too little can be seen, or too much else has changed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Adjustment(Document):
    """Something that was changed because of a figure, and what was expected of it."""

    title: Annotated[Line, Fits(shortest=1, longest=200)]
    """What is changed."""
    seen: Text = ""
    """What was seen that asked for it."""
    kpi: int | None = None
    """Number of the KPI that it is about."""
    goal: int | None = None
    """Number of the goal that it is about."""
    figure: Line = ""
    """Name of the figure of the flow of work that it is about, like `cycle time`; empty: none."""
    expected: Text = ""
    """What should be different, and by how much."""
    owner: Line = ""
    """Login of who answers for it."""
    made_on: Day
    """The day from which it holds."""
    review_on: Day
    """The day on which its owner is asked whether it helped."""
    outcome: Outcome | None = None
    """`None`: nobody has said yet."""
    learned: Text = ""
    """What was seen afterwards, and what follows from it."""
    reviewed_at: Moment | None = None
    created_at: Moment | None = None
    created_by: Line = ""
    archived_at: Moment | None = None
