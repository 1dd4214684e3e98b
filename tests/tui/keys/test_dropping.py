"""Dragging cards with the mouse, on a real folder: each kind of lane, limits, and who may."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from store.rules import tasks
from tests import builders
from tests.builders import BACKLOG, DOING, LATER, MAIL, PHOTO, READY, SHOP
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, toasts, until
from tests.tui.disks import look_now
from tests.tui.test_jumps import put
from tests.widgets.board.test_mouse import drag, move
from tui.screens.board import BoardScreen

WIDE = (120, 30)
At = tuple[int, int]


def spot(pilot: Pilot[None], text: str, column: int | None = None) -> At:
    """Where a text is on the board, or the place level with it in a column, counted from 0."""
    lines = screen_text(pilot).splitlines()
    y = next(y for y, line in enumerate(lines) if text in line and 0 < y < len(lines) - 2)
    return (lines[y].index(text) + 1 if column is None else 30 * column + 5), y


async def drop(pilot: Pilot[None], card: str, onto: str, column: int | None = None) -> None:
    """Drag a card onto something, or into a column beside it."""
    start, end = spot(pilot, card), spot(pilot, onto, column)
    await drag(pilot, start, (start[0] + 3, start[1]), end)
    await pilot.pause()


async def test_a_card_is_put_under_another_one(office: Office) -> None:
    """In that card's column and lane; it is in the folder, and u takes it back."""
    async with office.app(size=WIDE) as pilot:
        await drop(pilot, "#1 ", "#4 ")
        await saved(pilot)
        assert builders.numbers(office.colleague().team, READY, SHOP) == [4, 1]
        await drop(pilot, "#1 ", "#5 ")
        assert (task(pilot, 1).column, task(pilot, 1).role) == (READY, PHOTO)
        await pilot.press("u", "u")

        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [1, 2]


@pytest.mark.parametrize(
    ("lanes", "card", "onto", "found"),
    [
        ("p", "#9 ", "Cem Demir", {"assignees": ["ana", "cem"], "column": READY, "role": MAIL}),
        ("p", "#5 ", "Nobody", {"assignees": [], "column": READY, "role": PHOTO}),
        ("i", "#1 ", "High", {"priority": "high", "column": BACKLOG, "role": SHOP}),
        ("g", "#1 ", "Goal 7", {"goal": 7, "column": BACKLOG, "role": SHOP}),
        ("g", "#10 ", "No goal", {"goal": None, "column": BACKLOG, "role": SHOP}),
        ("n", "#1 ", "#5 ", {"column": READY, "role": SHOP, "priority": "normal"}),
    ],
)
async def test_a_card_takes_on_what_its_new_lane_stands_for(
    office: Office, lanes: str, card: str, onto: str, found: dict[str, object]
) -> None:
    """And keeps everything else: other people on it, its role, its column where it was dropped in that."""
    put(
        office,
        builders.task(-1, "Pack together", READY, MAIL, assignees=["ben", "ana"]),
        builders.task(-1, "Print the signs", BACKLOG, SHOP, goal=7),
    )
    async with office.app(size=(120, 50)) as pilot:
        await packet(pilot, "o", lanes)
        number = int(card[1:])
        start, (x, y) = spot(pilot, card), spot(pilot, onto)
        column = task(pilot, number).column - 1
        if lanes == "p":
            start = last_spot(pilot, card, "Ben Okafor")
        end = (x, y) if lanes == "n" else (30 * column + 10, y)
        await drag(pilot, start, (start[0] + 3, start[1]), end)
        await saved(pilot)
        moved = task(pilot, number)

        assert {name: getattr(moved, name) for name in found} == found
        await pilot.press("u")
        assert task(pilot, number).raw() != moved.raw()


def last_spot(pilot: Pilot[None], text: str, below: str) -> At:
    """Where a text is under a heading."""
    lines = screen_text(pilot).splitlines()
    y = next(y for y in range(spot(pilot, below)[1], len(lines)) if text in lines[y])
    return lines[y].index(text) + 1, y


