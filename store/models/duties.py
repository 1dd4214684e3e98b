"""Who answers for what, who is away, and what was handed over for that time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words
from store.models.board import Numbers
from store.models.fits import Fits


class Duty(StrEnum):
    """What one has to do with a responsibility; the RACI matrix."""

    RESPONSIBLE = "responsible"
    """Does the work."""
    ACCOUNTABLE = "accountable"
    """Answers for it; exactly one person."""
    CONSULTED = "consulted"
    """Is asked before."""
    INFORMED = "informed"
    """Is told afterwards."""

    @property
    def letter(self) -> str:
        """R, A, C or I."""
        return self.value[0].upper()


@dataclass(frozen=True, kw_only=True, slots=True)
class Responsibility(Document):
    """A thing that somebody answers for, like `returns handled within 48 h`; a row of the matrix."""

    name: Annotated[Line, Fits(shortest=1, longest=200)]
    details: Text = ""
    """What belongs to it, and by which words people look for it."""
    role: int | None = None
    """Number of the role that it belongs to; `None`: to none."""
    accountable: Words = field(default_factory=list)
    """Logins of those who answer for it: exactly one, where all is well."""
    responsible: Words = field(default_factory=list)
    """Logins of those who do the work; at least one, where all is well."""
    consulted: Words = field(default_factory=list)
    """Logins of those who are asked before."""
    informed: Words = field(default_factory=list)
    """Logins of those who are told afterwards."""
    position: str = ""
    """Rank among those of its role."""
    archived_at: Moment | None = None

    def people(self, duty: Duty) -> list[str]:
        """Logins of those who have this duty in it."""
        return {
            Duty.RESPONSIBLE: self.responsible,
            Duty.ACCOUNTABLE: self.accountable,
            Duty.CONSULTED: self.consulted,
            Duty.INFORMED: self.informed,
        }[duty]


class AbsenceKind(StrEnum):
    """Why somebody is away, as far as it is anybody's business."""

    HOLIDAY = "holiday"
    SICK = "sick"
    TRAINING = "training"
    ELSEWHERE = "elsewhere"
    """On a trip, at a fair, at another site."""
    LEAVE = "leave"
    """Parental and other long leave."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Absence(Document):
    """Days on which somebody is not there."""

    person: Line
    """Login."""
    start: Day
    """The first day, in the team's time zone."""
    end: Day
    """The last day; the same one for a single day."""
    kind: AbsenceKind = AbsenceKind.HOLIDAY
    cover: Line = ""
    """Login of who stands in; empty: nobody yet."""
    note: Line = ""
    created_by: Line = ""
    created_at: Moment | None = None
    archived_at: Moment | None = None
    """When it was called off."""

    def covers(self, day: date) -> bool:
        """Whether the person is away on that day."""
        return self.start <= day <= self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Handover(Document):
    """What one person has given another for a time, or for good; what is given back, goes by this list."""

    giver: Line
    """Login of whose it was."""
    receiver: Line
    """Login of who took it."""
    absence: int | None = None
    """Number of the absence that it is for; `None`: for none."""
    tasks: Numbers = field(default_factory=list)
    """Cards on which the receiver is instead of the giver."""
    goals: Numbers = field(default_factory=list)
    """Goals that the receiver owns instead."""
    accountable: Numbers = field(default_factory=list)
    """Responsibilities for which the receiver answers instead."""
    responsible: Numbers = field(default_factory=list)
    """Responsibilities in which the receiver does the work instead."""
    joint_tasks: Numbers = field(default_factory=list)
    """Those of the cards on which the receiver was before as well: she stays when they are given back."""
    joint_duties: Numbers = field(default_factory=list)
    """The same for responsibilities in which the receiver did the work before."""
    at: Moment
    by: Line = ""
    """Login of who did it."""
    back_at: Moment | None = None
    """When it was given back; `None`: not yet."""
