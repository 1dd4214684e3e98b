"""Moving cards."""

from __future__ import annotations

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Column, Role
from store.rules.moving import END, TOP, Place, move
from tests.builders import (
    BACKLOG,
    DOING,
    DONE,
    LONG_AGO,
    MAIL,
    NOW,
    PHOTO,
    READY,
    SHOP,
    numbers,
    task,
    team,
)


def touched(change: Change) -> list[int]:
    """The numbers of the tasks in a change."""
    return [edit.id for edit in change.edits]


def test_a_card_goes_to_the_end() -> None:
    """A card that is moved to a column goes below the cards of its role there."""
    before = team()

    after = before.apply(move(before, 4, BACKLOG, "ana", NOW))

    assert numbers(after, BACKLOG, SHOP) == [1, 2, 4]


@pytest.mark.parametrize(
    ("below", "order"),
    [(TOP, [4, 1, 2]), (END, [1, 2, 4]), (None, [1, 2, 4]), (1, [1, 4, 2]), (2, [1, 2, 4])],
)
def test_a_card_goes_where_it_is_put(below: int | Place | None, order: list[int]) -> None:
    """A card goes to the top, to the end, or under the card that is named."""
    before = team()

    after = before.apply(move(before, 4, BACKLOG, "ana", NOW, below=below))

    assert numbers(after, BACKLOG, SHOP) == order


def test_only_the_moved_card_changes() -> None:
    """Putting a card between two others leaves those two as they are."""
    assert touched(move(team(), 4, BACKLOG, "ana", NOW, below=1)) == [4]


def test_a_card_stays_in_its_role() -> None:
    """A card keeps its role unless another is named."""
    before = team()

    assert before.apply(move(before, 5, DONE, "ben", NOW)).task(5).role == PHOTO


@pytest.mark.parametrize("role", [None, MAIL])
def test_a_card_can_change_its_role_on_the_way(role: int | None) -> None:
    """A card can go to another role's lane, or to nobody's, in the same move."""
    before = team()

    after = before.apply(move(before, 5, DONE, "ben", NOW, role=role))

    assert numbers(after, DONE, role) == [5]


def test_moving_a_card_to_where_it_is_changes_nothing() -> None:
    """A move to the very same place is an empty change."""
    assert not move(team(), 2, BACKLOG, "ana", NOW)
    assert not move(team(), 2, BACKLOG, "ana", NOW, below=1)


def test_a_card_can_be_put_elsewhere_in_its_cell() -> None:
    """A move inside a column keeps the day on which the card came there."""
    before = team()

    after = before.apply(move(before, 2, BACKLOG, "ana", NOW, below=TOP))

    assert numbers(after, BACKLOG, SHOP) == [2, 1]
    assert after.task(2).column_since == LONG_AGO


def test_nothing_goes_below_a_card_of_another_cell() -> None:
    """`below` has to be in the cell, and the sentence says which one is not."""
    with pytest.raises(Refused, match="#4 is not in Backlog, Shop"):
        move(team(), 5, BACKLOG, "ana", NOW, role=SHOP, below=4)


def test_a_card_does_not_go_below_itself() -> None:
    """A card is not its own neighbour."""
    with pytest.raises(Refused, match="#1 cannot go below itself"):
        move(team(), 1, BACKLOG, "ana", NOW, below=1)


def test_an_archived_card_does_not_move() -> None:
    """What is put away has to be restored first."""
    with pytest.raises(Refused, match="#20 is archived; restore it first"):
        move(team(task(20, archived_at=NOW)), 20, DONE, "ana", NOW)


@pytest.mark.parametrize(
    ("column", "sentence"),
    [(99, "There is no column 99; choose “Backlog”"), (9, "The column “Old” is archived; choose “Backlog”")],
)
def test_a_column_that_is_not_there_is_refused(column: int, sentence: str) -> None:
    """The refusal names the columns that there are."""
    with pytest.raises(NotFound, match=sentence):
        move(team(Column(id=9, name="Old", archived_at=NOW)), 1, column, "ana", NOW)


def test_a_role_that_is_not_there_is_refused() -> None:
    """The refusal names the roles that there are."""
    with pytest.raises(NotFound, match="There is no role 9; choose “Shop”, “Photography” or “Newsletter”"):
        move(team(), 1, READY, "ana", NOW, role=9)


def test_a_card_of_an_archived_role_can_go_on() -> None:
    """That its role was archived does not hold a card fast."""
    before = team(Role(id=SHOP, name="Shop", archived_at=NOW))

    assert before.apply(move(before, 1, READY, "ana", NOW)).task(1).column == READY


@pytest.mark.parametrize(
    ("arguments", "label"),
    [
        ({"column": DOING}, "moved #1 to Doing"),
        ({"column": DOING, "role": MAIL}, "moved #1 to Doing, Newsletter"),
        ({"column": BACKLOG, "role": None}, "moved #1 to nobody’s lane"),
        ({"column": BACKLOG}, "moved #1 within Backlog"),
    ],
)
def test_a_move_says_where_to(arguments: dict[str, int], label: str) -> None:
    """The label names what the card has come to, and the change is signed."""
    change = move(team(), 1, by="ana", now=NOW, **arguments)

    assert (change.label, change.by, change.at) == (label, "ana", NOW)


def test_a_new_card_is_called_by_its_title() -> None:
    """A card that has no number yet is named by its title in the label."""
    assert move(team(task(-1, "Buy paper")), -1, READY, "ana", NOW).label == "moved “Buy paper” to Ready"
