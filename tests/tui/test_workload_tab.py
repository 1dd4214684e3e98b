"""The weeks ahead: loads of people and roles, and the cards that make them up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Office, packet, screen_text
from tests.tui.marks import ahead, presses
from tests.tui.people import grid, line, note, of_shop, rows, team_screen
from tui.dialogs.card import CardDialog
from tui.dialogs.load_cards import LoadCardsDialog
from widgets.team.load_grid import LoadGrid


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


async def opened(pilot: Pilot[None]) -> None:
    """Open the weeks ahead, wherever among the tabs they stand."""
    await packet(pilot, "5")
    team_screen(pilot).look_at("Workload")
    await packet(pilot)


@presses("workload.down", "workload.up", "workload.left", "workload.right", "workload.first")
@presses("workload.last", "workload.page_down", "workload.page_up", "workload.by_role", "workload.order")
async def test_one_goes_through_the_weeks(shop: Office) -> None:
    """Bars, hours, and signs where it is too much or somebody is away; people or roles."""
    async with shop.app(size=(200, 24)) as pilot:
        await opened(pilot)
        text = screen_text(pilot)
        assert "10/40" in text
        assert "!███████████  60/40 " in text
        assert "0/0○" in text.replace("  ", " ")
        assert note(pilot) == "5 of 7 cards guessed, 5 as nothing"
        await packet(pilot, "j", "j")
        assert line(pilot).startswith("Cem Demir, week of Mon 23 Nov · 60 of 40 h, too much · 1 card")
        await packet(pilot, "k", "l")
        assert line(pilot).startswith("Ben Okafor, week of Mon 30 Nov")
        await packet(pilot, "h", "home", "right", "left")
        assert line(pilot).startswith("Ana Lima, week of Mon 23 Nov · 10 of 40 h")
        await packet(pilot, "end", "pageup", "pagedown")
        assert grid(pilot).key == "cem"
        await pilot.click(LoadGrid, offset=(60, 2))
        assert (grid(pilot).key, grid(pilot).week) == ("ben", 2)
        await packet(pilot, "h", "h", "o", "home")
        # Who has most to do for the hours there are.
        assert grid(pilot).key == "cem"
        await packet(pilot, "o", "r")
        assert screen_text(pilot).splitlines()[2].startswith(" Roles")
        await packet(pilot, "home")
        assert line(pilot).startswith("Shop, week of Mon 23 Nov")


async def test_a_narrow_terminal_scrolls_to_the_last_week(shop: Office) -> None:
    """The name stays where it is."""
    async with shop.app() as pilot:
        await opened(pilot)
        await packet(pilot, *["l"] * 12)
        assert grid(pilot).week == 7
        assert line(pilot).startswith("Ana Lima, week of Mon 11 Jan 2027")
        lines = screen_text(pilot).splitlines()
        assert "11 Jan" in lines[2]
        assert lines[3].startswith("▌Ana Lima")


@ahead("LoadCardsDialog")
@presses("workload.open", "load_cards.open", "load_cards.close", "load_cards.help")
@presses("load_cards.down", "load_cards.up", "load_cards.first", "load_cards.last")
@presses("load_cards.page_down", "load_cards.page_up")
async def test_the_cards_of_a_week_are_listed_and_opened(shop: Office) -> None:
    """Those that take most of it first."""
    async with shop.app() as pilot:
        await opened(pilot)
        await packet(pilot, "j", "j", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, LoadCardsDialog)
        assert rows(dialog) == [("60.0", "#7", "Write the letter", "27 Nov", "Doing", "Cem Demir")]
        await packet(pilot, "j", "k", "end", "home", "pagedown", "pageup", "?", "escape", "enter")
        assert isinstance(pilot.app.screen, CardDialog)
        await packet(pilot, "q", "q", "l", "enter")
        assert line(pilot) == "No card falls into this week."
        assert pilot.app.screen is team_screen(pilot)
