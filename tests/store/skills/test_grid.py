"""Which skills and people stand in the matrix, and what was said of a cell."""

from __future__ import annotations

from store.skills.grid import Grid, Order, Wanted, grid, needed_for
from store.skills.said import said_of
from tests.builders import LATER, MAIL, SHOP
from tests.store.skills.shop import CHECKOUT, CUSTOMS, LIGHT, TODAY, said, team


def shown(found: Grid) -> tuple[list[int], list[str]]:
    """Numbers of the skills, and logins of the people."""
    return [skill.id for skill in found.skills], [member.login for member in found.people]


def test_what_is_missing_most_comes_first() -> None:
    """Ana misses 1 level (customs), Ben 2 (light), Cem 2 + 2 (checkout, customs)."""
    found = grid(team(), Wanted(Order.GAP), TODAY)

    assert shown(found) == ([CUSTOMS, CHECKOUT, LIGHT], ["cem", "ben", "ana"])
    assert found.below == {CHECKOUT: 1, CUSTOMS: 2, LIGHT: 1}
    assert (found.target("cem", CHECKOUT), found.target("cem", LIGHT)) == (3, 0)


def test_the_matrix_is_narrowed_to_a_role_to_words_and_to_gaps() -> None:
    """A role brings its people and what it needs; a word names skills, else people; @ a person."""
    shop = team()

    assert shown(grid(shop, Wanted(role=MAIL), TODAY)) == ([CHECKOUT], ["cem"])
    assert shown(grid(shop, Wanted(role=SHOP, only_gaps=True), TODAY)) == (
        [CUSTOMS, CHECKOUT],
        ["cem", "ana"],
    )
    assert shown(grid(shop, Wanted(words="CUSTOMS @ben"), TODAY)) == ([CUSTOMS], ["ben"])
    assert shown(grid(shop, Wanted(words="okafor", order=Order.NAME), TODAY)) == (
        [CHECKOUT, CUSTOMS, LIGHT],
        ["ben"],
    )
    assert shown(grid(shop, Wanted(words="studio"), TODAY)) == ([LIGHT], ["ben", "ana", "cem"])
    assert shown(grid(shop, Wanted(words="nothing"), TODAY)) == ([CHECKOUT, CUSTOMS, LIGHT], [])


def test_the_role_that_asks_for_the_highest_level_is_named() -> None:
    """Cem works in Newsletter (1) and Shop (3)."""
    level, role = needed_for(team(), "cem", CHECKOUT)

    assert (level, role.name if role else "") == (3, "Shop")
    assert needed_for(team(), "ben", CHECKOUT) == (0, None)
    assert needed_for(team(), "gone", CHECKOUT) == (0, None)


def test_everything_that_was_said_of_a_cell_is_there() -> None:
    """The newest first, also what was taken back."""
    shop = team(said(9, "ben", LIGHT, 3, "2026-10-30", archived_at=LATER))

    assert [one.id for one in said_of(shop, "ben", LIGHT)] == [9, 3, 4]
    assert said_of(shop, "ana", LIGHT) == []
