"""Putting tasks away and bringing them back."""

from __future__ import annotations

import pytest

from store.errors import NeedsConsent, Refused
from store.models import Column, Role
from store.rules.tasks import archive, restore
from store.team import Team
from tests.builders import (
    BACKLOG,
    DOING,
    DONE,
    LONG_AGO,
    NOW,
    READY,
    SHOP,
    archived,
    numbers,
    task,
    team,
)


def test_an_archived_task_keeps_everything_but_its_place() -> None:
    """Archiving sets the time and changes nothing else."""
    change = archive(team(), 1, "ana", NOW)

    assert [edit.after.keys() for edit in change.edits if edit.after] == [{"archived_at"}]
    assert change.label == "archived #1"


def test_a_task_is_archived_once() -> None:
    """An archived task is refused, and so is restoring one on the board."""
    with pytest.raises(Refused, match="#20 is archived already"):
        archive(archived(), 20, "ana", NOW)
    with pytest.raises(Refused, match="#1 is on the board already"):
        restore(team(), 1, "ana", NOW)


def test_a_restored_task_goes_to_the_end_of_its_cell() -> None:
    """It comes back into its column and lane, below the others."""
    before = archived(position="A")

    after = before.apply(restore(before, 20, "ana", NOW))

    assert numbers(after, BACKLOG, SHOP) == [1, 2, 20]
    assert after.task(20).column_since == LONG_AGO


@pytest.mark.parametrize(
    ("gone", "role"),
    [
        (Column(id=READY, name="Ready", archived_at=NOW), SHOP),
        (Role(id=SHOP, name="Shop", archived_at=NOW), None),
    ],
)
def test_a_task_without_its_place_goes_to_the_first_queue(gone: Column | Role, role: int | None) -> None:
    """Where its column or role is archived, a task comes back into the first queue column."""
    cards = [task(20, column=READY, archived_at=LONG_AGO)]
    before = Team({**team(gone, tasks=cards).tables})

    after = before.apply(restore(before, 20, "ana", NOW))

    assert numbers(after, BACKLOG, role) == [20]
    assert after.task(20).column_since == NOW


def test_a_finished_task_that_comes_back_to_a_queue_is_open() -> None:
    """Its times follow the column that it comes to."""
    before = team(task(20, column=DONE, archived_at=NOW), Column(id=DONE, name="Done", archived_at=NOW))

    assert before.apply(restore(before, 20, "ana", NOW)).task(20).finished_at is None


def test_restoring_asks_a_full_column() -> None:
    """A card that comes back counts like one that is moved there."""
    before = team(task(20, column=DOING), task(21, column=DOING, archived_at=NOW))

    with pytest.raises(NeedsConsent, match="Doing has 3 cards"):
        restore(before, 21, "ana", NOW)
    assert (
        restore(before, 21, "ana", NOW, override=True).label == "restored #21 to Doing, over its limit of 3"
    )