async def test_selected_cards_go_together_in_their_order(office: Office) -> None:
    """Dropped on top of a lane they stand there as they stood, as one step."""
    async with office.app(size=WIDE) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "*")
        await drop(pilot, "#2 ", "#5 ")
        assert builders.numbers(pilot.app.team, READY, PHOTO) == [5, 1, 2]
        await pilot.press("u")

        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [1, 2]


@pytest.mark.parametrize(("key", "column"), [("y", DOING), ("n", READY), ("j", READY)])
async def test_over_a_limit_one_is_asked(office: Office, key: str, column: int) -> None:
    """Only y puts the card there."""
    put(office, builders.task(-1, "Third", DOING, MAIL))
    async with office.app(size=WIDE) as pilot:
        await drop(pilot, "#5 ", "#6 ")
        assert said(pilot) == "Doing has 3 cards and a limit of 3; go over it? y/n"
        await pilot.press(key)

        assert task(pilot, 5).column == column


async def test_a_card_that_goes_while_a_limit_is_asked_about(office: Office) -> None:
    """Ben puts it away meanwhile: y says so, and the keys go on."""
    put(office, builders.task(-1, "Third", DOING, MAIL))
    async with office.app(size=WIDE) as pilot:
        await drop(pilot, "#5 ", "#6 ")
        ben = office.colleague("other")
        ben.commit(tasks.archive(ben.team, 5, "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: task(pilot, 5).archived_at, "Ben's archiving")
        await packet(pilot, *"y")
        assert said(pilot) == "#5 is archived; restore it first."
        await packet(pilot, *"ggm")

        assert task(pilot, board(pilot).cursor_task or 0).assignees[-1] == "ana"


async def test_who_only_reads_drops_nothing(office: Office) -> None:
    """The sentence is the same as at a key."""
    async with office.app("zoe", size=(200, 50)) as pilot:
        start, end = spot(pilot, "#1 "), spot(pilot, "#4 ")
        await drag(pilot, start, (start[0] + 3, start[1]), end)

        assert "can only read" in said(pilot)
        assert task(pilot, 1).column == BACKLOG


async def test_esc_lets_go_of_the_card_first(office: Office) -> None:
    """While one is dragged, esc puts it nowhere, and selection and filter stay; the next ones take them."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *"/is:open", "enter", " ")
        start, end = spot(pilot, "#2 "), spot(pilot, "#4 ")
        await pilot.mouse_down(offset=start)
        await move(pilot, (start[0] + 3, start[1]), end)
        await pilot.press("escape")
        await pilot.mouse_up(offset=end)
        await pilot.pause()
        assert task(pilot, 2).column == BACKLOG
        assert said(pilot).startswith("1 card selected")
        await pilot.press("escape")
        assert said(pilot).startswith("Filter “is:open”")
        await pilot.press("escape")

        assert "Filter" not in said(pilot)


async def test_a_drop_asks_nothing_while_a_line_is_written(office: Office) -> None:
    """Over a limit it is refused then, and what was written is not lost."""
    put(office, builders.task(-1, "Third", DOING, MAIL))
    async with office.app(size=WIDE) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"cHalf")
        await drop(pilot, "#5 ", "#6 ")
        assert toasts(pilot) == ["Doing has 3 cards and a limit of 3; end the line below first."]
        await packet(pilot, *" a word", "enter")

        assert task(pilot, 5).column == READY
        assert [comment.text for comment in pilot.app.team.comments(1)] == ["Half a word"]


async def test_keys_behind_a_drop_are_the_boards(office: Office) -> None:
    """A double click opens a card, and a drop does not."""
    async with office.app(size=WIDE) as pilot:
        await drop(pilot, "#1 ", "#4 ")
        await packet(pilot, *"gt2", "enter", *"m")

        assert isinstance(pilot.app.screen, BoardScreen)
        assert task(pilot, 2).assignees == ["ana"]
        assert not toasts(pilot)
