"""What one person sees: own changes at once, on top of what the folder says."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from store.change import Change
from store.errors import Clash, Refused
from store.log.record import Commit
from store.models import Task
from store.repository import Committed, Parked
from store.rules import checklist, comments, tasks
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, DOING, LATER, READY, SHOP
from tui.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk(builders.team())


def edited(team: Team, number: int, by: str = "ana", **fields: Any) -> Change:
    return tasks.edit(team, number, by, LATER, **fields)


def committed(change: Change, numbers: dict[tuple[str, int], int] | None = None) -> Committed:
    """What the connection reports of a change that went through."""
    numbers = numbers or {}
    return Committed("me", 1, Commit(1, "me", 1, change.renumbered(numbers), numbers))


def with_change(team: Team, change: Change) -> Team:
    """The folder's snapshot after somebody's commit."""
    return team.apply(change)


def _card(desk: Desk, title: str, id: int) -> Change:
    return tasks.create(desk.team, title, "ana", LATER, column=BACKLOG, role=SHOP, id=id)


def test_a_change_is_seen_before_it_is_committed(desk: Desk) -> None:
    """What was done is in the snapshot at once, and counted as waiting."""
    desk.act(edited(desk.team, 1, title="Order red paper"))

    assert desk.team.task(1).title == "Order red paper"
    assert desk.waiting == 1


def test_a_committed_change_stays_and_waits_no_longer(desk: Desk) -> None:
    """After the commit the snapshot is the folder's, with the change in it."""
    change = edited(desk.team, 1, title="Order red paper")
    ticket = desk.act(change)
    desk.committed(ticket, committed(change))
    desk.arrived(with_change(builders.team(), change), change.touched())

    assert desk.team.task(1).title == "Order red paper"
    assert desk.waiting == 0


def test_own_waiting_changes_lie_over_what_others_did(desk: Desk) -> None:
    """A colleague's new value of the same field is not seen until it is decided; her other fields are."""
    desk.act(edited(desk.team, 1, title="Mine"))
    theirs = edited(builders.team(), 1, "ben", title="Theirs", due="2026-12-01")
    desk.arrived(with_change(builders.team(), theirs), theirs.touched())

    task = desk.team.task(1)
    assert (task.title, str(task.due)) == ("Mine", "2026-12-01")


def test_what_may_look_different_includes_own_waiting_changes(desk: Desk) -> None:
    """When news arrives, the cards with own changes on top are named as well."""
    desk.act(edited(desk.team, 1, title="Mine"))
    theirs = edited(builders.team(), 2, "ben", title="Theirs")
    touched = desk.arrived(with_change(builders.team(), theirs), theirs.touched())

    assert touched == {("tasks", 1), ("tasks", 2)}


def test_when_anything_may_have_changed_it_stays_so(desk: Desk) -> None:
    """`None`, which means anything, is passed on."""
    assert desk.arrived(builders.team(), None) is None


def test_a_removed_card_takes_own_changes_to_it_along(desk: Desk) -> None:
    """A card that a colleague's undo took away is not shown because of a change that waits."""
    desk.act(edited(desk.team, 1, title="Mine"))
    gone = Change.insert("tasks", builders.team().task(1), id=1).inverse()
    desk.arrived(with_change(builders.team(), gone), gone.touched())

    assert desk.team.find(Task, 1) is None


def test_waiting_changes_to_a_new_card_follow_its_number(desk: Desk) -> None:
    """A card that was made, moved and commented on before its commit keeps all that under its real number."""
    new = desk.new_id()
    made = tasks.create(desk.team, "Buy tape", "ana", LATER, column=BACKLOG, role=SHOP, id=new)
    ticket = desk.act(made)
    desk.act(edited(desk.team, new, title="Buy brown tape"))
    desk.act(comments.comment(desk.team, new, "Two rolls", "ana", LATER, id=desk.new_id()))
    numbers = desk.committed(ticket, committed(made, {("tasks", new): 9}))
    desk.arrived(with_change(builders.team(), made.renumbered(numbers)), frozenset({("tasks", 9)}))

    assert numbers == {("tasks", new): 9}
    assert desk.team.find(Task, new) is None
    assert desk.team.task(9).title == "Buy brown tape"
    assert [comment.text for comment in desk.team.comments(9)] == ["Two rolls"]


