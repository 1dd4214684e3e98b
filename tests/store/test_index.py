"""The index that is kept edit by edit is the one that would be built anew."""

from __future__ import annotations

import pytest
from hypothesis import given

from store.change import Change
from store.index import TaskIndex, cell_of
from store.rules.comments import comment
from store.rules.moving import move
from store.rules.tasks import archive
from store.team import Team
from tests.builders import BACKLOG, DONE, NOW, PHOTO, READY, SHOP, numbers, task, team
from tests.store.strategies import histories


@given(histories())
def test_the_kept_index_is_the_built_one(history: tuple[Team, list[Change]]) -> None:
    """After any changes, the index equals that of the whole tables."""
    snapshot, done = history
    assert snapshot.index

    for change in done:
        snapshot = snapshot.apply(change)
        assert snapshot.index == TaskIndex.of(snapshot.tables["tasks"], snapshot.tables["comments"])


def test_a_moved_card_leaves_its_cell() -> None:
    """A card that went to another column is in one cell only."""
    before = team()
    assert numbers(before, READY, PHOTO) == [5]

    after = before.apply(move(before, 5, DONE, "ben", NOW))

    assert (numbers(after, READY, PHOTO), numbers(after, DONE, PHOTO)) == ([], [5])


def test_an_archived_card_is_in_no_cell() -> None:
    """A card that was put away stands nowhere."""
    before = team()

    after = before.apply(archive(before, 1, "ana", NOW))

    assert cell_of(after.tables["tasks"][1]) is None
    assert numbers(after, BACKLOG, SHOP) == [2]


def test_cells_that_nothing_touched_are_shared() -> None:
    """Moving one card leaves the other cells the same objects."""
    before = team()
    ready = before.index.cells[READY, SHOP]

    after = before.apply(move(before, 1, DONE, "ana", NOW))

    assert after.index.cells[READY, SHOP] is ready


def test_equal_ranks_are_ordered_by_number() -> None:
    """Cards with the same rank stand in the order of their numbers."""
    cards = team(tasks=[task(id, position="V") for id in (3, 1, 2)])

    assert numbers(cards, BACKLOG, SHOP) == [1, 2, 3]


def test_comments_that_are_not_committed_yet_come_last() -> None:
    """What was just said stands below what was said before, though its number is negative still."""
    snapshot = team()
    snapshot = snapshot.apply(comment(snapshot, 1, "first", "ana", NOW).renumbered({("comments", -1): 7}))
    for _ in range(2):
        snapshot = snapshot.apply(comment(snapshot, 1, "later", "ana", NOW))

    assert snapshot.index.comments[1] == (7, -1, -2)
    assert TaskIndex.of(snapshot.tables["tasks"], snapshot.tables["comments"]) == snapshot.index


@pytest.mark.parametrize("odd", [None, "x", "9" * 5000, [1], 1e300, {}])
def test_what_is_no_number_stands_nowhere_in_particular(odd: object) -> None:
    """A card whose column and role are anything else is in nobody's cell, and a comment on it on no card."""
    card, said = {"title": "Odd", "column": odd, "role": odd}, {"text": "Odd", "task": odd}
    before = Team({"tasks": {1: card}, "comments": {1: said}})

    assert cell_of(card) == (0, 0)
    assert before.index.comments == {}
    assert before.index.commented([(1, said, {**said, "task": 7})]).comments == {7: (1,)}
