"""A person's own keys: what may be given, and what stands against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from textual.events import Key

from store.errors import Refused
from tui.keymap import all_names, by_command, check, is_fixed, key_as_typed, named, sound
from tui.keys import BOARD, CARD, CONTEXTS, GROUPS, as_markdown, find, footer, key_for, rebind


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    rebind({})


def wear(**own: tuple[str, ...]) -> list[str]:
    """Use own keys of the board; what was left out."""
    good, sentences = sound({f"board.{name}": keys for name, keys in own.items()})
    rebind(by_command(good))
    return sentences


def done_by(key: str) -> str | None:
    """The board's command of a key."""
    command = find(BOARD, Key(key, key if len(key) == 1 else None))
    return command.name if command else None


def test_every_command_has_a_name_for_own_keys() -> None:
    """Help shows no command whose keys cannot be named in a person's file, and no name means two."""
    named_ones = [id(command) for commands in CONTEXTS.values() for command in commands]

    assert sorted(named_ones) == sorted({id(command) for _, commands in GROUPS for command in commands})


def test_an_own_key_takes_the_place_of_the_usual_ones() -> None:
    """With f3 for moving right, f3 does it and L does not; footer and sentences name f3."""
    assert wear(move_right=("f3",)) == []

    assert (done_by("f3"), done_by("L")) == ("move_right", None)
    assert ("f3", "move right") in footer(BOARD)
    assert key_for(BOARD, "move_right") == "f3"


def test_two_commands_can_change_places() -> None:
    """k goes down and j up, without a word about conflicts."""
    assert wear(down=("k",), up=("j",)) == []
    assert (done_by("k"), done_by("j")) == ("down", "up")


def test_one_screens_keys_are_not_anothers() -> None:
    """Another key for editing on the board leaves the opened card's as it is."""
    wear(edit=("E",))

    assert find(CARD, Key("e", "e")) is named("card.edit")


def test_a_command_without_keys_stands_in_the_palette() -> None:
    """An empty list takes the keys away; footer and finding cope."""
    assert wear(add=()) == []
    assert done_by("a") is None
    assert not any(label == "add" for _, label in footer(BOARD))
    assert key_for(BOARD, "add") == "the palette"


def test_the_readme_always_has_the_usual_keys() -> None:
    """The table for the README does not depend on who makes it."""
    usual = as_markdown()
    wear(move_right=("f3",))

    assert as_markdown() == usual


@pytest.mark.parametrize(
    ("name", "keys", "why"),
    [
        ("board.nope", ("x",), "There is no command “board.nope”"),
        ("nope", ("x",), "There is no command “nope”"),
        ("board.add", ("b",), "b is “block” already"),
        ("board.add", ("q",), "q is “leave” already"),
        ("board.add", ("?",), "? is “help” already"),
        ("board.add", ("escape",), "esc always leads back"),
        ("board.add", ("ctrl+c",), "ctrl+c always leads back"),
        ("board.add", ("ctrl+s",), "kept by terminals"),
        ("board.add", ("alt+x",), "do not arrive"),
        ("board.add", ("meta+x",), "is no key"),
        ("board.add", ("f99",), "is no key"),
        ("board.quit", ("f9",), "stay as they are"),
        ("board.help", ("f9",), "stay as they are"),
        ("card.close", ("f9",), "stay as they are"),
        ("line.finish", ("f9",), "stay as they are"),
        ("form.save", ("s",), "In forms, s is written"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(name: str, keys: tuple[str, ...], why: str) -> None:
    """Refused at once, and left out when it stands in a file."""
    with pytest.raises(Refused, match=re.escape(why)):
        check(name, keys, {})
    good, sentences = sound({name: keys, "board.archive": ("Q",)})

    assert good == {"board.archive": ("Q",)}
    assert len(sentences) == 1
    assert sentences[0].startswith(f"Your keys for {name} are left out: ")


def test_help_and_the_ways_out_are_always_there() -> None:
    """What leads out of a screen or to the help is fixed on every screen."""
    fixed = {name for name, _ in all_names() if is_fixed(name)}

    assert {"board.help", "board.quit", "board.clear", "card.help", "card.close", "form.cancel"} <= fixed


def test_of_two_that_want_one_key_one_is_left_out() -> None:
    """Whatever a file says, no key of the board means two things."""
    wear(add=("Q",), archive=("Q",), down=("k",))
    keys = [key for command in BOARD for key in command.keys]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("space", " "),
        ("Esc", "escape"),
        ("L", "L"),
        ("F3", "f3"),
        ("ctrl+T", "ctrl+t"),
        ("shift+→", "shift+right"),
    ],
)
def test_keys_are_taken_as_people_write_them(written: str, key: str) -> None:
    """Also as help and footer show them."""
    assert key_as_typed(written) == key
