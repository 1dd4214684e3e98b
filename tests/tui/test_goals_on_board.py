"""Goals on the board: the strip above it, a card's goal, and what is owed at the start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.rules import check_ins
from tests.builders import LATER
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, until
from tests.tui.disks import look_now
from tests.tui.goals import documents, goal, of_shop
from tests.tui.marks import presses
from tui.dialogs.card import CardDialog
from tui.dialogs.edit import EditDialog
from tui.preferences import Keeper
from tui.screens.goals import GoalsScreen
from widgets.goals.strip import GoalStrip


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@presses("board.goals_strip")
async def test_the_goals_most_behind_stand_above_the_board(shop: Office) -> None:
    """Two lines, three on a high terminal; the same key hides them."""
    async with shop.app() as pilot:
        await pilot.press("G")
        await until(pilot, lambda: "Second packing table" in screen_text(pilot))
        lines = screen_text(pilot).splitlines()
        assert lines[1].startswith(" ▼ Second packing table")
        assert lines[2].startswith(" ● Ship the same day")
        assert "Backlog" in lines[3]
        await pilot.press("j", "G")
        await until(pilot, lambda: "Second packing table" not in screen_text(pilot))
        assert "Backlog" in screen_text(pilot).splitlines()[1]
    async with shop.app(size=(120, 40)) as pilot:
        await pilot.press("G")
        await until(pilot, lambda: "Newsletter readers" in screen_text(pilot))


async def test_the_strip_is_there_again_at_the_next_start(shop: Office) -> None:
    """It is one of the person's own settings, and follows what others do."""
    keeper, ben = Keeper(), shop.colleague("ben")
    keeper.prefer(goals=True)
    async with shop.app(preferences=keeper) as pilot:
        await until(pilot, lambda: "Second packing table" in screen_text(pilot))
        ben.commit(check_ins.check_in(ben.team, 2, "ben", LATER, value=80))
        look_now(pilot)
        await until(pilot, lambda: "67%" in screen_text(pilot) or "Newsletter" in screen_text(pilot))
        await packet(pilot, "l", "l", "a", *"A card", "enter")
        await saved(pilot)
        await pilot.click(GoalStrip, offset=(10, 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalsScreen))


async def test_a_strip_without_active_goals_says_so(office: Office) -> None:
    """With the key that shows the goals."""
    async with office.app() as pilot:
        await pilot.press("G")
        await until(pilot, lambda: "No goal is active; 2 shows the goals." in screen_text(pilot))


async def test_a_card_tells_its_goal_and_is_given_another(shop: Office) -> None:
    """In the opened card, and in its form by number or title."""
    async with shop.app() as pilot:
        board(pilot).select_task(4)
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog))
        form = pilot.app.screen
        form.query_one("#goal").value = "ship"
        await packet(pilot, "f2")
        await until(pilot, lambda: task(pilot, 4).goal == 1)
        await packet(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        await until(pilot, lambda: "◎1 Ship the same day" in screen_text(pilot))
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog))
        assert pilot.app.screen.query_one("#goal").value == "Ship the same day"
        pilot.app.screen.query_one("#goal").value = "#3"
        await packet(pilot, "f2")
        await until(pilot, lambda: task(pilot, 4).goal == 3)
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog))
        pilot.app.screen.query_one("#goal").value = "nonsense"
        await packet(pilot, "f2")
        await until(pilot, lambda: "There is no goal “nonsense”" in screen_text(pilot))
        pilot.app.screen.query_one("#goal").value = ""
        await packet(pilot, "f2")
        await until(pilot, lambda: task(pilot, 4).goal is None)


async def test_who_owes_a_check_in_is_told_at_the_start(tmp_path: Path) -> None:
    """Once, until the next key; who owes none is told nothing."""
    late = goal(9, "Weekly figures", metric="figures", baseline=0, target=10)
    shop = Office(tmp_path / "team", tmp_path / "local", *documents(), late)
    async with shop.app() as pilot:
        owed = "You owe a check-in on “Weekly figures”: 2 shows the goals, i says how it goes."
        await until(pilot, lambda: said(pilot) == owed)
        await pilot.press("j")
        assert said(pilot) != owed
    shop.close()
