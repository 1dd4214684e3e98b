"""The filters that a team keeps."""

from __future__ import annotations

from typing import Any

import pytest

from store.change import Change
from store.errors import Clash, NotFound, Refused
from store.merge import rebase
from store.models import SavedFilter
from store.rules.filters import edit, move, remove, save
from store.team import Team
from tests.builders import LATER, NOW, team


def shop() -> Team:
    """The shop with three filters, two of them on keys."""
    return team(
        SavedFilter(id=1, name="Mine", query="@me is:open", key="1", position="B"),
        SavedFilter(id=2, name="Blocked", query="is:blocked", key="b", position="C"),
        SavedFilter(id=3, name="Late", query="is:overdue", position="D"),
        SavedFilter(id=4, name="Gone", query="x", key="g", position="A", archived_at=NOW),
    )


def names(board: Team) -> list[str]:
    """The filters in use, in order."""
    return [kept.name for kept in board.filters]


def test_a_filter_is_saved_behind_the_others() -> None:
    """It has its name, query and key, and the label says what was done."""
    change = save(shop(), " Spring  shoot", "#spring is:open", "ana", NOW, key="s")
    kept = shop().apply(change).filters[-1]

    assert (kept.name, kept.query, kept.key) == ("Spring shoot", "#spring is:open", "s")
    assert (change.label, change.by, change.at) == ("saved the filter “Spring shoot”", "ana", NOW)


def test_the_first_filter_of_a_team() -> None:
    """A team without any can save one."""
    assert names(team().apply(save(team(), "Mine", "@me", "ana", NOW))) == ["Mine"]


@pytest.mark.parametrize(
    ("name", "query", "key", "sentence"),
    [
        (" ", "@me", "", "The filter has no name"),
        ("New", " ", "", "The filter is empty; write what it shows, like “@me is:open”."),
        ("MINE", "x", "", "There is already a filter “Mine”; choose another name."),
        ("New", "x", "1", "The key “1” calls up “Mine”; choose another key."),
        ("New", "x", "12", "“12” is not one key; choose a single letter, digit or sign."),
        ("New", "is:foo", "", "There is no state “foo”; choose blocked"),
        ("New", "due:27.", "", "“27.” is not a day"),
        ("N" * 61, "x", "", "The name “N+…” is too long"),
    ],
)
def test_what_does_not_fit_is_not_saved(name: str, query: str, key: str, sentence: str) -> None:
    """The sentence says what is wrong, and what to do."""
    with pytest.raises(Refused, match=sentence):
        save(shop(), name, query, "ana", NOW, key=key)


@pytest.mark.parametrize(("name", "key"), [("Gone", "g"), ("New", "B"), ("Other", "")])
def test_what_is_free_can_be_taken(name: str, key: str) -> None:
    """Name and key of a removed filter are free again; capital letters are other keys."""
    assert save(shop(), name, "x", "ana", NOW, key=key)


def test_a_filter_is_edited() -> None:
    """Name, query and key change, also one at a time."""
    change = edit(shop(), 1, "ana", NOW, name="My cards", key="m")
    kept = shop().apply(change).filters[0]

    assert (kept.name, kept.query, kept.key) == ("My cards", "@me is:open", "m")
    assert change.label == "changed the name and key of the filter “Mine”"
    assert not edit(shop(), 1, "ana", NOW, name="Mine", key="1")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": "blocked"}, "There is already a filter “Blocked”"),
        ({"key": "b"}, "The key “b” calls up “Blocked”"),
        ({"query": "is:foo"}, "There is no state “foo”"),
        ({"query": ""}, "The filter is empty"),
        ({"position": "A"}, "The position of a filter is not edited like this"),
        ({"colour": "red"}, "There is no field “colour”"),
    ],
)
def test_edits_that_are_refused(fields: dict[str, Any], sentence: str) -> None:
    """The same rules hold as for saving."""
    with pytest.raises(Refused, match=sentence):
        edit(shop(), 1, "ana", NOW, **fields)


def test_a_removed_filter_can_come_back() -> None:
    """Removing is undone like anything else."""
    board = shop()
    change = remove(board, 2, "ana", NOW)
    after = board.apply(change)

    assert (names(after), change.label) == (["Mine", "Late"], "removed the filter “Blocked”")
    assert names(after.apply(change.inverse())) == ["Mine", "Blocked", "Late"]


def test_filters_are_moved() -> None:
    """One up or down; at the edge nothing changes."""
    board = shop()

    assert names(board.apply(move(board, 3, -1, "ana", NOW))) == ["Mine", "Late", "Blocked"]
    assert names(board.apply(move(board, 1, 1, "ana", NOW))) == ["Blocked", "Mine", "Late"]
    assert not move(board, 1, -1, "ana", NOW)


@pytest.mark.parametrize("id", [4, 99])
def test_what_is_not_there_is_not_found(id: int) -> None:
    """A filter that was removed, or never was, cannot be changed."""
    for rule in (remove, lambda *a: edit(*a, name="x"), lambda t, i, by, now: move(t, i, 1, by, now)):
        with pytest.raises(NotFound, match=f"There is no filter {id}"):
            rule(shop(), id, "ana", NOW)


def test_two_people_change_different_things() -> None:
    """A new name and a new key for one filter both hold; two new names are a clash."""
    board = shop()
    renamed = board.apply(edit(board, 1, "ana", NOW, name="My cards"))

    both = renamed.apply(rebase(edit(board, 1, "ben", LATER, key="m"), renamed.tables))
    assert (both.filters[0].name, both.filters[0].key) == ("My cards", "m")
    with pytest.raises(Clash):
        rebase(edit(board, 1, "ben", LATER, name="Own cards"), renamed.tables)


def test_filters_are_kept_from_snapshot_to_snapshot() -> None:
    """Another change leaves them the same objects; one to them is seen."""
    board = shop()
    before = board.filters
    other = board.apply(Change.update("tasks", board.task(1), title="x"))

    assert other.filters is before
    assert names(other.apply(remove(other, 1, "ana", NOW))) == ["Blocked", "Late"]
