"""What was typed ahead for something that is refused is no command."""

from __future__ import annotations

import asyncio

import pytest

from store.rules import tasks
from tests.builders import LATER
from tests.tui.conftest import Office, board, packet, said, screen_text, task, toasts
from tui.dialogs.card import CardDialog
from tui.dialogs.team_settings import TeamSettingsDialog
from tui.keys import BOARD_GROUPS, CARD, Command
from tui.screens.board import BoardScreen

WIDE = (200, 50)
ALL = [command for _, group in BOARD_GROUPS for command in group]
NEVER_REFUSED = {
    "archived",
    "filter",
    "filters",
    "help",
    "inbox",
    "jump",
    "jump_card",
    "lanes_by",
    "palette",
    "preferences",
    "team_settings",
    "who",
}
"""They open for everybody."""
WITHOUT_CARDS = ["open", "edit", "comment", "change", "block", "hand_on", "hand_back", "edit_outside"]


def keys_of(name: str) -> list[str]:
    command = next(command for command in ALL if command.name == name)
    first = command.after.keys[:1] if command.after else ()
    return [*first, command.keys[0]]


def clear(office: Office) -> None:
    """Ben puts all cards away."""
    ben = office.colleague("ben")
    for number in range(1, 9):
        ben.commit(tasks.archive(ben.team, number, "ben", LATER))


def opening(commands: tuple[Command, ...] | list[Command], *, changes: bool) -> list[str]:
    return [command.name for command in commands if command.opens and command.changes == changes]


@pytest.mark.parametrize("name", opening(ALL, changes=True))
@pytest.mark.parametrize("way", ["key", "palette"])
async def test_an_outsiders_words_are_no_commands(office: Office, name: str, way: str) -> None:
    """Who only reads leaves nothing, and opens nothing, with what she writes behind a refused key."""
    command = next(command for command in ALL if command.name == name)
    # What stands in the palette only has no key.
    keys = keys_of(name) if way == "key" and command.keys else [*f":{command.help}", "enter"]
    async with office.app("zoe", size=WIDE) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *keys, *"Tq?/:aquit", "enter")

        assert "can only read" in said(pilot)
        assert isinstance(pilot.app.screen, BoardScreen)
        assert not pilot.app.screen.is_asking
        assert not pilot.app._exit
        await packet(pilot, "j")
        assert board(pilot).cursor_task == 2


@pytest.mark.parametrize("name", WITHOUT_CARDS)
async def test_without_a_card_words_are_no_commands(office: Office, name: str) -> None:
    """Where there is no card, what was meant for one goes nowhere."""
    clear(office)
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *keys_of(name), *"Tq?quit", "enter", "/")

        assert not pilot.app._exit
        assert isinstance(pilot.app.screen, BoardScreen)
        assert "Filter:" in screen_text(pilot)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("C", "Nothing of yours waits for your decision."),
        ("gu", "Nobody has mentioned you since you last looked."),
        ("f+", "There is no filter on to be kept; / writes one."),
        ("f-", "The team keeps no filter yet; f + keeps one."),
    ],
)
async def test_the_second_key_is_refused(office: Office, keys: str, sentence: str) -> None:
    """It is the same with what a question for a key would have opened."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *keys, *"quit", "escape")

        assert said(pilot) == sentence
        assert not pilot.app._exit


@pytest.mark.parametrize("name", opening(CARD, changes=True))
async def test_in_an_opened_card_words_are_no_commands(office: Office, name: str) -> None:
    """It stays open, whatever was typed behind the refused key."""
    async with office.app("zoe", size=WIDE) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "enter", *keys_of_card(name), *"q?quit", "enter")

        assert isinstance(pilot.app.screen, CardDialog)
        assert "can only read" in toasts(pilot)[-1]


def keys_of_card(name: str) -> list[str]:
    return [next(command.keys[0] for command in CARD if command.name == name)]


async def test_keys_count_again_after_a_pause(office: Office) -> None:
    """Who reads the refusal and then presses a key is heard."""
    async with office.app("zoe", size=WIDE) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aq")
        await asyncio.sleep(0.5)
        await packet(pilot, "j")

        assert board(pilot).cursor_task == 2
        assert task(pilot, 1).assignees == []


def test_each_command_that_opens_something_is_tried() -> None:
    """One that is added to the key table is refused here too, or never refused."""
    names = {command.name for command in ALL if command.opens and not command.changes}

    assert names - NEVER_REFUSED == {"open", "policy", "jump_mention", "settle"}


async def test_in_the_teams_settings_words_are_no_commands(office: Office) -> None:
    """Who may not add a column stays there, whatever was typed for its form."""
    async with office.app("zoe", size=WIDE) as pilot:
        await packet(pilot, "T", *"aq?quit", "enter")

        assert isinstance(pilot.app.screen, TeamSettingsDialog)
        assert "can only read" in "".join([*toasts(pilot), screen_text(pilot)])
