"""Two people on two terminals and one folder."""

from __future__ import annotations

import pytest

from tests.builders import BACKLOG, DOING, READY, SHOP, titles
from tests.e2e.conftest import Shop
from tests.e2e.terminal import Terminal

WITHIN = 2.0
"""Seconds within which a change has to be seen by the others."""


def column_of(terminal: Terminal, title: str) -> int:
    """In which of the four columns a card is drawn, from 0; -1 when it is not on the screen."""
    # The last lines are the card's line and the keys.
    for line in terminal.lines[1:-2]:
        if (at := line.find(title)) >= 0:
            return at * 4 // terminal.screen.columns
    return -1


def moves(terminal: Terminal, title: str, keys: str, to: int, patience: float = WITHIN) -> None:
    """Type, and wait until a card is drawn in a column."""
    if keys:
        terminal.type(keys)
    terminal.wait(lambda: column_of(terminal, title) == to, f"“{title}” in column {to}", patience)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
def test_what_one_moves_the_other_sees_within_two_seconds(shop: Shop, size: tuple[int, int]) -> None:
    """A card that Ana moves is in its new column on Ben's screen within two seconds, and the other way."""
    ana, ben = shop.at("ana", size), shop.at("ben", size)
    ben.type("gt1\r")
    moves(ana, "Order wra", "L", to=1)
    moves(ben, "Order wra", "", to=1)
    moves(ben, "Call the", "hL", to=1)
    moves(ana, "Call the", "", to=1)

    assert shop.team.task(1).column == READY
    assert shop.team.task(2).column == READY


def test_different_fields_of_one_card_are_both_kept(shop: Shop) -> None:
    """Ana changes the title while Ben has the form open for the tags: the card has both."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ben.type("gt1\r")
    ben.type("e")
    ben.sees("Waits for")
    ana.type("e now\r")
    ana.sees("Order wrapping paper now")
    ben.type("\t\t\t\turgent\x1bOQ")
    ben.wait(lambda: shop.team.task(1).tags == ["urgent"], "the tags", WITHIN)

    assert shop.team.task(1).title == "Order wrapping paper now"
    ben.sees("Ana Lima changed the title of #1.")
    ben.type("jk")
    ben.sees("Order wrapping paper now")


def test_the_same_field_shows_both_values_and_asks(shop: Shop) -> None:
    """Both change the title: the second to save sees both, and everybody then has what she chose."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ben.type("gt1\r")
    ben.type("e of Ben")
    ben.sees("paper of Ben")
    ana.type("e of Ana\r")
    ana.wait(lambda: shop.team.task(1).title.endswith("of Ana"), "Ana's title")
    ben.type("\r")
    ben.sees("Somebody else changed the title of #1 too; C shows it.")
    ben.type("C")
    ben.sees("Two people changed the same thing")
    ben.sees("Order wrapping paper of Ana")
    ben.sees("Order wrapping paper of Ben")
    ben.reads()
    ben.type("2")
    ana.sees("Ben Okafor changed the title of #1.", WITHIN)
    ana.type("jk")
    ana.sees("Order wrapping paper of Ben")

    assert shop.team.task(1).title == "Order wrapping paper of Ben"


def test_typing_ahead_of_the_screen_loses_nothing(shop: Shop) -> None:
    """A new card, a filter and a move in one packet of raw bytes do just that."""
    ana = shop.at("ana")
    ana.type(b"aBuy tape\r/tape\rL")
    ana.sees("Filter “tape”: 1 card")
    ana.wait(lambda: "Buy tape" in titles(shop.team, READY, SHOP), "the move", WITHIN)

    assert "Buy tape" not in titles(shop.team, BACKLOG, SHOP)
    assert len(shop.team.tables["tasks"]) == 9


def test_typing_ahead_of_the_start_loses_nothing(shop: Shop) -> None:
    """What is typed while the program is still starting is done once it is there."""
    ana = shop.at("ana", ready="")
    ana.type(b"aBuy tape")
    ana.sees("live")
    ana.sees("New card in Backlog · Shop: Buy tape")
    ana.type(b"\r")
    ana.wait(lambda: "Buy tape" in titles(shop.team, BACKLOG, SHOP), "the card", WITHIN)


def test_a_comment_on_an_open_card_appears(shop: Shop) -> None:
    """Ben reads a card while Ana comments on it from the board: he sees it within two seconds."""
    ana, ben = shop.at("ana"), shop.at("ben", (100, 40))
    ben.type("gt1\r")
    ben.type("\r")
    ben.sees("History")
    ana.type("cSold out until May\r")
    ben.sees("Sold out until May", WITHIN)

    ben.sees("Ana Lima commented on #1")


def test_the_limit_is_kept_between_two(shop: Shop) -> None:
    """Ana fills Doing up to its limit; Ben, who moves another card there, is asked first."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ben.type("gt1\r")
    moves(ana, "Order wra", "LL", to=2)
    moves(ben, "Order wra", "", to=2)
    ben.type("/Count\rL")
    ben.sees("y/n")
    ben.type("n")
    ben.sees("Filter “Count”")

    assert shop.team.count(DOING) == 3


def test_the_second_sees_the_firsts_name_and_what_she_edits(shop: Shop) -> None:
    """Ben sees that Ana is here, edits the card he opens, stops editing it, and leaves."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ben.type("gt1\r")
    ben.sees("+1 here")
    ana.type("e")
    ana.sees("Waits for")
    ben.type("\r")
    ben.sees("Ana Lima is editing this card")
    ana.type("\x1b")
    ben.wait(lambda: "is editing" not in ben.text, "the end of editing")
    ben.type("q")
    ben.wait(lambda: "History" not in ben.text, "the board")
    ben.type("W")
    ben.sees("Ana Lima  Board")
    ana.type("q")
    ana.ends()
    ben.sees("Nobody else has the team open now.")


def test_who_moved_my_card_is_said_by_name(shop: Shop) -> None:
    """Ana moves the card under Ben's cursor: his line says so, and the card carries her initials."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ben.type("gt1\r")
    moves(ana, "Order wra", "L", to=1)
    ben.sees("Ana Lima moved #1 to Ready.", WITHIN)
    ben.sees("‹AL")
    ben.type("j")
    ben.wait(lambda: "‹AL" not in ben.text and "Ana Lima moved" not in ben.text, "the end of the mark")
