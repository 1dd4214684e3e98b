"""Keys inside dialogs that no other test presses: up and down, by lines and by pages."""

from __future__ import annotations

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from store.change import Change
from store.rules import checklist, comments, setup, tasks
from tests.builders import BACKLOG, LATER, NOW
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, until
from tests.tui.disks import look_now
from tests.tui.marks import ahead, presses
from tests.tui.test_archived import listed
from tests.tui.test_gate import on
from tui.app import TagwerkApp
from tui.dialogs.archived import ArchivedDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.policy import PolicyDialog
from tui.dialogs.preferences import PreferencesDialog
from tui.dialogs.refused import RefusedDialog
from tui.keys import CARD, HELP, Command
from tui.screens.board import BoardScreen
from widgets.listing import Listing
from widgets.rows_list import RowsList


def keys(commands: tuple[Command, ...], name: str) -> tuple[str, ...]:
    """All keys of a command."""
    return next(command.keys for command in commands if command.name == name)


async def opened(pilot: Pilot[None], dialog: type, *typed: str) -> None:
    """Open a dialog with its key."""
    await packet(pilot, *typed)
    await until(pilot, on(pilot, dialog), dialog.__name__)


async def walked(pilot: Pilot[None], commands: tuple[Command, ...]) -> None:
    """Every key of the four that scroll does so, and each way back leads to where one was."""
    scroll = pilot.app.screen.query_one(VerticalScroll)
    for down, up, least in (("down", "up", 1), ("page_down", "page_up", 3)):
        for key in keys(commands, down):
            before = scroll.scroll_y
            await pilot.press("space" if key == " " else key)
            assert scroll.scroll_y >= before + least, key
        for key in keys(commands, up):
            before = scroll.scroll_y
            await pilot.press(key)
            assert scroll.scroll_y <= before - least, key


@presses("help.down", "help.up", "help.page_down", "help.page_up")
async def test_the_help_is_scrolled(office: Office) -> None:
    """Letters, arrows, pages and space."""
    async with office.app() as pilot:
        await opened(pilot, HelpDialog, "?")
        await walked(pilot, HELP)


@presses("scrolling.down", "scrolling.up", "scrolling.page_down", "scrolling.page_up")
async def test_a_text_over_the_board_is_scrolled(office: Office) -> None:
    """The policy of a column has the keys of every dialog that only shows something."""
    ben = office.colleague("ben")
    policy = "\n".join(f"Rule {n}" for n in range(80))
    ben.commit(setup.edit_column(ben.team, BACKLOG, "ben", NOW, policy=policy))
    async with office.app() as pilot:
        await opened(pilot, PolicyDialog, "p")
        assert "Rule 30" not in screen_text(pilot)
        await walked(pilot, CARD)


@presses("card.up", "card.down")
async def test_items_of_an_opened_card_are_walked(office: Office) -> None:
    """Down and up, with letters and arrows, lead to the item that space ticks."""
    ben = office.colleague("ben")
    for number, text in enumerate(("Tape", "Paper", "Glue")):
        ben.commit(checklist.add_item(ben.team, 1, text, "ben", NOW, item_id=str(number)))
    async with office.app(size=(100, 40)) as pilot:
        board(pilot).select_task(1)
        for down, up in zip(keys(CARD, "down"), keys(CARD, "up"), strict=True):
            await packet(pilot, "enter", down, down, up, " ", "q")
            await until(pilot, on(pilot, BoardScreen))
            await saved(pilot)
            assert [item.done for item in task(pilot, 1).checklist] == [False, down == "j", False]


@presses("archived.up", "archived.page_down", "archived.page_up")
async def test_the_archived_cards_are_walked(office: Office) -> None:
    """By rows and by pages, down and back."""
    ben = office.colleague("ben")
    for number in range(1, 9):
        ben.commit(tasks.archive(ben.team, number, "ben", NOW.replace(minute=number)))
    async with office.app(size=(80, 9)) as pilot:
        await opened(pilot, ArchivedDialog, "X")
        listing = pilot.app.screen.query_one(Listing)
        rows = []
        for key in ("pagedown", "j", "k", "down", "up", "pageup"):
            await pilot.press(key)
            rows.append(listed(pilot).index(listing.row.key if listing.row else 0))
        page = rows[0]

        assert page > 1
        assert rows == [page, page + 1, page, page + 1, page, 0]


@presses("preferences.down", "preferences.up", "preferences.page_down", "preferences.page_up")
async def test_the_settings_are_walked(office: Office) -> None:
    """By rows and by pages; headings are left out."""
    async with office.app() as pilot:
        await opened(pilot, PreferencesDialog, ",")
        rows = pilot.app.screen.query_one(RowsList)
        seen = []
        for key in ("j", "k", "down", "up", "pagedown", "pageup"):
            await pilot.press(key)
            seen.append(rows.cursor)
        first = seen[1]

        assert seen[:4] == [first + 1, first, first + 1, first]
        assert seen[4] > first + 5
        assert seen[5] == first


@presses("board.edit_outside")
async def test_where_no_other_program_can_be_opened_a_sentence_says_so(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E needs a terminal of its own; without one, the way out is the form, and nothing is changed."""
    monkeypatch.setenv("EDITOR", "true")
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "E")
        assert said(pilot) == "Another program cannot be opened from here; e edits the card."
        await packet(pilot, "escape", "m")

        assert task(pilot, 1).assignees == ["ana"]


@presses("board.next_theme")
async def test_the_next_theme_is_found_by_its_name(office: Office) -> None:
    """It has no key of its own; it says which theme it is, and the app wears it."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *":next theme", "enter")
        await until(pilot, on(pilot, BoardScreen))

        assert said(pilot) == "The theme is tagwerk-light: dark text on paper."
        assert pilot.app.theme == "tagwerk-light"


@ahead("RefusedDialog")
async def test_what_could_not_be_saved_is_let_go_in_one_packet(office: Office) -> None:
    """Keys for the board do nothing there; 1 and L let it go and move the card."""
    async with office.app() as pilot:
        app = pilot.app
        assert isinstance(app, TagwerkApp)
        board(pilot).select_task(1)
        change = comments.comment(app.team, 2, "Rang", "ana", LATER, id=app.new_id())
        ben = office.colleague("ben")
        ben.commit(Change.insert("tasks", ben.team.task(2), id=2).inverse().signed("ben", LATER, "undid it"))
        app.act(change)
        look_now(pilot)
        await until(pilot, lambda: app.deciding.waiting, "the mark")
        await pilot.press("C")
        await until(pilot, on(pilot, RefusedDialog), "the question")
        await packet(pilot, *"jLx1L")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).column == BACKLOG + 1
