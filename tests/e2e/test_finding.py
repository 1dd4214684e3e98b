"""Finding and jumping in a real terminal."""

from __future__ import annotations

from tests.builders import BACKLOG, DONE, READY, SHOP, titles
from tests.e2e.conftest import Shop


def test_a_number_and_enter_in_one_packet(shop: Shop) -> None:
    """`:7` and enter put the cursor on card 7; what follows in the same packet is done there."""
    ana = shop.at("ana")
    ana.type(":7\rL")
    ana.wait(lambda: shop.team.task(7).column == DONE, "the move")


def test_a_command_by_its_name_in_one_packet(shop: Shop) -> None:
    """`:move r`, enter, and a whole new card behind it."""
    ana = shop.at("ana")
    ana.type(":move r\r:add\rBuy tape\r")
    ana.sees("Buy tape")
    ana.wait(lambda: "Buy tape" in titles(shop.team, READY, SHOP), "the card")

    assert shop.team.task(1).column == READY
    assert titles(shop.team, BACKLOG, SHOP) == ["Call the carrier"]


def test_the_palette_comes_and_goes(shop: Shop) -> None:
    """ctrl+p opens it, escape gives the board back as it was, at 80x24 and at 40x12."""
    for size in ((80, 24), (40, 12)):
        ana = shop.at("ana", size)
        ana.sees("q leave")
        before = ana.lines
        ana.type("\x10")
        ana.sees("Find")
        ana.type("wrap")
        ana.sees("#1 Order wrapping")
        ana.type("\x1b")
        ana.wait(lambda ana=ana, before=before: ana.lines == before, "the board")


def test_jumping_in_one_packet(shop: Shop) -> None:
    """`gt`, a number and enter, then `gl` and m: the card that one came from is taken."""
    ana = shop.at("ana")
    ana.type("gt7\rglm")
    ana.wait(lambda: shop.team.task(1).assignees == ["ana"], "taking the card")

    assert shop.team.task(7).assignees == ["cem"]
