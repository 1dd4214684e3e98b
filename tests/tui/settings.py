"""The team's settings, opened and filled in with keys."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input

from store.change import Change
from tests.tui.conftest import Office, saved, until
from tui.app import TagwerkApp
from tui.dialogs.form import FormDialog
from tui.dialogs.team_settings import TeamSettingsDialog
from widgets.listing import Listing
from widgets.prompt import Prompt

GENERAL, COLUMNS, ROLES, PEOPLE, TAGS, FILTERS, QUESTIONS = range(7)


async def settings(pilot: Pilot[None], section: int = GENERAL) -> TeamSettingsDialog:
    """Open the settings at a section."""
    await pilot.press("T")
    await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog) and is_free(pilot))
    await pilot.press(*["l"] * section)
    return dialog(pilot)


def is_free(pilot: Pilot[None]) -> bool:
    """Whether keys go to the screen at once."""
    app = pilot.app
    assert isinstance(app, TagwerkApp)
    return not app._gate._closed


def dialog(pilot: Pilot[None]) -> TeamSettingsDialog:
    """The settings, whatever stands over them."""
    return next(s for s in pilot.app.screen_stack if isinstance(s, TeamSettingsDialog))


def form(pilot: Pilot[None]) -> FormDialog:
    """The form that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, FormDialog)
    return screen


async def pressed(pilot: Pilot[None], key: str) -> FormDialog:
    """Open a form with a key."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog) and is_free(pilot), "the form")
    return form(pilot)


async def save(pilot: Pilot[None]) -> None:
    """Save a form and wait until the folder has it."""
    await pilot.press("f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog), "closing the form")
    await saved(pilot)


def write(screen: FormDialog, **fields: str) -> None:
    """Put texts into fields, as if they had been typed there."""
    for name, text in fields.items():
        screen.query_one(f"#{name}", Input).value = text


def line(pilot: Pilot[None]) -> str:
    """What the line below the rows says."""
    return dialog(pilot).query_one(Prompt).status.strip()


def error(screen: FormDialog) -> str:
    """The sentence in a form."""
    return str(screen.query_one(".error").visual)


def first_cells(pilot: Pilot[None]) -> list[str]:
    """The first cell of each row."""
    listing = dialog(pilot).query_one(Listing)
    return [listing._describe(key).cells[0].strip() for key in listing._keys]


def by_ben(office: Office, change: Change) -> None:
    """Ben has done something, and goes on working."""
    office.colleague("ben").commit(change)
