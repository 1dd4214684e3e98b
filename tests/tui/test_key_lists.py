"""How lists of keys are laid out."""

from __future__ import annotations

from rich.console import Console

from tui.dialogs.key_lists import KeyLists

CURSOR = ("Cursor", [("j ↓", "Go to the card below"), ("home", "Go to the first card")])
CARDS = ("Cards", [("L", "Move the card on")])


def drawn(lists: KeyLists, width: int) -> list[str]:
    console = Console(width=width, height=50, color_system=None, record=True)
    with console.capture() as capture:
        console.print(lists, end="")
    return [line.rstrip() for line in capture.get().splitlines()]


def test_lists_stand_below_each_other() -> None:
    """The sentences come first, then each list with its title, and a meaning goes on below itself."""
    assert drawn(KeyLists("All keys.", [CURSOR, CARDS], wide=False), 24) == [
        "All keys.",
        "",
        "Cursor",
        "j ↓   Go to the card",
        "      below",
        "home  Go to the first",
        "      card",
        "",
        "Cards",
        "L  Move the card on",
        "",
    ]


def test_where_it_is_wide_they_stand_in_two_columns() -> None:
    """One reads down the left column first; the shorter one leaves its place empty."""
    assert drawn(KeyLists("", [CURSOR, CARDS], wide=True), 60) == [
        "Cursor                        Cards",
        "j ↓   Go to the card below    L  Move the card on",
        "home  Go to the first card",
        "",
    ]


def test_another_width_is_laid_out_anew() -> None:
    """What was laid out for one width is not shown in another."""
    lists = KeyLists("", [CARDS], wide=False)
    drawn(lists, 60)

    assert drawn(lists, 17) == ["Cards", "L  Move the", "   card on", ""]
