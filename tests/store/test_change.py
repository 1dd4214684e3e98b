"""Changes can be applied, taken back, and put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change, Edit, combine
from store.models import Comment, Task, Unfit
from store.team import Team
from tests.builders import DOING, LATER, NOW, comment, task, team
from tests.store.strategies import changes, histories, teams


@given(st.data())
def test_a_change_and_its_inverse_leave_everything_as_it_was(data: st.DataObject) -> None:
    """Taking a change back gives the tables from before it."""
    before = data.draw(teams())
    change = data.draw(changes(before))

    assert before.apply(change).apply(change.inverse()).tables == before.tables


@given(histories())
def test_changes_put_together_do_what_they_did_one_by_one(history: tuple[Team, list[Change]]) -> None:
    """A combined change leads to the same tables as its parts."""
    first, done = history
    last = first
    for change in done:
        last = last.apply(change)

    assert first.apply(combine(done, "all")).tables == last.tables


@given(histories())
def test_changes_put_together_can_be_taken_back(history: tuple[Team, list[Change]]) -> None:
    """The inverse of a combined change leads back to the first tables."""
    first, done = history
    together = combine(done, "all")

    assert first.apply(together).apply(together.inverse()).tables == first.tables


def test_a_combined_change_is_signed_like_its_first_part() -> None:
    """Who and when come from the first change, the label is the new one."""
    parts = [Change().signed("ana", NOW, "did one"), Change().signed("ben", LATER, "did two")]

    together = combine(parts, "did both")

    assert (together.by, together.at, together.label) == ("ana", NOW, "did both")


def test_an_update_holds_only_what_changes() -> None:
    """Fields that get the value they have are left out."""
    card = task(1, "Order paper", priority="high")

    change = Change.update("tasks", card, title="Order paper", priority="low", due="2026-12-01")

    assert change.edits[0].after == {"priority": "low", "due": "2026-12-01"}


def test_an_update_that_changes_nothing_is_empty() -> None:
    """A change without edits counts as nothing."""
    assert not Change.update("tasks", task(1, "Order paper"), title="Order paper")


def test_an_emptied_field_is_none_in_the_edit_and_gone_from_the_table() -> None:
    """Emptying a field takes it out of the document."""
    before = team(task(1, due="2026-12-01"))

    change = Change.update("tasks", before.task(1), due=None)

    assert change.edits[0].after == {"due": None}
    assert "due" not in before.apply(change).tables["tasks"][1]


def test_an_update_with_a_wrong_value_is_not_made() -> None:
    """A value that does not fit its field raises."""
    with pytest.raises(Unfit):
        Change.update("tasks", task(1), due="tomorow")


def test_new_numbers_reach_what_refers_to_them() -> None:
    """Renumbering a task renumbers the comments on it and the tasks that wait for it."""
    change = Change(
        (
            *Change.insert("tasks", task(-1), id=-1).edits,
            *Change.insert("tasks", task(-2, depends_on=[-1, 5]), id=-2).edits,
            *Change.insert("comments", comment(-1, -1), id=-1).edits,
        )
    )

    numbered = change.renumbered({("tasks", -1): 9, ("tasks", -2): 10, ("comments", -1): 3})

    after = team().apply(numbered)
    assert after.task(10).depends_on == [5, 9]
    assert [c.id for c in after.comments(9)] == [3]


def test_new_numbers_reach_the_parts_of_a_document() -> None:
    """A note of a round that became a new card knows its number; what is no part is left alone."""
    notes: list[object] = [
        {"id": "a", "text": "x", "task": -1},
        {"id": "b", "text": "y", "task": None},
        "odd",
    ]
    change = Change((Edit("rounds", 1, {"notes": "odd"}, {"notes": notes}),))
    (edit,) = change.renumbered({("tasks", -1): 9}).edits

    assert edit.after == {"notes": [{"id": "a", "text": "x", "task": 9}, *notes[1:]]}
    assert edit.before == {"notes": "odd"}


def test_new_numbers_do_not_touch_other_tables() -> None:
    """The number of a comment is no task's number."""
    change = Change((Edit("tasks", 3, {"role": 1}, {"role": 2}),))

    assert change.renumbered({("comments", 3): 8, ("tasks", 2): 9}) == change


def test_signing_keeps_the_edits() -> None:
    """A signed change has a name and a time, and the same edits."""
    change = Change.insert("tasks", task(-1, column=DOING), "added it")

    signed = change.signed("ana", NOW)

    assert (signed.by, signed.at, signed.label, signed.edits) == ("ana", NOW, "added it", change.edits)


def test_touched_names_each_document() -> None:
    """`touched` has table and number of every document."""
    change = Change((Edit("tasks", 3, {}, {"title": "x"}), Edit("comments", 3, None, {"text": "x"})))

    assert change.touched() == {("tasks", 3), ("comments", 3)}


def test_documents_keep_their_kind() -> None:
    """What was inserted as a task and a comment comes back as such."""
    after = team().apply(
        combine(
            [Change.insert("tasks", task(20), id=20), Change.insert("comments", comment(1, 20), id=1)], ""
        )
    )

    assert isinstance(after.find(Task, 20), Task)
    assert isinstance(after.find(Comment, 1), Comment)
