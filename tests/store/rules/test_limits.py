"""Limits on work in progress ask first."""

from __future__ import annotations

import pytest

from store.change import Change
from store.errors import NeedsConsent
from store.models import Column, ColumnKind, Role
from store.rules.moving import TOP, move
from store.team import Team
from tests.builders import (
    BACKLOG,
    DOING,
    DONE,
    MAIL,
    NOW,
    PHOTO,
    task,
    team,
)


def full() -> Team:
    """The shop with three cards in Doing, its limit."""
    return team(task(20, column=DOING))


def limited(most: int) -> Team:
    """The shop where Photography may have so many cards in active columns."""
    return team(Role(id=PHOTO, name="Photography", wip_limit=most, position="W"))


def test_a_full_column_asks_first() -> None:
    """The question names the column, how many there are, its limit, and what to do."""
    with pytest.raises(NeedsConsent) as asked:
        move(full(), 1, DOING, "ana", NOW)

    assert str(asked.value) == "Doing has 3 cards and a limit of 3; the same again goes over it."


def test_going_over_a_limit_is_recorded() -> None:
    """With consent the card goes through, and the label says that it went over the limit."""
    before = full()

    change = move(before, 1, DOING, "ana", NOW, override=True)

    assert change.label == "moved #1 to Doing, over its limit of 3"
    assert before.apply(change).count(DOING) == 4


def test_consent_that_was_not_needed_is_not_recorded() -> None:
    """Below the limit, the label is the same with consent and without."""
    assert move(team(), 1, DOING, "ana", NOW, override=True).label == "moved #1 to Doing"


def test_moves_inside_and_out_never_ask() -> None:
    """In a column over its limit, cards can be sorted, handed over, and taken out."""
    before = team(task(20, column=DOING), task(21, column=DOING))

    assert move(before, 6, DOING, "ana", NOW, role=MAIL)
    assert move(before, 6, DONE, "ana", NOW)
    assert move(before, 21, DOING, "ana", NOW, below=TOP)


def test_a_full_role_asks_first() -> None:
    """A role's limit counts its cards in active columns, and the question names the role."""
    with pytest.raises(NeedsConsent, match="Photography has 1 card and a limit of 1; the same again"):
        move(limited(1), 5, DOING, "ben", NOW)


def test_going_over_a_roles_limit_is_recorded() -> None:
    """The label names whose limit it was."""
    change = move(limited(1), 5, DOING, "ben", NOW, override=True)

    assert change.label == "moved #5 to Doing, over Photography’s limit of 1"


def test_a_roles_limit_does_not_hold_in_queues() -> None:
    """Waiting cards do not count against a role."""
    assert move(limited(1), 5, BACKLOG, "ben", NOW)


def test_between_active_columns_a_role_is_not_asked() -> None:
    """A card that counts already does not count twice."""
    packing = Column(id=9, name="Packing", kind=ColumnKind.ACTIVE, position="z")
    before = team(Role(id=PHOTO, name="Photography", wip_limit=1), packing)

    assert move(before, 6, 9, "ben", NOW)


def test_all_limits_that_are_overstepped_are_recorded() -> None:
    """A card over the column's and the role's limit has both in its label."""
    before = full().apply(Change.update("roles", team().role(PHOTO), wip_limit=1))

    change = move(before, 5, DOING, "ben", NOW, override=True)

    assert change.label == "moved #5 to Doing, over its limit of 3 and over Photography’s limit of 1"
