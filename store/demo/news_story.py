"""One post of the demo's message board as it is written down, with all that happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.models import PostKind, Sign

NEWS, ANNOUNCEMENT, QUESTION = PostKind.NEWS, PostKind.ANNOUNCEMENT, PostKind.QUESTION
CELEBRATION, INCIDENT = PostKind.CELEBRATION, PostKind.INCIDENT
YES, THANKS, HEART, CHEERS, LOOKING = Sign.YES, Sign.THANKS, Sign.HEART, Sign.CHEERS, Sign.LOOKING

Signs = Mapping[Sign, str]
"""Sign to the logins of who gave it, with blanks between."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply."""

    ago: float
    """Working days ago."""
    by: str
    text: str
    signs: Signs = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PostStory:
    """A post and its life until today. Words in braces are filled in by the calendar."""

    ago: float
    """Working days ago on which it was written."""
    by: str
    kind: PostKind
    title: str
    body: str
    """Markdown; blanks before its lines are left out."""
    roles: str = ""
    """Keys of the roles that it is for, with blanks between."""
    people: str = ""
    """Logins of the people that it is for, with blanks between."""
    cards: tuple[str, ...] = ()
    """Titles of the stories of the cards that it is about."""
    goals: tuple[int, ...] = ()
    said: tuple[Answer, ...] = ()
    signs: Signs = field(default_factory=dict)
    acknowledge_by: int | None = None
    """Days from today; `None`: nobody has to."""
    known: str = ""
    """Logins of who has acknowledged it, the first one first, with blanks between."""
    reminded: float | None = None
    """Working days ago on which its author reminded those who owe it."""
    pinned: tuple[float, int] | None = None
    """Working days ago on which it was pinned, and the last day of that from today."""
    edited: tuple[float, str] | None = None
    """Working days ago on which its body was changed, and what it said before."""
    closed: tuple[float, str] | None = None
    """For an incident: working days ago on which it was over, and how it ended."""
