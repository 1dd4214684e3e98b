"""The settings dialog, driven by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Office, packet, said, screen_text, until
from tests.tui.marks import ahead, presses
from tests.tui.test_preferences import at, content
from tui.app import TagwerkApp
from tui.dialogs.preferences import PreferencesDialog
from tui.keymap import all_names
from tui.keys import BOARD, rebind
from tui.preferences import Keeper, Preferences
from tui.preferences.settings import SETTINGS
from tui.screens.board import BoardScreen


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    rebind({})


def own(pilot: Pilot[None]) -> Preferences:
    """What is set now."""
    assert isinstance(pilot.app, TagwerkApp)
    return pilot.app.preferences


async def opened(pilot: Pilot[None], *keys: str) -> str:
    """Open the settings and press keys; what is on the screen then."""
    await pilot.press(",")
    await until(pilot, lambda: isinstance(pilot.app.screen, PreferencesDialog))
    await pilot.press(*keys)
    await pilot.pause()
    return screen_text(pilot)


def to(name: str) -> list[str]:
    """The keys that lead from the first row to a command of the board."""
    return ["j"] * (len(SETTINGS) + [command.name for command in BOARD].index(name))


@pytest.mark.parametrize("command", PreferencesDialog.KEYS, ids=lambda c: c.name)
def test_every_command_of_the_dialog_can_be_done(command: object) -> None:
    """Each has a method."""
    assert callable(getattr(PreferencesDialog, f"do_{command.name}"))


@pytest.mark.parametrize("size", [(40, 12), (200, 50)])
async def test_every_setting_and_command_can_be_reached(office: Office, size: tuple[int, int]) -> None:
    """Walking down shows each setting and each command, its sentence and the way back, in any window."""
    async with office.app(size=size) as pilot:
        seen = await opened(pilot)
        for label in ("Theme", "Density", "Lanes", "Start filter", "Mouse"):
            assert label in seen
        assert "enter change" in seen
        assert "q back" in seen
        last = ""
        while (now := screen_text(pilot)) != last:
            last, seen = now, seen + now
            await pilot.press("pagedown")

        for _, command in all_names():
            assert " ".join(command.help.split()[:3]) in seen


@presses("board.preferences", "preferences.previous", "preferences.close")
async def test_the_theme_is_seen_at_once(office: Office) -> None:
    """The next and the previous theme are on the app as soon as the key is pressed, and stay after esc."""
    async with office.app() as pilot:
        await opened(pilot, "right")
        assert (pilot.app.theme, own(pilot).theme) == ("tagwerk-light", "tagwerk-light")
        await pilot.press("h", "left")
        assert pilot.app.theme == "terminal"
        await pilot.press("escape")

        assert isinstance(pilot.app.screen, BoardScreen)
        assert (pilot.app.theme, own(pilot).theme) == ("terminal", "terminal")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (1, {"density": "compact"}),
        (2, {"grouping": "person"}),
        (3, {"start_filter": "last"}),
        (4, {"mouse": False}),
    ],
)
@presses("preferences.next")
async def test_each_setting_takes_its_next_value(office: Office, row: int, found: dict[str, object]) -> None:
    """space on a setting takes the next of its values, r the usual one again."""
    async with office.app() as pilot:
        await opened(pilot, *["j"] * row, "space")
        changed = own(pilot)
        await pilot.press("r")

        assert {name: getattr(changed, name) for name in found} == found
        assert own(pilot) == Preferences()


@ahead("PreferencesDialog")
async def test_keys_typed_ahead_go_where_they_belong(office: Office) -> None:
    """In one packet: the settings, the next theme, back, and a new card."""
    async with office.app() as pilot:
        await packet(pilot, ",", "right", "q", *"aQ,q", "enter")

        assert own(pilot).theme == "tagwerk-light"
        assert "Q,q" in screen_text(pilot)


async def test_a_command_gets_another_key(office: Office) -> None:
    """After enter, the next key is the command's; the board, its footer and the help have it at once."""
    async with office.app(size=(120, 40)) as pilot:
        screen = await opened(pilot, *to("add"), "enter")
        assert "Press the new key for “add”" in screen
        await pilot.press("f3")
        assert "f3 is “add” from now on." in screen_text(pilot)
        await pilot.press("q")
        assert "f3 add" in screen_text(pilot).splitlines()[-1]
        await pilot.press("a")
        assert "New card" not in screen_text(pilot)
        await pilot.press("f3")
        assert "New card" in screen_text(pilot)

    assert own(pilot).keys == {"board.add": ("f3",)}


