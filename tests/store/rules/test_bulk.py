"""The same for several tasks at once."""

from __future__ import annotations

import pytest

from store.change import Change
from store.errors import NeedsConsent, NotFound
from store.rules.bulk import bulk
from store.rules.moving import TOP, hand_over, move
from store.rules.tasks import archive, create
from store.team import Team
from tests.builders import BACKLOG, DOING, MAIL, NOW, READY, SHOP, numbers, team


def to_doing(team: Team, id: int) -> Change:
    """The rule that moves a card to Doing."""
    return move(team, id, DOING, "ana", NOW)


def to_doing_anyway(team: Team, id: int) -> Change:
    """The rule that moves a card to Doing, over limits too."""
    return move(team, id, DOING, "ana", NOW, override=True)


def test_all_tasks_are_moved_in_one_change() -> None:
    """One change does all of it, in order, with the label and the signature given."""
    before = team()

    change = bulk(before, [2, 1], lambda t, id: move(t, id, READY, "ana", NOW), "moved 2 tasks", "ana", NOW)

    assert numbers(before.apply(change), READY, SHOP) == [4, 2, 1]
    assert (change.label, change.by, change.at) == ("moved 2 tasks", "ana", NOW)


def test_each_sees_what_the_ones_before_have_done() -> None:
    """Three cards put to the top one after the other stand in reverse order."""
    before = team()

    change = bulk(
        before, [1, 2, 4], lambda t, id: move(t, id, BACKLOG, "ana", NOW, below=TOP), "sorted", "ana", NOW
    )

    assert numbers(before.apply(change), BACKLOG, SHOP) == [4, 2, 1]


def test_taking_it_back_brings_everything_back() -> None:
    """The inverse of the one change undoes all of it."""
    before = team()
    change = bulk(before, [1, 2, 4], lambda t, id: archive(t, id, "ana", NOW), "archived 3", "ana", NOW)

    assert before.apply(change).apply(change.inverse()).tables == before.tables


def test_a_task_that_is_named_twice_is_done_once() -> None:
    """The same number again changes nothing."""
    assert len(bulk(team(), [1, 1], lambda t, id: archive(t, id, "ana", NOW), "x", "ana", NOW).edits) == 1


def test_a_limit_in_the_way_asks_for_all() -> None:
    """The card that would go over the limit makes the whole ask, though the first would fit."""
    with pytest.raises(NeedsConsent, match="Doing has 3 cards and a limit of 3"):
        bulk(team(), [1, 2], to_doing, "moved 2 tasks to Doing", "ana", NOW)


def test_going_over_a_limit_is_recorded() -> None:
    """With consent, the label says whose limit was overstepped."""
    change = bulk(team(), [1, 2], to_doing_anyway, "moved 2 tasks to Doing", "ana", NOW)

    assert change.label == "moved 2 tasks to Doing, over Doing’s limit of 3"


def test_below_the_limit_nothing_is_recorded() -> None:
    """The label is as given when all of them fit."""
    assert bulk(team(), [1], to_doing_anyway, "moved 1 task", "ana", NOW).label == "moved 1 task"


def test_one_refusal_refuses_all() -> None:
    """What cannot be done for one is done for none."""
    with pytest.raises(NotFound, match="#99"):
        bulk(team(), [1, 99], to_doing, "moved", "ana", NOW)


def test_new_documents_do_not_replace_each_other() -> None:
    """Each card that is handed over has its own note."""
    before = team()

    change = bulk(
        before,
        [5, 6],
        lambda t, id: hand_over(t, id, MAIL, "ben", NOW, note=f"from {id}"),
        "handed 2 over",
        "ben",
        NOW,
    )

    after = before.apply(change)
    assert [[said.text for said in after.comments(id)] for id in (5, 6)] == [["from 5"], ["from 6"]]


def test_rules_that_always_use_the_same_number_do_not_collide() -> None:
    """New tasks get different numbers, whatever the rule has given them."""
    fixed = create(team(), "x", "ana", NOW)

    change = bulk(team(), [1, 2, 4], lambda t, id: fixed, "added 3", "ana", NOW)

    assert sorted(edit.id for edit in change.edits) == [-3, -2, -1]


def test_nothing_for_nobody_is_nothing() -> None:
    """Without tasks the change is empty, and signed all the same."""
    change = bulk(team(), [], to_doing, "moved 0 tasks", "ana", NOW)

    assert not change
    assert change.by == "ana"
