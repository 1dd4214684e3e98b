"""Work that comes again: playbooks, their runs, freezes, and routines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.board import Numbers, Priority
from store.models.fits import Fits
from store.models.part import Part

DaysOff = Annotated[int, Fits(least=-3650, most=3650)]
"""Days from the playbook's one day; before it they are negative."""


class PlaybookKind(StrEnum):
    """What a playbook is for."""

    EVENT = "event"
    """A peak season, a launch, a sale, a stock-taking, a wave of returns: its day is the event's."""
    JOINING = "joining"
    """Somebody begins: its day is the first one."""
    LEAVING = "leaving"
    """Somebody goes: its day is the last one."""


class Doer(StrEnum):
    """Who gets the card of a step."""

    NOBODY = "nobody"
    """It waits in the lane of its role."""
    PERSON = "person"
    """The one who joins or leaves."""
    LEAD = "lead"
    """The lead of the step's role, or of the person's main one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step(Part):
    """A card that a playbook makes."""

    id: Annotated[str, Fits(shortest=1, longest=32)]
    """Stays the same when the text changes, so that two people can work on one list."""
    text: Line = ""
    """The card's title; `{name}` stands for what the run is called, or for the person's name."""
    details: Text = ""
    """The card's description; Markdown."""
    due: DaysOff = 0
    """When it has to be finished."""
    start: DaysOff | None = None
    """Before which nobody needs to begin; `None`: nothing is said about that."""
    role: int | None = None
    """Number of the role that does it; `None`: the person's main role, or nobody's."""
    missing: Line = ""
    """Name of the role that does it where the team has none of it yet; empty: none is meant but `role`."""
    doer: Doer = Doer.NOBODY
    estimate: Annotated[float, Fits(least=0, most=100_000)] | None = None
    """Expected effort in hours."""
    priority: Priority = Priority.NORMAL
    tags: Words = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Playbook(Document):
    """A template of cards by role, with dates relative to one day."""

    name: Annotated[Line, Fits(shortest=1, longest=100)]
    about: Text = ""
    """When it is used, and what it has taught; Markdown."""
    kind: PlaybookKind = PlaybookKind.EVENT
    role: int | None = None
    """For joining and leaving: the role that it is for; `None`: for everybody."""
    steps: list[Step] = field(default_factory=list)
    freeze_tags: Words = field(default_factory=list)
    """Cards with one of these tags should not move around the day; empty: none."""
    freeze_from: DaysOff = 0
    """The first day of the freeze."""
    freeze_until: DaysOff = 0
    """The last day of the freeze."""
    position: str = ""
    """Rank among the playbooks."""
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaybookRun(Document):
    """A playbook that was started."""

    playbook: int | None = None
    name: Annotated[Line, Fits(shortest=1, longest=200)]
    day: Day
    """The day that its dates go by."""
    person: Line = ""
    """Login of who joins or leaves; empty: it is an event."""
    goal: int | None = None
    """Number of the goal that its cards serve."""
    tasks: Numbers = field(default_factory=list)
    """Its cards."""
    started_at: Moment
    started_by: Line = ""
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Freeze(Document):
    """A time in which cards with certain tags should not move: whoever moves one is asked first."""

    name: Annotated[Line, Fits(shortest=1, longest=200)]
    tags: Words = field(default_factory=list)
    start: Day
    end: Day
    """The last day."""
    reason: Text = ""
    run: int | None = None
    """Number of the playbook's run that it came with; `None`: made by hand."""
    archived_at: Moment | None = None

    def holds(self, day: date) -> bool:
        """Whether it is on that day."""
        return self.start <= day <= self.end and self.archived_at is None


class Shift(StrEnum):
    """What happens where a routine's day is not a working day."""

    STAY = "stay"
    """The card is due then all the same."""
    BEFORE = "before"
    """It is due on the last working day before."""
    AFTER = "after"
    """It is due on the next working day."""
    SKIP = "skip"
    """There is none that time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Routine(Document):
    """A card that comes again and again."""

    title: Annotated[Line, Fits(shortest=1, longest=300)]
    details: Text = ""
    """The card's description; Markdown."""
    rule: Annotated[Line, Fits(longest=200)]
    """When: a recurrence rule of RFC 5545, like `FREQ=WEEKLY;BYDAY=MO`."""
    first: Day
    """The day that its rule counts from."""
    shift: Shift = Shift.STAY
    ahead: Annotated[int, Fits(least=0, most=365)] = 0
    """Days before its day on which the card is made."""
    role: int | None = None
    assignees: Words = field(default_factory=list)
    estimate: Annotated[float, Fits(least=0, most=100_000)] | None = None
    """Expected effort in hours."""
    priority: Priority = Priority.NORMAL
    tags: Words = field(default_factory=list)
    made_up_to: Day | None = None
    """The newest of its days for which there is a card; what is before it is not made any more.

    It is when that card is due, moved from a day off where the routine says so. `None`: there is none.
    """
    last_task: int | None = None
    """Number of the newest of its cards."""
    paused: bool = False
    archived_at: Moment | None = None
