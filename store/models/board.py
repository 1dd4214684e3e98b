"""Columns, tasks and comments: what stands on the board."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.fits import Fits
from store.models.part import Part


class ColumnKind(StrEnum):
    """What it means for a card to stand in a column."""

    QUEUE = "queue"
    """Not begun."""
    ACTIVE = "active"
    """Being worked on; counts against limits."""
    DONE = "done"
    """Finished."""


class Priority(StrEnum):
    """How much a task matters against its neighbours."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, kw_only=True, slots=True)
class Column(Document):
    """One step of work."""

    name: Annotated[Line, Fits(shortest=1, longest=60)]
    kind: ColumnKind = ColumnKind.QUEUE
    wip_limit: Annotated[int, Fits(least=1)] | None = None
    """Cards that may be in this column at once; `None`: no limit."""
    policy: Text = ""
    """When a card may enter or leave, in the team's own words."""
    position: str = ""
    """Rank from left to right."""
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ChecklistItem(Part):
    """One step inside a task."""

    id: Annotated[str, Fits(shortest=1, longest=32)]
    """Stays the same when the text changes, so that two people can work on one list."""
    text: Line = ""
    done: bool = False


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _ascending(values: list[int]) -> list[int]:
    return sorted(set(values))


Numbers = Annotated[list[int], Fits(after=_ascending)]
"""Distinct document numbers, ascending."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Task(Document):
    """A piece of work; a card on the board."""

    title: Annotated[Line, Fits(shortest=1, longest=300)]
    description: Text = ""
    """Markdown."""
    role: int | None = None
    """The role that does it; `None`: nobody's yet."""
    assignees: Words = field(default_factory=list)
    """Logins."""
    column: int
    position: Annotated[str, Fits(pattern=r"^([0-9A-Za-z]*[1-9A-Za-z])?$", longest=500)] = ""
    """Rank inside its cell; see `store.rank`. Equal ranks are ordered by number."""
    priority: Annotated[Priority, Fits(before=_lower)] = Priority.NORMAL
    due: Day | None = None
    """The last day on which it is in time, in the team's time zone."""
    start: Day | None = None
    """The day before which nobody needs to begin."""
    estimate: Annotated[float, Fits(least=0, most=100_000)] | None = None
    """Expected effort in hours."""
    tags: Words = field(default_factory=list)
    checklist: list[ChecklistItem] = field(default_factory=list)
    blocked: Text = ""
    """Why it cannot go on; empty: it can."""
    depends_on: Numbers = field(default_factory=list)
    """Numbers of tasks that have to be finished first."""
    goal: int | None = None
    """Number of the goal that it serves."""
    links: Words = field(default_factory=list)
    """Addresses of pages and files that belong to it."""
    created_at: Moment | None = None
    created_by: Line = ""
    column_since: Moment | None = None
    """When it entered its column."""
    started_at: Moment | None = None
    """When it first entered an active column; `None`: not yet."""
    finished_at: Moment | None = None
    """When it entered a done column; `None` while it is open."""
    archived_at: Moment | None = None
    """When it was put away; `None` while it is on the board."""
    source: Line = ""
    """Where it was imported from, so that a second import knows it; empty: made here."""

    @property
    def steps_done(self) -> int:
        """Checklist items that are ticked."""
        return sum(item.done for item in self.checklist)

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its due date has passed."""
        return self.due is not None and self.finished_at is None and self.due < today


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment(Document):
    """Something a person said about a task."""

    task: int
    author: Line
    text: Text
    at: Moment
    mentions: Words = field(default_factory=list)
    """Logins of the members it names."""
    edited_at: Moment | None = None
    source: Line = ""
    """Where it was imported from; empty: written here."""
