"""One line that says everything, and several cards at once, in real terminals."""

from __future__ import annotations

from tests.builders import BACKLOG, PHOTO, READY, SHOP, numbers, titles
from tests.e2e.conftest import Shop
from tests.e2e.test_two_people import WITHIN, moves


def test_a_whole_card_and_a_filter_in_one_packet(shop: Shop) -> None:
    """A title with people, priority, tag, day and role, then a filter that finds it, in one write."""
    ana = shop.at("ana", (100, 30))
    ana.type("aShoot the boots @ben !high #shoot due:fri ~Photo\r/#shoot is:open\r")
    ana.sees("Filter “#shoot is:open”: 1 card")
    ana.wait(lambda: "Shoot the boots" in titles(shop.team, BACKLOG, PHOTO), "the card", WITHIN)
    card = shop.team.task(9)

    assert (card.assignees, card.priority, card.tags) == (["ben"], "high", ["shoot"])
    assert card.due is not None
    assert card.due.weekday() == 4
    assert "Call the carrier" not in ana.text


def test_several_cards_that_are_moved_at_once_are_seen_by_the_other(shop: Shop) -> None:
    """Ana selects a cell and moves it on in one write; both cards move on Ben's screen, and u is one step."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ana.type("*L")
    moves(ben, "Order wra", "", to=1)
    moves(ben, "Call the", "", to=1)
    assert numbers(shop.team, READY, SHOP) == [4, 1, 2]
    ana.type("u")
    moves(ben, "Order wra", "", to=0)
    moves(ben, "Call the", "", to=0)

    assert numbers(shop.team, BACKLOG, SHOP) == [1, 2]
