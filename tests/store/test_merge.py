"""What two people change at the same time: both, or a person decides."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change, Edit, difference
from store.errors import Clash, FieldClash, Refused
from store.merge import prefer_mine, rebase
from store.models import Fields
from store.rules.moving import move
from store.team import Team
from tests.builders import DOING, DONE, LATER, NOW, READY, task, team
from tests.store.strategies import WORDS, items, raw_tasks


def update(team: Team, id: int, **fields: Any) -> Change:
    """New values for fields of a task."""
    return Change.update("tasks", team.task(id), **fields)


def merged(base: Team, first: Change, second: Change) -> Team:
    """The team after one change, and another that did not know of it."""
    after = base.apply(first)
    return after.apply(rebase(second, after.tables))


def merged_field(name: str, base: Any, mine: Any, theirs: Any) -> Any:
    """What becomes of one field of a task."""
    old: Fields = {"title": "x", "column": 1, name: base}
    start = Team({"tasks": {1: {k: v for k, v in old.items() if v}}})
    ours, others = (
        Change(difference("tasks", 1, start.tables["tasks"][1], {**old, name: value or None}))
        for value in (mine, theirs)
    )
    return merged(start, others, ours).tables["tasks"][1].get(name) or []


@given(raw_tasks(), raw_tasks())
def test_different_fields_both_survive_in_either_order(old: Fields, new: Fields) -> None:
    """Two changes to different fields of a task lead to the same task, whoever comes first."""
    start = Team({"tasks": {1: old}})
    edits = difference("tasks", 1, old, new)
    names = sorted(edits[0].after or {}) if edits else []
    halves = [names[: len(names) // 2], names[len(names) // 2 :]]
    one, two = (
        Change((Edit("tasks", 1, {n: old.get(n) for n in half}, {n: new.get(n) for n in half}),))
        for half in halves
    )

    assert merged(start, one, two).tables["tasks"][1] == new
    assert merged(start, two, one).tables["tasks"][1] == new


@given(WORDS, WORDS, WORDS)
def test_a_set_loses_no_addition_of_either_side(base: list[str], mine: list[str], theirs: list[str]) -> None:
    """A tag that one of two people added is there afterwards."""
    tags = set(merged_field("tags", base, mine, theirs))

    assert tags >= (set(mine) | set(theirs)) - set(base)


@given(WORDS, WORDS, WORDS)
def test_a_set_keeps_no_removal_back(base: list[str], mine: list[str], theirs: list[str]) -> None:
    """A tag that one of two people took away is gone afterwards."""
    tags = set(merged_field("tags", base, mine, theirs))

    assert tags & set(base) == set(base) & set(mine) & set(theirs)


@given(items(), items(), items())
def test_a_checklist_loses_no_addition_of_either_side(
    base: list[Fields], mine: list[Fields], theirs: list[Fields]
) -> None:
    """The text of every step that one of two people added is there afterwards."""
    old = {item["id"] for item in base}
    after = {item["text"] for item in merged_field("checklist", base, mine, theirs)}

    assert after >= {item["text"] for item in (*mine, *theirs) if item["id"] not in old}


@given(items(), items(), items())
def test_a_merged_checklist_has_each_step_once(
    base: list[Fields], mine: list[Fields], theirs: list[Fields]
) -> None:
    """No two steps have the same id."""
    ids = [item["id"] for item in merged_field("checklist", base, mine, theirs)]

    assert len(ids) == len(set(ids))


def test_two_texts_for_one_step_are_both_kept() -> None:
    """Where two people reword a step, there are two steps."""
    base, mine, theirs = (
        [{"id": "a", "text": text, "done": False}] for text in ("Buy", "Buy two", "Buy red")
    )

    texts = [item["text"] for item in merged_field("checklist", base, mine, theirs)]

    assert texts == ["Buy two", "Buy red"]


def test_a_step_disputed_twice_keeps_all_texts() -> None:
    """A second dispute over a step does not push out what was kept from the first."""
    base = [
        {"id": "a", "text": "Buy", "done": False},
        {"id": "a-theirs", "text": "Buy red", "done": False},
    ]
    mine = [{**base[0], "text": "Buy two"}, base[1]]
    theirs = [{**base[0], "text": "Buy blue"}, base[1]]

    after = merged_field("checklist", base, mine, theirs)

    assert sorted(item["text"] for item in after) == ["Buy blue", "Buy red", "Buy two"]
    assert len({item["id"] for item in after}) == 3


def test_ticking_and_rewording_one_step_both_happen() -> None:
    """One person's tick and another's words go into the same step."""
    base = [{"id": "a", "text": "Buy", "done": False}]

    after = merged_field("checklist", base, [{**base[0], "done": True}], [{**base[0], "text": "Buy two"}])

    assert after == [{"id": "a", "text": "Buy two", "done": True}]


def test_a_clash_tells_base_mine_and_theirs() -> None:
    """The same field changed differently raises a clash with the three values."""
    start = team()
    theirs = start.apply(update(start, 1, title="Order red paper"))

    with pytest.raises(Clash) as caught:
        rebase(update(start, 1, title="Order blue paper"), theirs.tables)

    assert caught.value.clashes == (
        FieldClash("tasks", 1, "title", "Order wrapping paper", "Order blue paper", "Order red paper"),
    )


def test_all_clashes_are_told_at_once() -> None:
    """A clash names every field in dispute, not only the first."""
    start = team()
    theirs = start.apply(update(start, 1, title="a", estimate=1))

    with pytest.raises(Clash) as caught:
        rebase(update(start, 1, title="b", estimate=2), theirs.tables)

    assert {clash.field for clash in caught.value.clashes} == {"title", "estimate"}


def test_the_same_change_twice_is_no_clash() -> None:
    """Two people who write the same are of one mind: nothing is left to change."""
    start = team()
    change = update(start, 1, title="Order red paper")

    assert not rebase(change, start.apply(change).tables)


def test_two_people_moving_a_card_to_one_column_do_not_clash() -> None:
    """The card stands in the column since the first of them put it there."""
    start = team()

    after = merged(start, move(start, 4, DONE, "ana", NOW), move(start, 4, DONE, "ben", LATER))

    assert (after.task(4).column, after.task(4).column_since) == (DONE, NOW)


def test_two_people_moving_a_card_to_different_columns_clash() -> None:
    """Where a card goes is for a person to decide."""
    start = team()
    theirs = start.apply(move(start, 4, DONE, "ana", NOW))

    with pytest.raises(Clash) as caught:
        rebase(move(start, 4, 1, "ben", LATER), theirs.tables)

    assert [clash.field for clash in caught.value.clashes] == ["column"]


def test_a_change_to_what_is_gone_is_refused() -> None:
    """What was removed meanwhile cannot be changed, and the sentence says which."""
    start = team()
    gone = start.apply(Change((Edit("tasks", 1, start.tables["tasks"][1], None),)))

    with pytest.raises(Refused, match=r"#1 in tasks was removed meanwhile"):
        rebase(update(start, 1, title="x"), gone.tables)


def test_removing_what_was_changed_meanwhile_is_refused() -> None:
    """A removal does not take somebody's work with it."""
    start = team()
    removal = Change((Edit("tasks", 1, start.tables["tasks"][1], None),))

    with pytest.raises(Refused, match="changed meanwhile"):
        rebase(removal, start.apply(update(start, 1, title="x")).tables)