@presses("preferences.one_more")
async def test_a_key_can_be_one_more(office: Office) -> None:
    """a adds a key beside those there are; in one packet as well."""
    async with office.app() as pilot:
        await opened(pilot)
        await packet(pilot, *to("add"), "a", "A", "q")

        assert own(pilot).keys == {"board.add": ("a", "A")}
        assert isinstance(pilot.app.screen, BoardScreen)


@pytest.mark.parametrize(
    ("command", "key", "sentence"),
    [
        ("add", "b", "b is “block” already"),
        ("add", "q", "q is “leave” already"),
        ("add", "ctrl+c", "ctrl+c always leads back"),
        ("quit", "", "The keys of “leave” stay as they are"),
        ("add", "escape", "Add a card under this one"),
    ],
)
async def test_a_key_that_cannot_be_is_told(office: Office, command: str, key: str, sentence: str) -> None:
    """Nothing is changed, and a sentence says why; esc changes nothing without one."""
    async with office.app() as pilot:
        await opened(pilot, *to(command), "enter", *([key] if key else []))

        assert sentence in " ".join(screen_text(pilot).split())
        assert own(pilot).keys == {}
        assert isinstance(pilot.app.screen, PreferencesDialog)


@presses("preferences.reset", "preferences.reset_all")
async def test_usual_keys_come_back(office: Office) -> None:
    """r gives one command its usual keys, R all of them."""
    async with office.app() as pilot:
        await opened(pilot, *to("add"), "enter", "f3", "j", "enter", "f4")
        assert set(own(pilot).keys) == {"board.add", "board.open"}
        await pilot.press("r")
        assert set(own(pilot).keys) == {"board.add"}
        await pilot.press("R")

        assert own(pilot).keys == {}


async def test_usual_keys_that_another_command_has_are_told(office: Office) -> None:
    """What was given away has to be taken back first."""
    async with office.app() as pilot:
        await opened(pilot, *to("add"), "enter", "f3", "j", "j", "enter", "a", "k", "k", "r")

        assert "a is “edit” already" in screen_text(pilot)
        assert own(pilot).keys == {"board.add": ("f3",), "board.edit": ("a",)}


async def test_what_was_set_is_kept(office: Office, tmp_path: Path) -> None:
    """A change in the dialog is in the person's file after leaving."""
    async with office.app(preferences=at(tmp_path / "own")) as pilot:
        await opened(pilot, "right", "q")

    assert content(tmp_path / "own") == {"format": 1, "theme": "tagwerk-light"}


async def test_a_file_that_is_wrong_is_told_on_the_board(office: Office, tmp_path: Path) -> None:
    """The board opens with usual settings and a sentence."""
    (tmp_path / "preferences.json").write_text('{"keys": {"board.undo": ["q"]}, "mouse": false}')
    async with office.app(size=(120, 30), preferences=at(tmp_path)) as pilot:
        await pilot.pause()

        assert said(pilot).startswith("Your keys for board.undo are left out: q is “leave” already")
        assert not own(pilot).mouse


async def test_the_next_theme_needs_no_dialog(office: Office) -> None:
    """The palette's command takes the next theme and says which one it is."""
    async with office.app(preferences=Keeper()) as pilot:
        screen = pilot.app.screen_stack[0]
        assert isinstance(screen, BoardScreen)
        screen.run("next_theme")
        await pilot.pause()

        assert pilot.app.theme == "tagwerk-light"
        assert said(pilot) == "The theme is tagwerk-light: dark text on paper."