def test_a_number_that_a_rule_gave_is_used_once(desk: Desk) -> None:
    """Two cards that their rules both gave -1 get numbers of their own, also where they are referred to."""
    for title in ("Buy tape", "Buy boxes"):
        change = tasks.create(desk.team, title, "ana", LATER, column=BACKLOG, role=SHOP)
        desk.act(desk.fresh(change))

    first, second = sorted((t.id for t in desk.team.all(Task) if t.id < 0), reverse=True)
    assert -1 not in (first, second)
    assert desk.team.task(second).title == "Buy boxes"


def test_a_number_that_was_given_out_is_kept_once(desk: Desk) -> None:
    """Who asked for a number finds the document under it; what uses it again gets another one."""
    id = desk.new_id()
    made = [desk.fresh(_card(desk, "Buy tape", id))]
    desk.act(made[0])
    made.append(desk.fresh(_card(desk, "Buy boxes", id)))

    assert made[0].edits[0].id == id
    assert made[1].edits[0].id != id


def test_a_refused_number_can_be_used_again(desk: Desk) -> None:
    """After a change that could not be put down, the same form hands in the same number."""
    id = desk.new_id()
    desk.withdraw(desk.act(desk.fresh(_card(desk, "Buy tape", id))))

    assert desk.fresh(_card(desk, "Buy tape", id)).edits[0].id == id


def test_a_change_made_on_the_old_number_is_seen_on_the_new_one(desk: Desk) -> None:
    """What a form that was opened before the commit hands in afterwards finds its card."""
    new = desk.new_id()
    made = tasks.create(desk.team, "Buy tape", "ana", LATER, column=BACKLOG, role=SHOP, id=new)
    ticket = desk.act(made)
    late = edited(desk.team, new, title="Buy brown tape")
    numbers = desk.committed(ticket, committed(made, {("tasks", new): 9}))
    desk.arrived(with_change(builders.team(), made.renumbered(numbers)), frozenset({("tasks", 9)}))
    desk.act(late)

    assert desk.team.task(9).title == "Buy brown tape"


def test_a_new_card_can_be_undone_after_it_got_its_number(desk: Desk) -> None:
    """Undo takes away the card under its real number."""
    new = desk.new_id()
    made = tasks.create(desk.team, "Buy tape", "ana", LATER, column=BACKLOG, role=SHOP, id=new)
    ticket = desk.act(made)
    numbers = desk.committed(ticket, committed(made, {("tasks", new): 9}))
    desk.arrived(with_change(builders.team(), made.renumbered(numbers)), frozenset({("tasks", 9)}))
    desk.act(desk.undo(LATER), undoable=False)

    assert desk.team.find(Task, 9) is None


def test_numbers_of_an_earlier_run_change_nothing_here(desk: Desk) -> None:
    """A card that an earlier run made as -1 does not give its number to this run's -1."""
    new = desk.new_id()
    made = tasks.create(desk.team, "Buy tape", "ana", LATER, column=BACKLOG, role=SHOP, id=new)
    desk.act(made)

    assert desk.committed(None, committed(made, {("tasks", new): 9})) == {}
    assert desk.team.task(new).title == "Buy tape"


def test_undo_takes_back_what_still_waits(desk: Desk) -> None:
    """A step can be undone before it is committed; both then wait."""
    desk.act(edited(desk.team, 1, title="Mine"))
    desk.act(desk.undo(LATER), undoable=False)

    assert desk.team.task(1).title == "Order wrapping paper"
    assert desk.waiting == 2


def test_undo_and_redo_walk_the_steps(desk: Desk) -> None:
    """Two steps back and one forth is one step back."""
    desk.act(edited(desk.team, 1, title="One"))
    desk.act(edited(desk.team, 1, title="Two"))
    for _ in range(2):
        desk.act(desk.undo(LATER), undoable=False)
    assert desk.team.task(1).title == "Order wrapping paper"
    desk.act(desk.redo(LATER), undoable=False)

    assert desk.team.task(1).title == "One"


def test_a_new_step_ends_what_can_be_redone(desk: Desk) -> None:
    """After something new was done, there is nothing to redo."""
    desk.act(edited(desk.team, 1, title="One"))
    desk.act(desk.undo(LATER), undoable=False)
    desk.act(edited(desk.team, 2, title="Two"))

    with pytest.raises(Refused, match="nothing to redo"):
        desk.redo(LATER)


