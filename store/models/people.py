"""Who is in the team, and what each role answers for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from store.models.base import Day, Document, Line, Moment, Text, Words, ZoneName
from store.models.fits import Fits
from store.models.part import Part

Clock = Annotated[Line, Fits(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]
"""A time of day like `09:00`, in the person's time zone; empty: not said."""
Weekdays = list[Annotated[int, Fits(least=0, most=6)]]
"""Days of the week; Monday is 0."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Share(Part):
    """How much of a person's time belongs to one of the roles."""

    id: Annotated[str, Fits(shortest=1, longest=32)]
    """Stays the same, so that two people can change two shares at once."""
    role: int
    """Number of the role."""
    percent: Annotated[int, Fits(least=0, most=100)] = 0
    """Of the person's hours."""


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
    hours: Annotated[float, Fits(least=0, most=100)] | None = None
    """Working hours a week; `None`: as many as the team's settings say."""
    working_days: Weekdays = field(default_factory=list)
    """Days of the week on which the person works; empty: those of the team."""
    works_from: Clock = ""
    works_until: Clock = ""
    shares: list[Share] = field(default_factory=list)
    """How the hours are divided among the roles; roles without one share evenly in what is left."""
    joined_on: Day | None = None
    """The first day in the team; `None`: not known."""
    pronouns: Annotated[Line, Fits(longest=40)] = ""
    """How one speaks of the person, in her own words; empty: nothing is said."""
    spoken: Annotated[Line, Fits(longest=60)] = ""
    """How the name is spoken, like `ee-NESH`; empty: nothing is said."""
    birthday: Annotated[Line, Fits(pattern=r"^((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$")] = ""
    """Month and day like `03-21`, without the year; empty: not for everybody to know."""
    holidays: Words = field(default_factory=list)
    """Calendars of holidays that the person keeps, like `IN`, `DE-HH`, `islamic`; empty: the team's."""
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
    """Each one a thing that somebody answers for, as format 1 had them; now they are documents."""
    decisions: Words = field(default_factory=list)
    """What it may decide alone, each like `refunds up to 100 EUR`."""
    kpis: Words = field(default_factory=list)
    """Names of the figures that it watches."""
    department: Annotated[Line, Fits(longest=60)] = ""
    """The part of the company that it belongs to; empty: none is named."""
    above: int | None = None
    """Number of the role that it answers to; `None`: to none."""
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
