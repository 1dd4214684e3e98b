"""Who is in the team, and what each role answers for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from store.models.base import Document, Line, Moment, Text, Words, ZoneName
from store.models.fits import Fits


@dataclass(frozen=True, kw_only=True, slots=True)
class Member(Document):
    """A person in the team."""

    login: Annotated[Line, Fits(pattern=r"^[^\s@,]+$", longest=64)]
    """The operating system's login; how everybody else refers to this person."""
    name: Line = ""
    initials: Annotated[Line, Fits(longest=4)] = ""
    """Up to four letters for the cards; derived from the name when empty."""
    roles: list[int] = field(default_factory=list)
    """Numbers of the roles that the person works in; the first is the main one."""
    time_zone: ZoneName = "UTC"
    """IANA name, for example `Europe/Berlin`."""
    left_at: Moment | None = None
    """When the person left the team (UTC); `None` while in it."""

    @property
    def short(self) -> str:
        """Initials for a card: as set, or made from the name or login."""
        if self.initials:
            return self.initials
        words = self.display_name.replace("-", " ").split() or [self.display_name]
        return "".join(w[0] for w in words[:2]).upper() if len(words) > 1 else words[0][:2].capitalize()

    @property
    def display_name(self) -> str:
        """The name, or the login while no name is known."""
        return self.name or self.login


@dataclass(frozen=True, kw_only=True, slots=True)
class Role(Document):
    """One part of the shop's work; a lane on the board."""

    name: Annotated[Line, Fits(shortest=1, longest=60)]
    mission: Text = ""
    """Why the role exists, in a sentence."""
    responsibilities: Words = field(default_factory=list)
    """Each one a thing that somebody answers for."""
    lead: Line = ""
    """Login of the person who leads it; empty while nobody does."""
    deputy: Line = ""
    """Login of the person who stands in for the lead; empty while nobody does."""
    colour: Line = ""
    """One of the theme's colour names (see `COLOURS`); empty: chosen by the role's number."""
    wip_limit: Annotated[int, Fits(least=1)] | None = None
    """Cards that may be in active columns at once; `None`: no limit."""
    position: str = ""
    """Rank among the roles."""
    archived_at: Moment | None = None


COLOURS = ("blue", "green", "yellow", "red", "magenta", "cyan", "orange", "grey")
"""The colour names a role or tag can have; the theme says how each looks."""
