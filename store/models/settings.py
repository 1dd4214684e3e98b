"""What the team has agreed on as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from store.models.base import Document, Line, Words, ZoneName
from store.models.fits import Fits
from store.models.standup import StandupOrder

SETTINGS_ID = 1
"""The one document of the `settings` table."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings(Document):
    """The team's settings."""

    name: Line = "Team"
    stale_after: Annotated[int, Fits(least=1, most=3650)] = 5
    """Days after which a card that has not moved out of an active column counts as stale."""
    working_days: list[Annotated[int, Fits(least=0, most=6)]] = field(default_factory=lambda: [0, 1, 2, 3, 4])
    """Days of the week on which the team works; Monday is 0."""
    time_zone: ZoneName = "UTC"
    """IANA name; due dates end at midnight there."""
    standup_seconds: Annotated[int, Fits(least=15, most=900)] = 90
    """How long one person speaks in a stand-up, in seconds; a hint, nobody is cut off."""
    standup_order: StandupOrder = StandupOrder.RANDOM
    hours_per_week: Annotated[float, Fits(least=1, most=100)] = 40.0
    """Working hours a week of who has none of her own."""
    accountable_limit: Annotated[int, Fits(least=1, most=1000)] = 7
    """Responsibilities beyond which one person answers for too much."""
    holidays: Words = field(default_factory=list)
    """Calendars of holidays that the team keeps, like `DE-HH`; empty: none are known."""
    currency: Annotated[Line, Fits(longest=8)] = "EUR"
    """What amounts of money are in."""
