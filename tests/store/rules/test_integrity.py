"""What two people did at once and no merge can see is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import pytest

from store.change import Change, combine
from store.errors import Refused
from store.merge import rebase
from store.models import Raw
from store.rules.comments import comment
from store.rules.filters import remove, save
from store.rules.integrity import check
from store.rules.links import depend, undepend
from store.rules.moving import hand_over, move
from store.rules.setup import add_column, add_member, add_role, edit_column, edit_role
from store.rules.tasks import archive, create, edit, restore
from store.team import Team
from tests.builders import DOING, DONE, MAIL, NOW, PHOTO, READY, SHOP, task, team

Rule = Callable[[Team, datetime], Change]


def both(base: Team, theirs: Change, mine: Change) -> Team:
    """The team after two changes that did not know of each other, checked as a commit is."""
    after = base.apply(numbered(base, theirs))
    mine = rebase(numbered(after, mine), after.tables)
    result = after.apply(mine)
    check(result, mine)
    return result


def numbered(base: Team, change: Change) -> Change:
    """The change with numbers for its new documents, as a commit gives them."""
    free = {(table, -1): max(rows, default=0) + 1 for table, rows in base.tables.items()}
    return change.renumbered(free)


def alone(base: Team, change: Change) -> Team:
    """The team after one change, checked as a commit is."""
    change = numbered(base, change)
    check(base.apply(change), change)
    return base.apply(change)


def test_two_links_that_make_a_circle_are_refused() -> None:
    """Each link was right by itself; together the tasks would wait for each other."""
    board = team()

    with pytest.raises(Refused, match="#2 would wait for itself: #2 → #1 → #2"):
        both(board, depend(board, 1, 2, "ana", NOW), depend(board, 2, 1, "ben", NOW))


def test_two_links_without_a_circle_both_hold() -> None:
    """Links that do not meet are both there."""
    board = team()

    after = both(board, depend(board, 1, 2, "ana", NOW), depend(board, 1, 4, "ben", NOW))

    assert sorted(after.task(1).depends_on) == [2, 4]


def test_an_old_circle_does_not_hold_up_other_work() -> None:
    """A circle that came in from outside is not this change's fault, and can be taken apart."""
    board = team(task(20, depends_on=[21]), task(21, depends_on=[20]))

    assert alone(board, edit(board, 20, "ana", NOW, title="x"))
    assert alone(board, undepend(board, 20, 21, "ana", NOW))


