"""A team in which somebody is away, and how tests look at its people."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from textual.pilot import Pilot
from textual.widget import Widget

from store.models import Absence, Document, Goal, GoalState, Handover, Responsibility
from tests.builders import DOING, DONE, MAIL, READY, SHOP, task
from tests.tui.conftest import Office
from tests.tui.goals import app_of
from tui.screens.people import PeopleScreen
from tui.team.people import PeopleTab
from widgets.listing import Listing
from widgets.prompt import Prompt
from widgets.tabs_line import TabsLine
from widgets.team.load_grid import LoadGrid

TODAY = date(2026, 11, 23)


def documents() -> list[Document]:
    """Ben is away and Cem stands in; Ana will be away next week, and Ben is to stand in."""
    week = timedelta(days=4)
    return [
        Absence(id=1, person="ben", start=TODAY, end=TODAY + week, cover="cem"),
        Absence(id=2, person="ana", start=TODAY + timedelta(days=7), end=TODAY + timedelta(days=11)),
        Goal(id=1, title="Fewer returns", owner="ana", state=GoalState.ACTIVE),
        Responsibility(id=1, name="Returns within 48 h", accountable=["ana"], responsible=["ana", "cem"]),
        task(4, "Count the stock", READY, SHOP, assignees=["ana"], estimate=10, due="2026-12-04"),
        task(7, "Write the letter", DOING, MAIL, assignees=["cem"], estimate=60, due="2026-11-27"),
        task(8, "Clean the window", DONE, SHOP, assignees=["ana"], estimate=2),
    ]


def of_shop(folder: Path, local: Path) -> Office:
    """The shop's folder with these documents."""
    return Office(folder, local, *documents())


def team_screen(pilot: Pilot[None]) -> PeopleScreen:
    """The screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, PeopleScreen))


def people(pilot: Pilot[None]) -> list[str]:
    """Logins of the people, from top to bottom."""
    return [str(key) for key in team_screen(pilot).query_one(PeopleTab).query_one(Listing)._keys]


def here(pilot: Pilot[None]) -> str:
    """Login of the person under the cursor."""
    return str(team_screen(pilot).query_one(PeopleTab).query_one(Listing).key)


def grid(pilot: Pilot[None]) -> LoadGrid:
    """The weeks ahead."""
    return team_screen(pilot).query_one(LoadGrid)


def line(pilot: Pilot[None]) -> str:
    """What the line at the bottom of the screen on top says."""
    return pilot.app.screen.query_one(Prompt).status.strip()


def note(pilot: Pilot[None]) -> str:
    """What stands beside the tabs."""
    return team_screen(pilot).query_one(TabsLine).note


def rows(dialog: Widget) -> list[tuple[str, ...]]:
    """The cells of a dialog's list."""
    listing = dialog.query_one(Listing)
    return [listing._describe(key).cells for key in listing._keys]


def absences(pilot: Pilot[None]) -> list[Absence]:
    """All absences as the app has them."""
    return sorted(app_of(pilot).team.all(Absence), key=lambda one: one.id)


def handovers(pilot: Pilot[None]) -> list[Handover]:
    """All handovers as the app has them."""
    return list(app_of(pilot).team.all(Handover))
