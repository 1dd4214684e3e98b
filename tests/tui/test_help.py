"""The help screen, and the key table from which it comes."""

from __future__ import annotations

import re

import pytest
from textual.containers import VerticalScroll
from textual.events import Key

from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.marks import presses
from tui.dialogs.help import HelpDialog
from tui.keys import BOARD, GROUPS, Command, as_markdown, as_typed, find, footer, keys_of, shown
from tui.screens.board import BoardScreen

ONLY_IN_THE_PALETTE = {"next_theme", "thank"}
"""Commands that need no key."""
EVERY = [command for _, commands in GROUPS for command in commands]


@pytest.mark.parametrize("size", [(200, 50), (40, 24)])
@presses("board.help")
async def test_every_command_is_in_the_help(office: Office, size: tuple[int, int]) -> None:
    """Walking down the help shows each group and every command's first words, whatever the size."""
    async with office.app(size=size) as pilot:
        await pilot.press("?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        scroll = pilot.app.screen.query_one(VerticalScroll)
        seen = ""
        for _ in range(400):
            seen += screen_text(pilot)
            if scroll.scroll_y >= scroll.max_scroll_y:
                break
            await pilot.press("pagedown")

        for title, commands in GROUPS:
            assert title in seen
            for command in commands:
                first = " ".join(command.help.split()[:2])
                assert first in seen, command.name


async def test_the_signs_are_explained(office: Office) -> None:
    """/sign leaves what the signs on the board mean; the help's last line says so."""
    async with office.app() as pilot:
        await pilot.press("?")
        await until(pilot, lambda: "/sign tells the signs" in screen_text(pilot))
        await packet(pilot, *"/sign", "enter")
        text = screen_text(pilot)

        assert [sign for sign in "▲△▽!⊘~✓❝‹◆◈○◐●▸▴▾›" if sign not in text] == []
        assert "Blocked: the line below the board says why" in text


async def test_on_a_screen_made_small_the_keys_come_first(office: Office) -> None:
    """What all this is, is said only where there is room for it and for keys."""
    async with office.app() as pilot:
        await pilot.press("?")
        await until(pilot, lambda: "The board shows" in screen_text(pilot))
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: "Moving the cursor" in screen_text(pilot))
        assert "The board shows" not in screen_text(pilot)
        assert "esc back" in screen_text(pilot)


async def test_the_help_goes_back_up(office: Office) -> None:
    """Down and up by a line and by a page end where they began."""
    async with office.app() as pilot:
        await pilot.press("?")
        before = screen_text(pilot)
        await pilot.press("j", "pagedown")
        assert screen_text(pilot) != before
        await pilot.press("k", "pageup", "up")

        assert screen_text(pilot) == before


@presses("card.help")
async def test_the_help_opens_over_a_card(office: Office) -> None:
    """? in an opened card shows the help; closing it leads back to the card, then to the board."""
    async with office.app() as pilot:
        await pilot.press("enter", "?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await pilot.press("escape")
        assert "History" in screen_text(pilot)
        await pilot.press("q")

        assert isinstance(pilot.app.screen, BoardScreen)


@pytest.mark.parametrize("size", [(80, 24), (200, 50), (40, 12)])
@presses("help.find")
async def test_a_key_is_found_as_one_types(office: Office, size: tuple[int, int]) -> None:
    """/, words and enter in one packet with ? leave the lines that have all the words; an empty line all."""
    async with office.app(size=size) as pilot:
        await packet(pilot, *"?/card back", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        text = screen_text(pilot)
        assert "Move the card one" in text
        assert "Moving the cursor" not in text
        assert "Keys with “card back”" in text
        await packet(pilot, *"/zzz", "enter")
        assert "No key does that." in screen_text(pilot)
        await packet(pilot, "/", "enter")

        assert "Moving the cursor" in screen_text(pilot)


async def test_leaving_the_line_shows_all_keys_again(office: Office) -> None:
    """esc in the line takes the words away; once more closes the help."""
    async with office.app() as pilot:
        await packet(pilot, *"?/undo", "escape")
        assert "Moving the cursor" in screen_text(pilot)
        await packet(pilot, "escape", "j")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))


async def test_a_wide_help_has_two_columns(office: Office) -> None:
    """From 120 columns on two groups stand side by side, and going back to 80 puts them below each other."""
    async with office.app(size=(120, 50)) as pilot:
        await packet(pilot, "?")
        wide = screen_text(pilot).splitlines()
        await pilot.resize_terminal(80, 50)
        await pilot.pause()
        narrow = screen_text(pilot).splitlines()

        beside = re.compile(r"Moving the cursor +\w")
        assert any(map(beside.search, wide))
        assert not any(map(beside.search, narrow))


