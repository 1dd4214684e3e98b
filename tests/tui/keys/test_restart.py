"""The board is as it was left, after leaving and starting again."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests import builders
from tests.tui.conftest import Office, board, packet, said, screen_text, until
from tests.tui.test_jumps import put
from tests.tui.test_preferences import at
from tui.dialogs.card import CardDialog
from tui.screens.board import BoardScreen
from widgets.board.grouping import Grouping
from widgets.board.layout import Density

WIDE = (120, 40)


async def on_the_board(pilot: Pilot[None]) -> None:
    """Wait until nothing stands over it."""
    await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))


async def test_lanes_density_and_folds_are_as_they_were_left(office: Office, tmp_path: Path) -> None:
    """What o, v and z chose is there from the first frame, and what was folded in other lanes is too."""
    async with office.app(size=WIDE, preferences=at(tmp_path / "own")) as pilot:
        board(pilot).select_task(5)
        await packet(pilot, *"zopvv")
        board(pilot).select_task(7)
        await packet(pilot, *"zq")
    async with office.app(size=WIDE, preferences=at(tmp_path / "own")) as pilot:
        assert (board(pilot).grouping, board(pilot).density) == (Grouping.PERSON, Density.ROOMY)
        assert "Write the December" not in screen_text(pilot)
        assert "Photograph the" in screen_text(pilot)
        await packet(pilot, *"or")

        assert "Photograph the" not in screen_text(pilot)
        assert "Write the December" in screen_text(pilot)


async def test_the_last_filter_comes_back_for_who_wants_it(office: Office, tmp_path: Path) -> None:
    """Set with the keys of the settings; taken away, it does not come back either."""
    async with office.app(size=WIDE, preferences=at(tmp_path / "own")) as pilot:
        await packet(pilot, ",", *"jjj ", "q", *"/@ben", "enter", "q")
    async with office.app(size=WIDE, preferences=at(tmp_path / "own")) as pilot:
        assert said(pilot).startswith("Filter “@ben”: 2 cards")
        await packet(pilot, "escape", "q")
    async with office.app(size=WIDE, preferences=at(tmp_path / "own")) as pilot:
        assert said(pilot).startswith("#1 ")


async def test_a_mention_that_was_looked_at_stays_seen(office: Office, tmp_path: Path) -> None:
    """It is counted until its card is opened, and not again after a restart; the other one still is."""
    put(
        office,
        builders.comment(-1, 7, "@ana please look", mentions=["ana"]),
        builders.comment(-1, 5, "@ana and this", mentions=["ana"]),
    )
    async with office.app(preferences=at(tmp_path / "own")) as pilot:
        board(pilot).select_task(6)
        await packet(pilot, *"gu")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        await packet(pilot, *"qq")
    async with office.app(preferences=at(tmp_path / "own")) as pilot:
        assert " @1 " in screen_text(pilot).splitlines()[0]
        await packet(pilot, *"gu", "q")
        await on_the_board(pilot)

        assert board(pilot).cursor_task == 5