def test_removing_what_is_gone_already_is_nothing() -> None:
    """Two removals are one."""
    start = team()
    removal = Change((Edit("tasks", 1, start.tables["tasks"][1], None),))

    assert not rebase(removal, start.apply(removal).tables)


def test_a_forced_change_wins() -> None:
    """Where a person has decided for their own value, it holds."""
    start = team()
    theirs = start.apply(update(start, 1, title="theirs"))

    forced = prefer_mine(update(start, 1, title="mine"), theirs.tables)

    assert theirs.apply(forced).task(1).title == "mine"


def test_a_forced_change_keeps_what_others_added_to_sets() -> None:
    """Deciding over a title does not take a colleague's tag away."""
    start = team(task(1, "base", tags=["old"]))
    theirs = start.apply(update(start, 1, title="theirs", tags=["old", "red"]))

    forced = prefer_mine(update(start, 1, title="mine", tags=["old", "blue"]), theirs.tables)

    assert theirs.apply(forced).task(1).tags == ["old", "red", "blue"]


@given(st.sampled_from([READY, DOING, DONE]))
def test_a_forced_change_can_be_taken_back(column: int) -> None:
    """The inverse of a forced change leads back to what others had made."""
    start = team()
    theirs = start.apply(move(start, 4, column, "ana", NOW, override=True))
    forced = prefer_mine(move(start, 4, 1, "ben", LATER), theirs.tables)

    assert theirs.apply(forced).apply(forced.inverse()).tables == theirs.tables
