"""A team that holds its stand-up, and how tests look at its screen."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.pilot import Pilot

from store.models import Document, Round, Update
from store.standup.rounds import rounds_on
from tests.builders import BACKLOG, DOING, NOW, task
from tests.tui.conftest import Office
from tests.tui.goals import app_of
from tui.screens.standup import StandupScreen
from widgets.listing import Listing
from widgets.prompt import Prompt
from widgets.standup.round_line import RoundLine

TODAY = date(2026, 11, 23)


def documents() -> list[Document]:
    """Ana is on two cards, one of which is blocked; Ben has written his update."""
    return [
        task(1, "Pack the parcels", column=DOING, assignees=["ana"]),
        task(2, "Wrap the presents", column=DOING, assignees=["ana"], blocked="no paper"),
        task(3, "Photograph boots", column=BACKLOG, assignees=["ben"]),
        Update(id=1, day=TODAY, author="ben", done="Shot hats", now="#3", blockers="No boots", posted_at=NOW),
    ]


def of_shop(folder: Any, local: Any) -> Office:
    """The shop's folder with these documents; people speak by name."""
    return Office(folder, local, *documents())


def standup_screen(pilot: Pilot[None]) -> StandupScreen:
    """The stand-up, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, StandupScreen))


def people(pilot: Pilot[None]) -> list[str]:
    """Logins of the people, from top to bottom."""
    return [str(key) for key in standup_screen(pilot).query_one("#people", Listing)._keys]


def here(pilot: Pilot[None]) -> str:
    """Login of the person one looks at."""
    return str(standup_screen(pilot).query_one("#people", Listing).key)


def card(pilot: Pilot[None]) -> int | None:
    """Number of the card under the cursor."""
    key = standup_screen(pilot).query_one("#cards", Listing).key
    return key if isinstance(key, int) else None


def said(pilot: Pilot[None]) -> str:
    """What the line at the top says."""
    return standup_screen(pilot).query_one(RoundLine).said


def line(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return standup_screen(pilot).query_one(Prompt).status.strip()


def held(pilot: Pilot[None]) -> Round:
    """The last round of today."""
    return rounds_on(app_of(pilot).team, TODAY)[-1]
