"""A person's own settings in real terminals, from one start to the next."""

from __future__ import annotations

import json

import pytest

from tests.e2e.conftest import Shop

_TRUE_COLOUR = (b"38;2;", b"48;2;")
_MOUSE = b"\x1b[?1000h"


def test_a_theme_that_was_chosen_is_there_after_a_restart(shop: Shop) -> None:
    """The light theme's paper is on the screen from the first frame on, and the dark slate never."""
    ana = shop.at("ana")
    ana.type(",")
    ana.sees("Your settings")
    ana.type("\x1b[C")
    ana.sees("tagwerk-light")
    ana.type("qq")
    ana.ends()
    assert b"48;2;20;23;28" in ana.sent
    again = shop.at("ana")
    again.type("q")
    again.ends()

    assert b"48;2;251;250;247" in again.sent
    assert b"48;2;20;23;28" not in again.sent


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {}])
def test_the_terminals_own_colours_are_nothing_else(shop: Shop, variables: dict[str, str]) -> None:
    """Neither NO_COLOR nor the theme “terminal” ever sends a 24-bit colour, also in dialogs."""
    chosen = "tagwerk-light" if variables else "terminal"
    folder = shop.folder.parent / "ana-config"
    folder.mkdir()
    (folder / "preferences.json").write_text(json.dumps({"theme": chosen}))
    ana = shop.at("ana", TAGWERK_CONFIG=str(folder), **variables)
    for keys, seen in (
        ("?", "Keys"),
        ("q,", "Your settings"),
        ("q\r", "History"),
        ("qe", "Title"),
        ("\x1b", "live"),
    ):
        ana.type(keys)
        ana.sees(seen)
    ana.type("q")
    ana.ends()

    assert [code for code in _TRUE_COLOUR if code in ana.sent] == []
    if variables:
        assert not any(b"\x1b[%dm" % colour in ana.sent for colour in range(31, 37))


def test_going_to_the_terminals_colours_and_back(shop: Shop) -> None:
    """From “terminal” the next theme is in true colour at once, and the one before is not."""
    folder = shop.folder.parent / "ana-config"
    folder.mkdir()
    (folder / "preferences.json").write_text(json.dumps({"theme": "terminal"}))
    ana = shop.at("ana", TAGWERK_CONFIG=str(folder))
    ana.type(",")
    ana.sees("Your settings")
    assert not any(code in ana.sent for code in _TRUE_COLOUR)
    ana.type("\x1b[C")
    ana.wait(lambda: b"48;2;20;23;28" in ana.sent, "the dark theme")
    ana.sees("tagwerk-dark")
    while ana.look(0.3):
        pass
    before = len(ana.sent)
    ana.type("\x1b[D")
    ana.wait(lambda: "‹ terminal ›" in ana.text, "the terminal's own")
    while ana.look(0.3):
        pass

    assert not any(code in ana.sent[before:] for code in _TRUE_COLOUR)


def test_the_mouse_is_taken_and_given_back(shop: Shop) -> None:
    """Off gives it back at once and holds after a restart; on takes it again, and leaving frees it."""
    ana = shop.at("ana")
    assert _MOUSE in ana.sent
    ana.type(",jjjj ")
    ana.sees("the terminal selects text with it")
    assert ana.sent.rfind(b"\x1b[?1000l") > ana.sent.rfind(_MOUSE)
    ana.type("qq")
    ana.ends()
    again = shop.at("ana")
    assert _MOUSE not in again.sent
    again.type(",jjjj ")
    again.sees("click, drag and wheel work")
    assert _MOUSE in again.sent
    again.type("qq")
    again.ends()

    assert again.sent.rfind(b"\x1b[?1000l") > again.sent.rfind(_MOUSE)


def test_an_own_key_works_after_a_restart(shop: Shop) -> None:
    """A key given on the command line moves a card in the app, and stands in its footer."""
    folder = shop.folder.parent / "ana-config"
    folder.mkdir()
    (folder / "preferences.json").write_text(json.dumps({"keys": {"board.add": ["f3"]}}))
    ana = shop.at("ana", size=(120, 40), TAGWERK_CONFIG=str(folder))
    ana.sees("f3 add")
    ana.type("\x1bOR")
    ana.sees("New card")
