"""Changing what a task says."""

from __future__ import annotations

from datetime import date

import pytest

from store.errors import Refused
from store.rules.tasks import edit
from tests.builders import (
    NOW,
    archived,
    task,
    team,
)


def test_editing_changes_the_named_fields() -> None:
    """Fields that are named get their values; the label names them."""
    before = team()

    change = edit(before, 1, "ana", NOW, title="Order red paper", due="2026-12-01")

    after = before.apply(change).task(1)
    assert (after.title, after.due) == ("Order red paper", date(2026, 12, 1))
    assert change.label == "changed the title and due date of #1"


def test_editing_without_a_difference_is_empty() -> None:
    """A field that gets the value it has is no change."""
    assert not edit(team(), 1, "ana", NOW, title="Order wrapping paper")


def test_text_is_cleaned_on_the_way_in() -> None:
    """Escape sequences in a title do not get into the task."""
    before = team()

    after = before.apply(edit(before, 1, "ana", NOW, title="\x1b[31mRed\x1b[0m\n paper"))

    assert after.task(1).title == "Red paper"


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("column", "move the card"),
        ("role", "hand the card over"),
        ("position", "move the card up or down"),
        ("archived_at", "archive or restore the task"),
        ("checklist", "change its steps one by one"),
        ("finished_at", "kept by Tagwerk"),
        ("id", "kept by Tagwerk"),
        ("colour", "There is no field “colour”"),
    ],
)
def test_fields_with_rules_of_their_own_are_not_edited(field: str, sentence: str) -> None:
    """The refusal says what to do instead."""
    with pytest.raises(Refused, match=sentence):
        edit(team(), 1, "ana", NOW, **{field: None})


def test_an_archived_task_is_not_edited() -> None:
    """What is put away has to be restored first."""
    with pytest.raises(Refused, match="#20 is archived; restore it first"):
        edit(archived(), 20, "ana", NOW, title="x")


def test_editing_cannot_make_a_task_wait_for_itself() -> None:
    """A circle is refused on this way too."""
    with pytest.raises(Refused, match="#5 → #6 → #5"):
        edit(team(), 5, "ana", NOW, depends_on=[6])


def test_people_who_left_do_not_stand_in_the_way() -> None:
    """An assignee who is not in the team any more may stay while others are added."""
    before = team(task(20, assignees=["zoe"]))

    after = before.apply(edit(before, 20, "ana", NOW, assignees=["zoe", "ana"]))

    assert after.task(20).assignees == ["zoe", "ana"]
