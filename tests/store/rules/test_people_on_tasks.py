"""Who works on a task, and what it waits for."""

from __future__ import annotations

from typing import Any

import pytest

from store.errors import NotFound, Refused
from store.rules.tasks import assign, block, create, duplicate, take, unblock
from tests.builders import (
    NOW,
    archived,
    task,
    team,
)


def test_assigning_replaces_who_was_there() -> None:
    """The people named are those who work on it now."""
    before = team()

    change = assign(before, 4, ["ben", "cem"], "ana", NOW)

    assert before.apply(change).task(4).assignees == ["ben", "cem"]
    assert change.label == "assigned #4 to Ben Okafor and Cem Demir"


def test_assigning_nobody_empties_the_list() -> None:
    """With no name, nobody works on it."""
    change = assign(team(), 4, [], "ana", NOW)

    assert team().apply(change).task(4).assignees == []
    assert change.label == "took everybody off #4"


def test_strangers_are_not_assigned() -> None:
    """The refusal names the people there are."""
    with pytest.raises(NotFound, match="Nobody in the team is called “zoe”; there are ana, ben and cem"):
        assign(team(), 4, ["ana", "zoe"], "ana", NOW)


def test_taking_a_task_twice_releases_it() -> None:
    """The first time one is on it beside the others, the second time off it."""
    before = team()
    taken = take(before, 5, "ana", NOW)
    board = before.apply(taken)
    released = take(board, 5, "ana", NOW)

    assert board.task(5).assignees == ["ben", "ana"]
    assert board.apply(released).task(5).assignees == ["ben"]
    assert [taken.label, released.label] == ["took #5", "released #5"]


def test_a_stranger_takes_nothing() -> None:
    """Somebody who is not in the team cannot be on a task."""
    with pytest.raises(NotFound, match="“zoe”"):
        take(team(), 5, "zoe", NOW)


def test_a_blocked_task_says_why() -> None:
    """The reason is in the task and in the label."""
    change = block(team(), 5, "The camera is broken", "ben", NOW)

    assert team().apply(change).task(5).blocked == "The camera is broken"
    assert change.label == "blocked #5: “The camera is broken”"


@pytest.mark.parametrize("reason", ["", "  \n", "\x1b[0m"])
def test_blocking_needs_a_reason(reason: str) -> None:
    """Without a reason nobody could help."""
    with pytest.raises(Refused, match="Say what #5 is waiting for"):
        block(team(), 5, reason, "ben", NOW)


def test_an_unblocked_task_goes_on() -> None:
    """The reason is gone afterwards; what is not blocked is refused."""
    before = team(task(20, blocked="rain"))

    change = unblock(before, 20, "ben", NOW)

    assert before.apply(change).task(20).blocked == ""
    assert change.label == "unblocked #20"
    with pytest.raises(Refused, match="#5 is not blocked"):
        unblock(before, 5, "ben", NOW)


@pytest.mark.parametrize(
    "rule",
    [
        lambda board: assign(board, 20, ["ana"], "ana", NOW),
        lambda board: take(board, 20, "ana", NOW),
        lambda board: block(board, 20, "rain", "ana", NOW),
        lambda board: unblock(board, 20, "ana", NOW),
        lambda board: duplicate(board, 20, "ana", NOW),
        lambda board: create(board, "x", "ana", NOW, below=20),
    ],
)
def test_nothing_is_done_to_an_archived_task(rule: Any) -> None:
    """Every rule asks for it to be restored first."""
    with pytest.raises(Refused, match="#20 is archived; restore it first"):
        rule(archived())
