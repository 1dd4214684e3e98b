"""Cards go up and down, and the others stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change
from store.rules.moving import TOP, move, reorder
from store.rules.places import LONGEST_RANK
from store.team import Team
from tests.builders import (
    BACKLOG,
    NOW,
    SHOP,
    numbers,
    task,
    team,
)


def touched(change: Change) -> list[int]:
    """The numbers of the tasks in a change."""
    return [edit.id for edit in change.edits]


@pytest.mark.parametrize(
    ("id", "offset", "order"),
    [(1, 1, [2, 1, 3]), (3, -1, [1, 3, 2]), (1, 2, [2, 3, 1]), (2, -9, [2, 1, 3]), (2, 9, [1, 3, 2])],
)
def test_a_card_goes_up_and_down(id: int, offset: int, order: list[int]) -> None:
    """A card moves by the offset inside its cell, at most to the edge, and no other changes."""
    before = team(tasks=[task(1), task(2), task(3)])

    change = reorder(before, id, offset, "ana", NOW)

    assert numbers(before.apply(change), BACKLOG, SHOP) == order
    assert touched(change) == [id]


@pytest.mark.parametrize(("id", "offset"), [(1, -1), (2, 1), (3, 1), (1, 0)])
def test_at_the_edge_nothing_changes(id: int, offset: int) -> None:
    """A card that cannot go further gives an empty change."""
    assert not reorder(team(), id, offset, "ana", NOW)


def test_reordering_says_in_which_direction() -> None:
    """The label says up or down, and where."""
    assert reorder(team(), 1, 1, "ana", NOW).label == "moved #1 down in Backlog"
    assert reorder(team(), 2, -1, "ana", NOW).label == "moved #2 up in Backlog"


def test_equal_ranks_give_way() -> None:
    """Between cards of equal rank, only those that are in the way get new ranks."""
    before = team(tasks=[task(id, position="V") for id in (1, 2, 3)] + [task(4, position="k")])

    change = reorder(before, 1, 1, "ana", NOW)

    assert numbers(before.apply(change), BACKLOG, SHOP) == [2, 1, 3, 4]
    assert touched(change) == [1, 3]


def test_missing_ranks_give_way() -> None:
    """Cards that came without a rank can be sorted; those above the place keep none."""
    tables = {**team().tables, "tasks": {id: {"title": "x", "column": 1, "role": 1} for id in (1, 2, 3, 4)}}
    before = Team(tables)

    change = move(before, 4, BACKLOG, "ana", NOW, below=2)

    assert numbers(before.apply(change), BACKLOG, SHOP) == [1, 2, 4, 3]
    assert sorted(touched(change)) == [3, 4]


@given(
    ranks=st.lists(st.sampled_from(["", "0", "A", "A0", "B", "B1", "V", "ä"]), min_size=2, max_size=7),
    moves=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=5),
)
def test_a_card_goes_where_it_should_whatever_the_ranks(
    ranks: list[str], moves: list[tuple[int, int]]
) -> None:
    """Whatever ranks the file has, a card ends where it is put and the others keep their order."""
    rows = {id: {"title": "x", "column": 1, "role": 1, "position": rank} for id, rank in enumerate(ranks, 1)}
    board = Team({**team().tables, "tasks": rows})
    for card, place in moves:
        order = numbers(board, BACKLOG, SHOP)
        id = order.pop(card % len(order))
        at = place % (len(order) + 1)
        order.insert(at, id)
        board = board.apply(move(board, id, BACKLOG, "ana", NOW, below=order[at - 1] if at else TOP))

        assert numbers(board, BACKLOG, SHOP) == order


def test_ranks_stay_short_however_often_one_place_is_used() -> None:
    """After 1,000 cards put into the same place, no rank has become too long, and the order is right."""
    board = team(tasks=[task(1), task(2), task(3)])
    changed = 0
    for turn in range(1000):
        order = numbers(board, BACKLOG, SHOP)
        change = move(board, order[-1], BACKLOG, "ana", NOW, below=order[0])
        changed += len(change.edits)
        board = board.apply(change)
        assert numbers(board, BACKLOG, SHOP) == [order[0], order[-1], *order[1:-1]], turn

    assert max(len(rank) for rank, _ in board.cell(BACKLOG, SHOP)) <= LONGEST_RANK
    assert changed < 1100
