"""The steps inside a task."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.rules.checklist import add_item, move_item, remove_item, rename_item, tick
from store.team import Team
from tests.builders import NOW, task, team


def board() -> Team:
    """The shop, where task 20 has three steps; the second one is done."""
    steps = [("a", "Buy", False), ("b", "Cut", True), ("c", "Wrap", False)]
    return team(task(20, checklist=[{"id": id, "text": text, "done": done} for id, text, done in steps]))


def steps(change: Change) -> list[str]:
    """The steps after a change, the done ones with a tick."""
    return [item.text + "✓" * item.done for item in board().apply(change).task(20).checklist]


def test_a_new_step_goes_to_the_end() -> None:
    """A step that is added is the last one, and not done."""
    change = add_item(board(), 20, "Post\n it", "ana", NOW, item_id="d")

    assert steps(change) == ["Buy", "Cut✓", "Wrap", "Post it"]
    assert (change.label, change.by) == ("added “Post it” to the checklist of #20", "ana")


def test_a_step_is_not_added_twice() -> None:
    """An id that is taken is refused: two people's work could not be told apart."""
    with pytest.raises(Refused, match="#20 has a step “a” already"):
        add_item(board(), 20, "Post", "ana", NOW, item_id="a")


def test_ticking_goes_both_ways() -> None:
    """An open step is done afterwards, a done one open."""
    assert steps(tick(board(), 20, "a", "ana", NOW)) == ["Buy✓", "Cut✓", "Wrap"]
    assert steps(tick(board(), 20, "b", "ana", NOW)) == ["Buy", "Cut", "Wrap"]


def test_ticking_says_what_and_which_way() -> None:
    """The label has the step and the task."""
    assert tick(board(), 20, "a", "ana", NOW).label == "ticked “Buy” on #20"
    assert tick(board(), 20, "b", "ana", NOW).label == "unticked “Cut” on #20"


def test_a_renamed_step_keeps_its_tick() -> None:
    """Only the text changes."""
    change = rename_item(board(), 20, "b", "Cut twice", "ana", NOW)

    assert steps(change) == ["Buy", "Cut twice✓", "Wrap"]
    assert change.label == "renamed “Cut” to “Cut twice” on #20"


def test_a_removed_step_is_gone() -> None:
    """The others stay as they are."""
    change = remove_item(board(), 20, "b", "ana", NOW)

    assert steps(change) == ["Buy", "Wrap"]
    assert change.label == "removed “Cut” from the checklist of #20"


@pytest.mark.parametrize(
    ("id", "offset", "order"),
    [
        ("a", 1, ["Cut✓", "Buy", "Wrap"]),
        ("c", -1, ["Buy", "Wrap", "Cut✓"]),
        ("a", 9, ["Cut✓", "Wrap", "Buy"]),
        ("c", -9, ["Wrap", "Buy", "Cut✓"]),
    ],
)
def test_a_step_goes_up_and_down(id: str, offset: int, order: list[str]) -> None:
    """A step moves by the offset, at most to the edge."""
    assert steps(move_item(board(), 20, id, offset, "ana", NOW)) == order


@pytest.mark.parametrize(("id", "offset"), [("a", -1), ("c", 1)])
def test_at_the_edge_nothing_changes(id: str, offset: int) -> None:
    """A step that cannot go further gives an empty change."""
    assert not move_item(board(), 20, id, offset, "ana", NOW)


@pytest.mark.parametrize("text", ["", " \n", "\x1b[31m"])
def test_a_step_has_words(text: str) -> None:
    """A step without text is refused, when it is made and when it is renamed."""
    with pytest.raises(Refused, match="The step is empty"):
        add_item(board(), 20, text, "ana", NOW, item_id="d")
    with pytest.raises(Refused, match="The step is empty"):
        rename_item(board(), 20, "a", text, "ana", NOW)


def test_a_step_is_not_a_novel() -> None:
    """More than a line holds is refused, when it is made and when it is renamed."""
    with pytest.raises(Refused, match=r"The checklist .* is too long: 1,001 characters"):
        add_item(board(), 20, "x" * 1001, "ana", NOW, item_id="d")
    with pytest.raises(Refused, match=r"The checklist .* is too long: 1,001 characters"):
        rename_item(board(), 20, "a", "x" * 1001, "ana", NOW)


@pytest.mark.parametrize(
    "rule",
    [
        lambda board: tick(board, 20, "z", "ana", NOW),
        lambda board: rename_item(board, 20, "z", "x", "ana", NOW),
        lambda board: remove_item(board, 20, "z", "ana", NOW),
        lambda board: move_item(board, 20, "z", 1, "ana", NOW),
    ],
)
def test_a_step_that_is_gone_is_not_found(rule: Callable[[Team], Change]) -> None:
    """The sentence names the step, and why it may be gone."""
    with pytest.raises(NotFound, match="#20 has no step “z”; somebody may have removed it"):
        rule(board())


def test_an_archived_task_has_no_new_steps() -> None:
    """What is put away has to be restored first."""
    with pytest.raises(Refused, match="restore it first"):
        add_item(team(task(20, archived_at=NOW)), 20, "x", "ana", NOW, item_id="d")


def test_what_a_newer_version_wrote_into_a_step_stays() -> None:
    """A field of a step that this version does not know survives a tick."""
    before = team(task(20, checklist=[{"id": "a", "text": "Buy", "mood": "sunny"}]))

    after = before.apply(tick(before, 20, "a", "ana", NOW))

    assert after.tables["tasks"][20]["checklist"] == [
        {"id": "a", "text": "Buy", "mood": "sunny", "done": True}
    ]