def test_an_undo_says_when_it_was_done(desk: Desk) -> None:
    """The time of the undo is its own, not that of the step."""
    desk.act(edited(desk.team, 1, title="One"))

    assert desk.undo(LATER + timedelta(hours=2)).at == LATER + timedelta(hours=2)


def test_undo_is_refused_when_somebody_changed_the_same(desk: Desk) -> None:
    """After a colleague changed the same field, the sentence names the step and changes nothing."""
    change = edited(desk.team, 1, title="Mine")
    ticket = desk.act(change)
    desk.committed(ticket, committed(change))
    team = with_change(builders.team(), change)
    theirs = edited(team, 1, "ben", title="Theirs")
    desk.arrived(with_change(team, theirs), theirs.touched())

    with pytest.raises(Refused, match="cannot be undone"):
        desk.undo(LATER)
    assert desk.team.task(1).title == "Theirs"


def test_undo_leaves_a_colleagues_other_fields(desk: Desk) -> None:
    """Undoing my title does not take back her date."""
    change = edited(desk.team, 1, title="Mine")
    ticket = desk.act(change)
    desk.committed(ticket, committed(change))
    team = with_change(builders.team(), change)
    theirs = edited(team, 1, "ben", due="2026-12-01")
    desk.arrived(with_change(team, theirs), theirs.touched())
    desk.act(desk.undo(LATER), undoable=False)

    task = desk.team.task(1)
    assert (task.title, str(task.due)) == ("Order wrapping paper", "2026-12-01")


def test_a_parked_change_is_not_shown_any_more(desk: Desk) -> None:
    """What stands against a colleague's work gives way to it until it is decided, and is no step to undo."""
    change = edited(desk.team, 1, title="Mine")
    ticket = desk.act(change)
    theirs = edited(builders.team(), 1, "ben", title="Theirs")
    gone = desk.parked(ticket, Parked("me", 1, change, Clash([])))
    desk.arrived(with_change(builders.team(), theirs), theirs.touched())

    assert gone == {("tasks", 1)}
    assert desk.team.task(1).title == "Theirs"
    assert desk.waiting == 0
    with pytest.raises(Refused, match="nothing to undo"):
        desk.undo(LATER)


def test_a_parked_change_of_an_earlier_run_touches_nothing(desk: Desk) -> None:
    """A change that was never shown here leaves nothing to draw again."""
    change = edited(desk.team, 1, title="Mine")

    assert desk.parked(None, Parked("before", 1, change, Clash([]))) == frozenset()


def test_what_waits_behind_a_parked_change_is_still_shown(desk: Desk) -> None:
    """Only the parked change goes; the next one, on another card, stays."""
    first = edited(desk.team, 1, title="Mine")
    ticket = desk.act(first)
    desk.act(edited(desk.team, 2, title="Also mine"))
    desk.parked(ticket, Parked("me", 1, first, Clash([])))
    desk.arrived(builders.team(), frozenset())

    assert desk.team.task(1).title == "Order wrapping paper"
    assert desk.team.task(2).title == "Also mine"


def test_ticks_of_both_sides_are_seen(desk: Desk) -> None:
    """A waiting tick and a colleague's tick of another item of the same list are both shown."""
    items = [{"id": "a", "text": "Tape"}, {"id": "b", "text": "Paper"}]
    team = builders.team(builders.task(1, checklist=items))
    desk = Desk(team)
    desk.act(checklist.tick(team, 1, "a", "ana", LATER))
    theirs = checklist.tick(team, 1, "b", "ben", LATER)
    desk.arrived(with_change(team, theirs), theirs.touched())

    assert [item.done for item in desk.team.task(1).checklist] == [True, True]


def test_numbers_for_new_documents_are_never_used_twice(desk: Desk) -> None:
    """Every new document has its own negative number."""
    ids = {desk.new_id() for _ in range(5)}

    assert len(ids) == 5
    assert max(ids) < 0


def test_moves_are_seen_in_their_column(desk: Desk) -> None:
    """A card that waits in another column is counted there and nowhere else."""
    from store.rules import moving

    desk.act(moving.move(desk.team, 1, READY, "ana", LATER))
    desk.act(moving.move(desk.team, 1, DOING, "ana", LATER))

    assert builders.numbers(desk.team, DOING, SHOP) == [1]
    assert 1 not in builders.numbers(desk.team, READY, SHOP)
