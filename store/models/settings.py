"""What the team has agreed on as a whole."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from store.models.base import Document, Line, ZoneName

SETTINGS_ID = 1
"""The one document of the `settings` table."""


class Settings(Document):
    """The team's settings."""

    name: Line = "Team"
    stale_after: int = Field(5, ge=1, le=3650)
    """Days after which a card that has not moved out of an active column counts as stale."""
    working_days: list[Annotated[int, Field(ge=0, le=6)]] = [0, 1, 2, 3, 4]
    """Days of the week on which the team works; Monday is 0."""
    time_zone: ZoneName = "UTC"
    """IANA name; due dates end at midnight there."""
