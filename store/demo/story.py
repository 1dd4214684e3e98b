"""One card of the demo as it is written down: what it says, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from store.models import Priority

URGENT, HIGH, LOW = Priority.URGENT, Priority.HIGH, Priority.LOW


@dataclass(frozen=True, slots=True)
class Story:
    """A card and its life until today. `{sale}` and the like in texts are filled in by the calendar."""

    title: str
    who: str = ""
    """Logins of the people on it, with blanks between; the first one does most of it."""
    at: str = "backlog"
    """Where it stands today: `backlog`, `ready`, `doing`, `review`, `done`, or `archived` (it was done)."""
    born: float = 12
    """Working days ago on which it was made."""
    moved: float = 3
    """Working days ago on which it came to where it stands."""
    priority: Priority = Priority.NORMAL
    due: int | str | None = None
    """Days from today; or `freeze` or `sale` for the campaign's days."""
    start: int | None = None
    """Days from today."""
    hours: float | None = None
    tags: str = ""
    """With commas between."""
    text: str = ""
    """Description in Markdown."""
    steps: tuple[str, ...] = ()
    ticked: int = 0
    """Steps that are done, from the first one on."""
    blocked: str = ""
    after: str = ""
    """Title of the card that has to be finished first."""
    said: tuple[tuple[str, str], ...] = ()
    """Login and words of each comment, oldest first."""
    by: str = ""
    """Login of whoever made it; empty: the lead of the role."""
    role: str = ""
    """Key of the role; set by the module that lists the cards."""