@pytest.mark.parametrize(
    ("theirs", "mine", "sentence"),
    [
        (
            lambda t, now: edit_column(t, READY, "ana", now, archived_at=now),
            lambda t, now: move(t, 1, READY, "ben", now),
            "The column “Ready” was archived meanwhile; choose another column for #1",
        ),
        (
            lambda t, now: move(t, 1, READY, "ben", now),
            lambda t, now: edit_column(t, READY, "ana", now, archived_at=now),
            "The column “Ready” still has 1 card; move them first",
        ),
        (
            lambda t, now: edit_role(t, PHOTO, "ana", now, archived_at=now),
            lambda t, now: hand_over(t, 1, PHOTO, "ben", now),
            "The role “Photography” was archived meanwhile; choose another role for #1",
        ),
        (
            lambda t, now: hand_over(t, 1, PHOTO, "ben", now),
            lambda t, now: edit_role(t, PHOTO, "ana", now, archived_at=now),
            "The role “Photography” still has 1 card; move them first",
        ),
        (
            lambda t, now: edit_column(t, READY, "ana", now, archived_at=now),
            lambda t, now: create(t, "x", "ben", now, column=READY),
            "The column “Ready” was archived meanwhile",
        ),
        (
            lambda t, now: edit_column(t, READY, "ana", now, archived_at=now),
            lambda t, now: restore(t, 20, "ben", now),
            "The column “Ready” was archived meanwhile; choose another column for #20",
        ),
        (
            lambda t, now: add_member(t, "dan", "ana", now),
            lambda t, now: add_member(t, "Dan", "ben", now),
            "There is already a member with the login “Dan”; choose another",
        ),
        (
            lambda t, now: add_column(t, "Review", "ana", now),
            lambda t, now: add_column(t, "review", "ben", now),
            "There is already a column called “review”; choose another",
        ),
        (
            lambda t, now: add_role(t, "Post", "ana", now),
            lambda t, now: edit_role(t, MAIL, "ben", now, name="post"),
            "There is already a role called “post”; choose another",
        ),
        (
            lambda t, now: save(t, "Mine", "@me", "ana", now),
            lambda t, now: save(t, "mine", "is:mine", "ben", now),
            "There is already a filter called “mine”; choose another",
        ),
        (
            lambda t, now: save(t, "Mine", "@me", "ana", now, key="m"),
            lambda t, now: save(t, "Marketing", "role:news", "ben", now, key="m"),
            "There is already a filter on the key “m”; choose another",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(theirs: Rule, mine: Rule, sentence: str) -> None:
    """Each change was right by itself; the second one is refused in a sentence."""
    board = team(tasks=[task(1), task(20, column=READY, archived_at=NOW)])

    with pytest.raises(Refused, match=sentence):
        both(board, theirs(board, NOW), mine(board, NOW))


def test_filters_without_a_key_are_no_twins() -> None:
    """Any number of filters may have none, and `m` is not `M`."""
    board = team()

    after = both(board, save(board, "A", "x", "ana", NOW), save(board, "B", "x", "ben", NOW))
    both(after, save(after, "C", "x", "ana", NOW, key="m"), save(after, "D", "x", "ben", NOW, key="M"))


def test_a_filter_does_not_come_back_under_a_name_that_is_taken() -> None:
    """Undoing a removal is refused when somebody has saved another one under its name."""
    board = team()
    board = alone(board, save(board, "Mine", "@me", "ana", NOW))
    gone = remove(board, 1, "ana", NOW)
    board = board.apply(gone)

    with pytest.raises(Refused, match="There is already a filter called “Mine”"):
        both(board, save(board, "Mine", "is:mine", "ben", NOW), gone.inverse())


def undo_of_creation() -> tuple[Team, Change]:
    """The shop with new task 9, and the change that takes it back."""
    board = team()
    made = numbered(board, create(board, "New", "ana", NOW))
    return board.apply(made), made.inverse()


def test_a_creation_can_be_undone() -> None:
    """What nobody refers to goes again."""
    board, undo = undo_of_creation()

    assert alone(board, undo).find(type(board.task(1)), 9) is None


@pytest.mark.parametrize(
    ("use", "sentence"),
    [
        (
            lambda t, now: comment(t, 9, "nice", "ben", now),
            "#9 is used by 1 comment",
        ),
        (
            lambda t, now: depend(t, 1, 9, "ben", now),
            "#9 is used by 1 task, so it is not removed",
        ),
    ],
)
def test_a_task_that_others_use_is_not_removed(use: Rule, sentence: str) -> None:
    """Undoing a creation does not pull the ground from under others."""
    board, undo = undo_of_creation()

    with pytest.raises(Refused, match=sentence):
        both(board, use(board, NOW), undo)


@pytest.mark.parametrize(
    "use", [lambda t, now: comment(t, 9, "nice", "ben", now), lambda t, now: depend(t, 1, 9, "ben", now)]
)
def test_what_was_removed_is_not_used(use: Rule) -> None:
    """A comment on a task that is gone, or a link to it, is refused."""
    board, undo = undo_of_creation()

    with pytest.raises(Refused, match=r"#9 is not there any more|#9: that task is not there any more"):
        both(board, undo, use(board, NOW))


@pytest.mark.parametrize(
    ("rule", "use", "sentence"),
    [
        (
            lambda t, now: add_column(t, "Review", "ana", now),
            lambda t, now: move(t, 1, 5, "ben", now),
            "The column “Review” is used by 1 task, so it is not removed",
        ),
        (
            lambda t, now: add_role(t, "Post", "ana", now),
            lambda t, now: hand_over(t, 1, 4, "ben", now),
            "The role “Post” is used by 1 task, so it is not removed",
        ),
        (
            lambda t, now: add_role(t, "Post", "ana", now),
            lambda t, now: add_member(t, "dan", "ben", now, roles=[4]),
            "The role “Post” is used by 1 member, so it is not removed",
        ),
    ],
)
def test_a_place_that_others_use_is_not_removed(rule: Rule, use: Rule, sentence: str) -> None:
    """A column or role that somebody has used meanwhile stays when its creation is undone."""
    board = team()
    made = numbered(board, rule(board, NOW))
    board = board.apply(made)

    with pytest.raises(Refused, match=sentence):
        both(board, use(board, NOW), made.inverse())


def test_a_column_that_is_gone_is_refused() -> None:
    """A card cannot go where there is no column any more."""
    board = team()
    made = numbered(board, add_column(board, "Review", "ana", NOW))
    board = board.apply(made)

    with pytest.raises(Refused, match="The column of #1 is not there any more; choose another column"):
        both(board, made.inverse(), move(board, 1, 5, "ben", NOW))


def test_an_archived_task_may_lie_where_it_was() -> None:
    """Archiving a task and its column at once is no contradiction."""
    board = team(tasks=[task(1, column=READY)])
    away = board.apply(archive(board, 1, "ana", NOW))

    after = both(away, edit_column(away, READY, "ana", NOW, archived_at=NOW), Change())

    assert after.task(1).column == READY


@pytest.mark.parametrize(
    "rule",
    [
        lambda t, now: create(t, "x", "ana", now, role=SHOP, depends_on=[5]),
        lambda t, now: move(t, 1, DOING, "ana", now),
        lambda t, now: move(t, 1, DONE, "ana", now),
        lambda t, now: hand_over(t, 1, MAIL, "ana", now, note="yours"),
        lambda t, now: edit(t, 1, "ana", now, title="x"),
        lambda t, now: add_role(t, "Post", "ana", now),
        lambda t, now: Change(),
    ],
)
def test_ordinary_work_passes(rule: Rule) -> None:
    """What one person does alone is never in the way of itself."""
    board = team()

    assert alone(board, rule(board, NOW))


class Rows(dict[int, Raw]):
    """A table that knows which rows were asked for, and does not let itself be read as a whole."""

    def __init__(self, rows: Mapping[int, Raw]) -> None:
        super().__init__(rows)
        self.asked: set[int] = set()

    def get(self, id: int, default: Raw | None = None) -> Raw | None:
        self.asked.add(id)
        return super().get(id, default)

    def __iter__(self) -> Iterator[int]:
        raise AssertionError("the whole table was read")

    keys = values = items = __iter__


def test_a_check_looks_only_at_what_was_touched() -> None:
    """For a card that was moved and linked, no task is read but that card and what it waits for."""
    board = team()
    change = combine([move(board, 1, DOING, "ana", NOW), depend(board, 1, 6, "ana", NOW)], "")
    rows = Rows(board.apply(change).tables["tasks"])

    check(Team({**board.tables, "tasks": rows}), change)

    assert rows.asked == {1, 5, 6}
