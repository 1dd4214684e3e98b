"""What people can, what their roles need, and how they learn it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text
from store.models.fits import Fits
from store.models.part import Part

Level = Annotated[int, Fits(least=0, most=4)]
"""How well somebody can do something, 0 to 4."""
LEVELS = ("none", "beginner", "with help", "alone", "teaches others")
"""What the levels mean where a skill says nothing else."""
Money = Annotated[float, Fits(least=0, most=1e9)]
"""An amount in the team's currency."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target(Part):
    """How well a role has to be able to do something."""

    id: Annotated[str, Fits(shortest=1, longest=32)]
    """Stays the same, so that two people can change two targets at once."""
    role: int
    """Number of the role."""
    level: Level = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Skill(Document):
    """Something that people of the team can do, or should learn."""

    name: Annotated[Line, Fits(shortest=1, longest=100)]
    about: Text = ""
    category: Annotated[Line, Fits(longest=60)] = ""
    """What it stands under, like `Warehouse`; empty: under nothing."""
    meanings: list[Line] = field(default_factory=list)
    """What level 0, 1, 2, 3 and 4 mean in it; what is missing means what `LEVELS` says."""
    tag: Line = ""
    """Cards with this tag need it; empty: those with its name as their tag."""
    targets: list[Target] = field(default_factory=list)
    """The level that roles need."""
    position: str = ""
    """Rank among those of its category."""
    archived_at: Moment | None = None

    def meaning(self, level: int) -> str:
        """What a level means in it."""
        own = self.meanings[level] if level < len(self.meanings) else ""
        return own or LEVELS[level]


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment(Document):
    """How well somebody could do something on a day; the newest one of a person and a skill counts."""

    person: Line
    """Login."""
    skill: int
    level: Level
    day: Day
    """The day that it tells of, in the team's time zone."""
    evidence: Text = ""
    """What shows it: a certificate, a piece of work."""
    expires: Day | None = None
    """The last day on which a certificate holds; `None`: it does not expire."""
    author: Line
    """Login of who said so: the person, or somebody else."""
    at: Moment
    """When it was written."""
    confirmed_by: Line = ""
    """Login of the lead who confirmed it; empty: it is an estimate."""
    confirmed_at: Moment | None = None
    item: int | None = None
    """Number of the learning item that led to it; `None`: none did."""
    archived_at: Moment | None = None
    """When it was taken back."""


class LearningKind(StrEnum):
    """How one learns."""

    COURSE = "course"
    BOOK = "book"
    SHADOWING = "shadowing"
    """Working beside somebody who can do it."""
    CONFERENCE = "conference"
    PRACTICE = "practice"


class LearningState(StrEnum):
    """How far a learning item is."""

    WISH = "wish"
    """Somebody would like to; nobody has agreed to it yet."""
    PLANNED = "planned"
    """Agreed on; counts against the budget."""
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class LearningItem(Document):
    """Something that one person learns."""

    title: Annotated[Line, Fits(shortest=1, longest=300)]
    person: Line
    """Login of who learns."""
    kind: LearningKind = LearningKind.COURSE
    state: LearningState = LearningState.PLANNED
    provider: Line = ""
    """Who gives it; for shadowing the login of the colleague."""
    skill: int | None = None
    """Number of the skill that it is for; `None`: for none that is listed."""
    level: Annotated[int, Fits(least=1, most=4)] | None = None
    """The level that it should lead to; `None`: nothing is said."""
    cost: Money = 0.0
    """What it is expected to cost, or has cost once `paid` says so."""
    paid: Money | None = None
    """What it has really cost; `None`: not paid yet."""
    paid_on: Day | None = None
    """When; `None`: not yet."""
    hours: Annotated[float, Fits(least=0, most=10_000)] = 0.0
    """Hours that it takes; 0 while unknown."""
    due: Day | None = None
    """The last day on which it is in time, in the team's time zone."""
    link: Line = ""
    why: Text = ""
    task: int | None = None
    """Number of the card that it is on the board; `None`: it is none."""
    learned: Text = ""
    """What the person brought home from it."""
    post: int | None = None
    """Number of the post that shares it; `None`: none does."""
    created_at: Moment | None = None
    created_by: Line = ""
    finished_on: Day | None = None
    """When it was done; `None`: it is not."""
    archived_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget(Document):
    """What a department may spend on learning in a year."""

    department: Annotated[Line, Fits(longest=60)] = ""
    """As the roles name it; empty: those that belong to none."""
    year: Annotated[int, Fits(least=1970, most=2199)]
    amount: Money
    archived_at: Moment | None = None
