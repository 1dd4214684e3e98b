"""Cards with a frozen tag ask before they move."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from store.errors import NeedsConsent, NotFound, Refused
from store.models import Freeze, Playbook, Routine, Step
from store.playbooks.freezing import holding, in_force
from store.rules import freezes, moving, tags, tasks
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, DOING, MAIL, NOW, READY, task

TODAY = date(2026, 11, 23)


def freeze(id: int = 1, **fields: Any) -> Freeze:
    known: dict[str, Any] = {
        "name": "Black Friday",
        "tags": ["checkout"],
        "start": TODAY,
        "end": date(2026, 11, 30),
    }
    return Freeze(id=id, **{**known, **fields})


def shop(*more: Freeze) -> Team:
    card = task(1, "Rebuild the basket", READY, tags=["Checkout", "ux"])
    return builders.team(*(more or (freeze(),)), tasks=[card, *(task(n, column=DOING) for n in (2, 3, 4))])


def test_a_frozen_card_asks_and_the_answer_is_recorded() -> None:
    """By what, until when; tags in any case of letters."""
    with pytest.raises(NeedsConsent) as asked:
        moving.move(shop(), 1, BACKLOG, "ana", NOW)

    assert str(asked.value) == (
        "#1 should not move: #Checkout is frozen until Mon 30 Nov (“Black Friday”)"
        "; the same again goes over it."
    )
    moved = moving.move(shop(), 1, BACKLOG, "ana", NOW, override=True)
    assert moved.label == "moved #1 to Backlog, though frozen"


def test_freeze_and_limit_are_one_question() -> None:
    """Who agrees knows of both."""
    with pytest.raises(NeedsConsent) as asked:
        moving.move(shop(), 1, DOING, "ana", NOW)

    assert str(asked.value).endswith(
        "(“Black Friday”); Doing has 3 cards and a limit of 3; the same again goes over it."
    )
    label = moving.move(shop(), 1, DOING, "ana", NOW, override=True).label
    assert label == "moved #1 to Doing, though frozen, over its limit of 3"


def test_only_another_column_is_a_move() -> None:
    """Order, role and text may change."""
    team = shop()
    assert moving.hand_over(team, 1, MAIL, "ana", NOW)
    assert moving.move(team, 1, READY, "ana", NOW, below=moving.TOP) is not None
    assert tasks.edit(team, 1, "ana", NOW, title="Better")


@pytest.mark.parametrize("days", [-1, 8])
def test_before_and_after_nothing_is_asked(days: int) -> None:
    """It holds from its first day to its last, in the team's time zone."""
    assert moving.move(shop(), 1, BACKLOG, "ana", NOW + timedelta(days))


def test_of_several_freezes_the_longest_is_told() -> None:
    """Each tag once."""
    held = holding(
        in_force(
            shop(freeze(), freeze(2, name="Xmas", tags=["CHECKOUT", "ux"], end=date(2026, 12, 24))), TODAY
        ),
        ["checkout", "ux", "other"],
    )

    assert {tag: one.id for tag, one in held.items()} == {"checkout": 2, "ux": 2}
    assert holding(in_force(shop(freeze(archived_at=NOW)), TODAY), ["checkout"]) == {}


def test_leads_freeze_change_end_and_archive() -> None:
    """What begins after it ends, or freezes nothing, is refused."""
    team = builders.team()
    change = freezes.add(team, "Sale", "ana", NOW, tags=["#price"], start=TODAY, end=TODAY)
    assert change.label == "froze #price for “Sale”"
    for fields, refusal in (
        ({"tags": [], "start": TODAY, "end": TODAY}, "Name a tag"),
        ({"tags": ["a"], "start": TODAY, "end": TODAY - timedelta(1)}, "ends before it begins"),
    ):
        with pytest.raises(Refused, match=refusal):
            freezes.add(team, "Sale", "ana", NOW, **fields)
    with pytest.raises(Refused, match="Only who leads a role"):
        freezes.add(team, "Sale", "cem", NOW, tags=["a"], start=TODAY, end=TODAY)

    team = shop(freeze(start=TODAY - timedelta(3)), freeze(2, name="New"))
    (edit,) = freezes.edit(team, 1, "ana", NOW, end=TODAY + timedelta(1)).edits
    assert edit.after == {"end": "2026-11-24"}
    with pytest.raises(Refused, match="ends before it begins"):
        freezes.edit(team, 1, "ana", NOW, end=TODAY - timedelta(9))
    (ended,) = freezes.end(team, 1, "ana", NOW).edits
    assert ended.after == {"end": "2026-11-22"}
    (dropped,) = freezes.end(team, 2, "ana", NOW).edits
    assert set(dropped.after or ()) == {"archived_at"}
    team = team.apply(freezes.archive(team, 1, "ana", NOW))
    with pytest.raises(Refused, match="is archived already"):
        freezes.archive(team, 1, "ana", NOW)
    with pytest.raises(NotFound, match="no freeze 9"):
        freezes.end(team, 9, "ana", NOW)


def test_a_tag_of_another_name_stays_frozen() -> None:
    """Freezes, routines and playbooks go with it; what does not name it is not touched."""
    routine = Routine(id=1, title="x", rule="FREQ=DAILY", first=TODAY, tags=["ux", "checkout"])
    steps = [Step(id="a", text="a", tags=["CHECKOUT"]), Step(id="b", text="b", tags=["ux"])]
    book = Playbook(id=1, name="x", steps=steps, freeze_tags=["checkout", "ux"])
    team = builders.team(freeze(), routine, book, tasks=[task(1, tags=["checkout"])])
    for change in (
        tags.rename(team, "checkout", "basket", "ana", NOW),
        tags.merge(team.apply(tags.add(team, "basket", "ana", NOW)), "checkout", "basket", "ana", NOW),
    ):
        after = team.apply(change)
        (held,) = in_force(after, TODAY)
        (found,) = after.all(Playbook)
        assert held == "basket"
        assert [step.tags for step in found.steps] == [["basket"], ["ux"]]
        assert found.freeze_tags == ["basket", "ux"]
        assert next(after.all(Routine)).tags == ["ux", "basket"]
