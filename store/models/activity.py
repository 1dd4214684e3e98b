"""Who changed what, when; derived from the log, never stored by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Activity:
    """One commit, as a person reads it."""

    number: int
    """The commit's number in the log."""
    at: datetime
    """When the person did it (aware, UTC, by that person's clock)."""
    by: str
    """Login."""
    label: str
    """What was done, as a phrase that follows the name: `moved #12 to Doing`."""
    fields: tuple[str, ...] = ()
    """The fields of the document in question that it changed."""
