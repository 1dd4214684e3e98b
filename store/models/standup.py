"""The daily stand-up: what each member says for a day, the rounds, and the team's own questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.board import Numbers
from store.models.fits import Fits
from store.models.part import Part


class StandupOrder(StrEnum):
    """In which order people speak."""

    RANDOM = "random"
    """Another one every day, in which everyone is early as often as late."""
    FIXED = "fixed"
    """By name."""


class NoteKind(StrEnum):
    """What is kept of a round."""

    DECISION = "decision"
    """Something that was decided."""
    PARKED = "parked"
    """A topic for afterwards, with the people that it needs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer(Part):
    """What somebody said to one of the team's own questions."""

    id: Annotated[str, Fits(shortest=1, longest=32)]
    """The question's number, as text: so two hosts that answer the same question are merged."""
    text: Text = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Update(Document):
    """What one member says for one day.

    There is one per member and day: who posts again changes it. Where two hosts made one at once, the newest
    one counts; `store.standup.updates` knows which.
    """

    day: Day
    """The day of the stand-up, in the team's time zone."""
    author: Line
    """Login."""
    done: Text = ""
    """What happened since the last one, one thing a line."""
    now: Text = ""
    """What is in work, one thing a line."""
    blockers: Text = ""
    """What is in the way, one thing a line."""
    promised: Numbers = field(default_factory=list)
    """Numbers of the cards that are named under `now`."""
    answers: list[Answer] = field(default_factory=list)
    """To the questions that were asked on that day."""
    posted_at: Moment
    """When it was posted first."""
    edited_at: Moment | None = None
    """When it was last changed; `None`: it was not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note(Part):
    """A decision of a round, or a topic that was parked in it."""

    id: Annotated[str, Fits(shortest=1, longest=32)]
    """Stays the same when the text changes, so that two people can work on one list."""
    kind: NoteKind = NoteKind.DECISION
    text: Text = ""
    people: Words = field(default_factory=list)
    """Logins of those whom it takes to settle it."""
    author: Line = ""
    """Login of who wrote it down."""
    at: Moment | None = None
    """When it was written down."""
    task: int | None = None
    """Number of the card that it was turned into; `None`: it was not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Round(Document):
    """A stand-up that is held: who speaks when, and what is kept of it."""

    day: Day
    """In the team's time zone."""
    started_at: Moment
    started_by: Line
    """Login."""
    order: Words = field(default_factory=list)
    """Logins, as they were to speak when it began."""
    current: Line = ""
    """Login of who has the word; empty before the first turn and after the last one."""
    since: Moment | None = None
    """When that turn began; `None` while nobody has the word."""
    spoken: Words = field(default_factory=list)
    """Logins of those whose turn is over, the first one first."""
    skipped: Words = field(default_factory=list)
    """Logins of those who are not there."""
    notes: list[Note] = field(default_factory=list)
    ended_at: Moment | None = None
    """`None` while it goes on."""
    summary: int | None = None
    """Number of the post that tells how it was; `None`: there is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question(Document):
    """Something that the team asks of everyone beside the usual three."""

    text: Annotated[Line, Fits(shortest=1, longest=200)]
    weekdays: list[Annotated[int, Fits(least=0, most=6)]] = field(default_factory=list)
    """Days of the week on which it is asked, Monday is 0; empty: every day."""
    position: str = ""
    """Rank among the questions."""
    archived_at: Moment | None = None