async def test_the_help_of_a_card_begins_with_the_cards_keys(office: Office) -> None:
    """Where it was opened comes first."""
    async with office.app() as pilot:
        await packet(pilot, "enter", "?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))

        text = screen_text(pilot)
        assert text.index("Opened card") < text.index("Moving the cursor")


def test_the_readme_table_names_every_command() -> None:
    """The Markdown table has one line per command, with its keys."""
    lines = as_markdown().splitlines()

    for command in EVERY:
        key = f"`{keys_of(command)[0]}`" if command.keys else "in the palette"
        assert any(command.help in line and key in line for line in lines)


@pytest.mark.parametrize("commands", [commands for _, commands in GROUPS], ids=[t for t, _ in GROUPS])
def test_no_key_of_a_group_means_two_things(commands: tuple[Command, ...]) -> None:
    """Within a screen each key belongs to one command."""
    keys = [key for command in commands for key in command.keys]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("command", EVERY, ids=lambda c: c.name)
def test_every_command_says_what_it_does(command: Command) -> None:
    """Each command has a label, a sentence that begins with a capital, and a key or the palette."""
    assert command.keys or command.name in ONLY_IN_THE_PALETTE
    assert command.label
    assert command.help[0].isupper()


def test_no_key_is_one_that_screen_or_tmux_or_the_terminal_takes() -> None:
    """ctrl+a, ctrl+b, ctrl+s, ctrl+q, the aliases of enter, tab and backspace, and alt are never used."""
    taken = {f"ctrl+{letter}" for letter in "abshijmqz"}
    keys = {key for command in EVERY for key in command.keys}

    assert not keys & taken
    assert not any(key.startswith("alt+") for key in keys)


def test_escape_is_never_the_only_way_out() -> None:
    """What esc does, another key does as well, or another command leads there."""
    for command in EVERY:
        assert command.keys != ("escape",)


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (Key("L", "L"), "move_right"),
        (Key("upper_l", "L"), "move_right"),
        (Key("slash", "/"), "filter"),
        (Key("question_mark", "?"), "help"),
        (Key("shift+tab", None), "previous_lane"),
        (Key("ctrl+r", "\x12"), "redo"),
        (Key("enter", "\r"), "open"),
        (Key("ctrl+j", "\n"), "open"),
        (Key("ctrl+g", "\x07"), "clear"),
        (Key("escape", "\x1b"), "clear"),
        (Key("Q", "Q"), None),
        (Key("f9", None), None),
    ],
)
def test_a_key_finds_its_command(event: Key, name: str | None) -> None:
    """Characters are found as they were typed, the others by Textual's name."""
    found = find(BOARD, event)

    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("key", "read"),
    [
        ("left", "←"),
        ("shift+left", "shift+←"),
        (" ", "space"),
        ("escape", "esc"),
        ("+", "+"),
        ("ctrl+r", "ctrl+r"),
    ],
)
def test_keys_are_shown_as_people_read_them(key: str, read: str) -> None:
    """Arrows are arrows, and a plus sign is a plus sign."""
    assert shown(key) == read


def test_the_footer_shows_what_is_marked_for_it() -> None:
    """The footer has the first key of each command that is marked, in the table's order."""
    assert footer(BOARD) == [(shown(c.keys[0]), c.label) for c in BOARD if c.footer]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_ways_on_are_in_the_footer_however_narrow_it_is(
    office: Office, size: tuple[int, int]
) -> None:
    """Filter, help and leaving are always seen on the board."""
    async with office.app(size=size) as pilot:
        last = screen_text(pilot).splitlines()[-1]

        assert [words for words in ("/ filter", "? help", "q leave") if words not in last] == []


@pytest.mark.parametrize(
    ("event", "typed"),
    [
        (Key("alt+j", "j"), [("escape", "\x1b"), ("j", "j")]),
        (Key("alt+shift+l", "L"), [("escape", "\x1b"), ("L", "L")]),
        (Key("alt+left", None), [("alt+left", None)]),
        (Key("ctrl+j", "\n"), [("enter", "\r")]),
        (Key("j", "j"), [("j", "j")]),
    ],
)
def test_keys_are_taken_apart_as_they_were_typed(event: Key, typed: list[tuple[str, str | None]]) -> None:
    """What looks like alt was escape and a key; a line feed was enter."""
    assert [(key.key, key.character) for key in as_typed(event)] == typed
