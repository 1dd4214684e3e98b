"""What the folder's thread has to tell the thread of the screens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from store.errors import TagwerkError
from store.presence import Person
from store.repository import Committed, News, Parked
from store.repository.pulse import Pulse
from store.repository.shared import Touched
from store.team import Team


class Obstacle(Enum):
    """Why a folder that can be read takes no changes."""

    READ_ONLY = "read only"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Status:
    """How it stands with the folder."""

    waiting: int = 0
    """Changes that are not in the folder yet."""
    offline_since: datetime | None = None
    """Since when the folder does not answer (aware, UTC); `None`: it does."""
    stopped: bool = False
    """Whether nothing can be saved any more until the app is started again."""
    loading: bool = False
    """Whether the folder is still being opened, so that nothing is known of the team yet."""
    obstacle: Obstacle | None = None
    """Why changes wait although the folder answers; `None`: nothing keeps them."""
    sentence: str = ""
    """What is wrong, for a person; empty when nothing is."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one change."""

    ticket: int | None
    """As given to `send`; `None` for a change from an earlier run."""
    outcome: Committed | Parked


@dataclass(frozen=True, slots=True)
class PulseNews:
    """How it stands with this week's question."""

    pulse: Pulse | None
    """`None`: as before."""
    is_answer: bool = False
    """Whether the person has just answered."""
    error: TagwerkError | None = None
    """Why her answer was not taken; `None`: it was."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the thread has to tell."""

    team: Team
    touched: Touched | None = frozenset()
    settled: tuple[Settled, ...] = ()
    status: Status = field(default_factory=Status)
    reports: tuple[str, ...] = ()
    news: tuple[News, ...] = ()
    """What other programs have committed, oldest first."""
    people: tuple[Person, ...] | None = None
    """Who else has the team open now; `None`: as before."""
    number: int = 0
    """Number of the newest commit in the snapshot; 0: as before."""
    pulse: PulseNews | None = None
    """What is known of the pulse, or what became of an answer; `None`: nothing new."""
    person: str = ""
    """The person as the team knows it; only with what a folder holds that was opened behind the board."""
    failure: Exception | None = None
    """Why that folder could not be opened; `None`: it is open, or on its way."""
