"""Screens of several tabs."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from store.rules import setup
from tests.builders import LATER
from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import presses
from tests.tui.training import of_shop
from tui.keys import Command
from tui.screens.people import PeopleScreen
from tui.screens.tab import Tab
from tui.screens.tabbed import TabbedScreen
from tui.screens.training import TrainingScreen
from widgets.listing import Listing


class Counting(Tab):
    """Says how often it has shown a snapshot."""

    shown = 0

    def compose(self) -> ComposeResult:
        yield Static(id="said")

    def show_snapshot(self) -> None:
        self.shown += 1
        self.query_one(Static).update(f"{self.TITLE} shown {self.shown}x, at {self.last}")

    last: int | str = "nothing"

    def go_to(self, key: int | str) -> None:
        self.last = key
        self.show_snapshot()

    def status(self) -> str:
        return f"below {self.TITLE}"

    def note(self) -> str:
        return f"beside {self.TITLE}"


class Roles(Counting):
    TITLE = "Roles"
    TABLES = frozenset({"roles"})
    KEYS: ClassVar[tuple[Command, ...]] = (Command("same", ("s",), "same", "Say the same"),)

    def run(self, name: str) -> None:
        self.go_to(name)


class People(Counting):
    TITLE = "Matrix"
    TABLES = frozenset({"members"})


@pytest.fixture
def _two_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PeopleScreen, "PARTS", (Roles, People))


def team_screen(pilot: Pilot[None]) -> PeopleScreen:
    found = pilot.app.screen
    assert isinstance(found, PeopleScreen)
    return found


@pytest.mark.usefixtures("_two_tabs")
@presses("screen.team", "tabs.next_tab", "tabs.previous_tab")
async def test_one_goes_from_tab_to_tab(office: Office) -> None:
    """Each is shown when it is looked at; keys, line and note are those of the one that is shown."""
    async with office.app() as pilot:
        await packet(pilot, "5")
        assert "Roles shown 1x" in screen_text(pilot)
        assert "below Roles" in screen_text(pilot)
        assert "beside Roles" in screen_text(pilot)
        await packet(pilot, "s")
        assert "Roles shown 2x, at same" in screen_text(pilot)
        await packet(pilot, "tab")
        assert "Matrix shown 1x" in screen_text(pilot)
        assert "Roles shown" not in screen_text(pilot)
        await packet(pilot, "s")
        assert "at same" not in screen_text(pilot)
        await packet(pilot, "shift+tab", "]", "[")
        assert "Roles shown 2x" in screen_text(pilot)


@pytest.mark.usefixtures("_two_tabs")
async def test_a_tab_shows_what_others_do_when_it_is_looked_at(office: Office) -> None:
    """Only where its tables were touched, and not before somebody looks."""
    other = office.colleague()
    async with office.app() as pilot:
        await packet(pilot, "5", "tab")
        other.commit(setup.edit_role(other.team, 1, "ana", LATER, mission="Sell"))
        look_now(pilot)
        await until(pilot, lambda: team_screen(pilot)._tabs[0].is_old)
        assert "Matrix shown 1x" in screen_text(pilot)
        await packet(pilot, "shift+tab")
        assert "Roles shown 2x" in screen_text(pilot)


@pytest.mark.usefixtures("_two_tabs")
async def test_one_goes_to_a_thing_on_a_tab_that_nobody_has_looked_at(office: Office) -> None:
    """Also before the screen is there."""
    async with office.app() as pilot:
        app_of(pilot).screens.show("team", at=7)
        await packet(pilot)
        assert "Matrix shown 2x, at 7" in screen_text(pilot)


@presses("screen.training")
async def test_the_training_has_a_screen(office: Office) -> None:
    """Its key shows it."""
    async with office.app() as pilot:
        await packet(pilot, "6")
        assert isinstance(pilot.app.screen, TrainingScreen)


@pytest.mark.parametrize(("key", "size"), [("6", (40, 12)), ("5", (60, 16))])
async def test_a_small_terminal_shows_four_lines_of_every_list(
    tmp_path: Path, key: str, size: tuple[int, int]
) -> None:
    """What is told of one thing gives way: a list without lines says nothing."""
    shop = of_shop(tmp_path / "team", tmp_path / "local")
    async with shop.app(size=size) as pilot:
        await packet(pilot, key)
        screen = pilot.app.screen
        assert isinstance(screen, TabbedScreen)
        for _ in screen.PARTS:
            heights = [view.size.height for view in screen.tab.query(Listing) if view.region]
            assert all(height > 4 for height in heights), screen.tab.TITLE
            await packet(pilot, "tab")
    shop.close()
