"""The cursor and the lanes in view, with each of their keys."""

from __future__ import annotations

from store.change import Change, Edit
from tests import builders
from tests.builders import BACKLOG, LATER, SHOP
from tests.tui.conftest import Office, board, screen_text
from tests.tui.marks import presses
from tui.keys import BOARD
from widgets.board.grouping import Grouping, LaneKey


def keys(name: str) -> tuple[str, ...]:
    """All keys of a command of the board."""
    return next(command.keys for command in BOARD if command.name == name)


def fill(office: Office, count: int) -> None:
    """Ben puts cards into the first cell, behind those that are there: 9, 10, 11 …"""
    ben = office.colleague("ben")
    cards = [builders.task(n, f"Parcel {n}", BACKLOG, SHOP, position=f"W{n:04}1") for n in range(count)]
    edits = tuple(Edit("tasks", -n, None, card.raw()) for n, card in enumerate(cards, 1))
    ben.commit(Change(edits, "many").signed("ben", LATER))


@presses("board.left", "board.right", "board.up", "board.down")
async def test_the_cursor_goes_in_four_directions(office: Office) -> None:
    """Letters and arrows lead to the card beside, above and below, also into the next lane."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        walks = zip(keys("right"), keys("down"), keys("left"), keys("up"), strict=True)
        for right, down, left, up in walks:
            seen = []
            for key in (right, down, up, left, down, up):
                await pilot.press(key)
                seen.append(board(pilot).cursor_task)

            assert seen == [4, 5, 4, 1, 2, 1], (right, down, left, up)


@presses("board.first", "board.last", "board.page_down", "board.page_up")
async def test_long_cells_are_walked_by_pages_and_to_their_ends(office: Office) -> None:
    """end and home lead to the ends of the cell, pages to cards between; the screen shows where one is."""
    fill(office, 40)
    async with office.app() as pilot:
        board(pilot).select_task(1)
        places = []
        for key in ("end", "home", "pagedown", "pagedown", "pageup", "home"):
            await pilot.press(key)
            place = board(pilot).cursor_task
            assert f"#{place}" in screen_text(pilot)
            places.append(place)
        last, first, page, further, back, again = places

        assert (last, first, again) == (48, 1, 1)
        assert 4 < page < further < 48
        assert back == page


@presses("board.next_lane", "board.previous_lane", "board.all_lanes")
async def test_lanes_are_walked_one_by_one(office: Office) -> None:
    """tab and ] go on, shift+tab and [ go back, 0 shows all; only what is in view is on the screen."""
    async with office.app(size=(120, 30)) as pilot:
        for on, back in zip(keys("next_lane"), keys("previous_lane"), strict=True):
            board(pilot).select_task(1)
            seen = []
            for key in (on, on, back):
                await pilot.press(key)
                seen.append(board(pilot).only_lane)
            assert seen == [LaneKey(Grouping.ROLE, number) for number in (1, 2, 1)]
            assert "Order wrapping" in screen_text(pilot)
            assert "Retouch" not in screen_text(pilot)
            await pilot.press("0")
            assert "Retouch" in screen_text(pilot)
