"""Archived cards: finding, reading and bringing them back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from store.change import Change, Edit
from store.rules import tasks
from tests import builders
from tests.builders import DOING, LATER, NOW
from tests.tui.conftest import Office, board, packet, saved, screen_text, task, toasts, until
from tests.tui.disks import look_now
from tests.tui.marks import ahead, presses
from tui.app import TagwerkApp
from tui.dialogs.archived import ArchivedDialog
from tui.dialogs.card import CardDialog
from tui.dialogs.help import HelpDialog
from tui.keys import ARCHIVED, Command
from tui.screens.board import BoardScreen
from widgets.listing import Listing
from widgets.prompt import Prompt


def put_away(office: Office, *numbers: int) -> None:
    """Ben archives cards, one after the other."""
    ben = office.colleague("ben")
    for minute, number in enumerate(numbers):
        ben.commit(tasks.archive(ben.team, number, "ben", NOW.replace(minute=minute)))


async def opened(pilot: Pilot[None]) -> ArchivedDialog:
    """Open the list."""
    await pilot.press("X")
    await until(pilot, lambda: isinstance(pilot.app.screen, ArchivedDialog))
    screen = pilot.app.screen
    assert isinstance(screen, ArchivedDialog)
    return screen


def listed(pilot: Pilot[None]) -> list[object]:
    """Numbers of the cards in the list."""
    dialog = next(s for s in pilot.app.screen_stack if isinstance(s, ArchivedDialog))
    return list(dialog.query_one(Listing)._keys)


def line(pilot: Pilot[None]) -> str:
    """What the line below the rows says."""
    return pilot.app.screen.query_one(Prompt).status.strip()


def is_free(pilot: Pilot[None]) -> bool:
    """Whether keys go to the screen at once."""
    app = pilot.app
    assert isinstance(app, TagwerkApp)
    return not app._gate._closed


@pytest.mark.parametrize("command", ARCHIVED, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """The list has a method for each command."""
    assert callable(getattr(ArchivedDialog, f"do_{command.name}"))


@presses("board.archived")
async def test_what_was_put_away_last_comes_first(office: Office) -> None:
    """The list shows number, title, column, role and day; what is on the board is not in it."""
    put_away(office, 3, 1, 6)
    async with office.app() as pilot:
        await opened(pilot)

        assert listed(pilot) == [6, 1, 3]
        lines = screen_text(pilot).splitlines()
        assert "#6    Retouch the catalogue     Doing    Photography  2026-11-23" in lines[2]
        assert "#3    Collect ideas for spring  Backlog               2026-11-23" in lines[4]


@presses("archived.down", "archived.restore", "archived.undo", "archived.redo")
async def test_a_card_is_brought_back(office: Office) -> None:
    """r puts it where it was and says so; u puts it away again."""
    put_away(office, 1, 2)
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("j", "r")
        assert line(pilot) == "#1 is in Backlog again; u puts it back here."
        assert listed(pilot) == [2]
        await pilot.press("u")
        assert listed(pilot) == [2, 1]
        await pilot.press("ctrl+r")
        await saved(pilot)

    assert office.colleague().team.task(1).archived_at is None


async def test_a_full_column_asks_first(office: Office) -> None:
    """n leaves the card here, y brings it back over the limit."""
    put_away(office, 6)
    ben = office.colleague("third")
    for number in (1, 2):
        ben.commit(tasks.create(ben.team, f"More {number}", "ben", LATER, column=DOING))
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("r")
        assert line(pilot) == "Doing has 3 cards and a limit of 3; go over it? y/n"
        await pilot.press("n")
        assert listed(pilot) == [6]
        await pilot.press("r", "y")
        assert task(pilot, 6).archived_at is None
        await saved(pilot)


@presses("archived.filter", "archived.close")
async def test_the_list_is_filtered_while_one_types(office: Office) -> None:
    """Each letter counts; enter keeps the filter, esc takes it away and does not leave yet."""
    put_away(office, 1, 2, 5)
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("/", *"pa")
        assert listed(pilot) == [1]
        await pilot.press(*"zz")
        assert "No archived card contains all the words." in screen_text(pilot)
        await pilot.press("backspace", "backspace", "enter")
        assert line(pilot).startswith("Filter “pa”, esc shows all")
        await pilot.press("escape")
        assert listed(pilot) == [5, 2, 1]
        await pilot.press("/", *"call", "escape")
        assert listed(pilot) == [5, 2, 1]
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))


@presses("archived.open")
async def test_a_card_is_read(office: Office) -> None:
    """enter opens it; what would change it is refused until it is brought back."""
    put_away(office, 1)
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog) and is_free(pilot))
        assert "Order wrapping paper" in screen_text(pilot)
        await pilot.press("a", *"step", "enter")
        await until(pilot, lambda: toasts(pilot))
        assert toasts(pilot) == ["#1 is archived; restore it first."]


async def test_an_empty_list_says_how_a_card_comes_here(office: Office) -> None:
    """And every key for a card says it too."""
    async with office.app() as pilot:
        await opened(pilot)
        assert "No card was put away yet." in screen_text(pilot)
        for key in ("r", "enter"):
            await pilot.press("j", key)
            assert line(pilot) == "There is no card here; x on the board puts one away."


async def test_an_outsider_cannot_bring_back(office: Office) -> None:
    """Zoe can read only."""
    put_away(office, 1)
    async with office.app("zoe") as pilot:
        await opened(pilot)
        await pilot.press("r")

        assert "“zoe” is not in the team and can only read" in toasts(pilot)[0]
        assert listed(pilot) == [1]


async def test_what_a_colleague_does_is_seen(office: Office) -> None:
    """A card that Ben brings back goes, and the cursor stays on its card."""
    put_away(office, 1, 2, 3)
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("end")
        ben = office.colleague("third")
        ben.commit(tasks.restore(ben.team, 2, "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: listed(pilot) == [3, 1], "Ben's restoring")
        assert "▌#1" in screen_text(pilot)


@presses("archived.first", "archived.last")
async def test_thousands_of_cards_cost_no_more_than_a_screenful(office: Office) -> None:
    """In a list of 3,000 only rows in view are drawn; the ends are one key away, and the line says where."""
    ben = office.colleague("ben")
    many = [
        builders.task(number, f"Old {number}", archived_at=NOW, position="").raw()
        for number in range(1000, 4000)
    ]
    ben.commit(Change(tuple(Edit("tasks", -n, None, raw) for n, raw in enumerate(many, 1)), "many"))
    async with office.app() as pilot:
        screen = await opened(pilot)
        assert " 1 of 3,000" in screen_text(pilot)
        drawn = len(screen.query_one(Listing)._strips)
        await pilot.press("end")
        assert "3,000 of 3,000" in screen_text(pilot)
        assert len(screen.query_one(Listing)._strips) - drawn <= 24
        await pilot.press("home", "pagedown", "pageup")
        assert " 1 of 3,000" in screen_text(pilot)


@ahead("ArchivedDialog")
async def test_everything_may_come_in_one_packet(office: Office) -> None:
    """From the board into the list, a filter, a card and back, restoring, and on to the board's own keys."""
    put_away(office, 1, 2, 5)
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await packet(
            pilot,
            *("X", "/", *"order", "enter", "enter", "j", "q", "r", "escape", "escape", "m"),
        )
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen) and is_free(pilot), "the board")
        await saved(pilot)

    team = office.colleague().team
    assert team.task(1).archived_at is None
    assert team.task(4).assignees == []


@presses("archived.help")
async def test_the_help_opens_over_the_list(office: Office) -> None:
    """? shows all keys and leads back."""
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchivedDialog))
