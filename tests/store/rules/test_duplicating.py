"""Copies of tasks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import NeedsConsent
from store.models import Role
from store.rules.tasks import duplicate
from tests.builders import (
    BACKLOG,
    DONE,
    NOW,
    PHOTO,
    SHOP,
    columns,
    numbers,
    task,
    team,
)


def test_a_copy_of_waiting_work_stands_below_it() -> None:
    """A copy has the same words and stands right under the original."""
    before = team()

    change = duplicate(before, 1, "ben", NOW)

    after = before.apply(change)
    assert numbers(after, BACKLOG, SHOP) == [1, -1, 2]
    assert after.task(-1).title == "Order wrapping paper"
    assert change.label == "duplicated #1"


def test_a_copy_is_new_work() -> None:
    """Steps are not ticked, nothing is blocked or finished, and it is by who copied it."""
    steps = [{"id": "a", "text": "Buy", "done": True}]
    before = team(task(20, column=DONE, checklist=steps, blocked="rain", source="trello:1", tags=["red"]))

    copy = before.apply(duplicate(before, 20, "ben", NOW)).task(-1)

    assert (copy.column, copy.finished_at, copy.blocked, copy.source) == (BACKLOG, None, "", "")
    assert [(item.text, item.done) for item in copy.checklist] == [("Buy", False)]
    assert (copy.created_by, copy.created_at, copy.tags) == ("ben", NOW, ["red"])


def test_a_copy_leaves_out_who_and_what_is_gone() -> None:
    """People who left and tasks that are not there do not stop a copy."""
    before = team(task(20, assignees=["zoe", "ana"], depends_on=[99, 5]))

    copy = before.apply(duplicate(before, 20, "ben", NOW)).task(-1)

    assert (copy.assignees, copy.depends_on) == (["ana"], [5])


def test_a_copy_keeps_its_role_only_where_there_is_one() -> None:
    """The copy of a card whose role was archived is in nobody's lane."""
    before = team(task(20, column=DONE, role=PHOTO), Role(id=PHOTO, name="Photography", archived_at=NOW))

    assert before.apply(duplicate(before, 20, "ben", NOW)).task(-1).role is None


def test_a_copy_goes_over_a_limit_only_when_asked() -> None:
    """A copy into a full column asks first, and its label then says that it went over the limit."""
    before = team(replace(columns()[0], wip_limit=3))

    with pytest.raises(NeedsConsent):
        duplicate(before, 1, "ben", NOW)
    change = duplicate(before, 1, "ben", NOW, override=True)
    assert change.label == "duplicated #1, over Backlog’s limit of 3"
