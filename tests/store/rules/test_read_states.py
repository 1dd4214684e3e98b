"""Keeping what people have read."""

from __future__ import annotations

import pytest

from store.change import Change
from store.errors import Refused
from store.models import ReadState
from store.news.audience import owed_by
from store.news.marks import Marks, Read, state_of
from store.rules import setup
from store.rules.read_states import mark_all_read, mark_read
from store.team import Team
from tests import news
from tests.builders import LATER, LONG_AGO, NOW, team

BOARD = team(*(news.post(id) for id in range(1, 6)), *(news.reply(id, 1, "ana") for id in range(1, 4)))


def read(*posts: int, replies: tuple[int, ...] = ()) -> Read:
    """What was read."""
    return Read(frozenset(posts), frozenset(replies))


def committed(board: Team, change: Change) -> Team:
    """The team with a change, and numbers for what is new."""
    return board.apply(change.renumbered({("read_states", -1): 1}))


def many(count: int, unread: int = 0, board: Team | None = None) -> Team:
    """Ben has read one post after the other of so many, but not the one with the number `unread`."""
    board = board or team(*(news.post(id) for id in range(1, count + 1)))
    numbers = [id for id in range(1, count + 1) if id != unread]
    return committed(board, mark_read(board, "ben", read(*numbers), NOW))


def test_what_was_read_is_kept() -> None:
    """Several at once are one change, of one document of the person's own."""
    change = mark_read(BOARD, "ben", read(2, 4, replies=(3,)), NOW)

    after = committed(BOARD, change)
    assert list(after.all(ReadState)) == [ReadState(id=1, login="ben", posts=[2, 4], replies=[3])]
    assert (change.label, change.by, change.at) == ("read the news", "ben", NOW)
    assert Marks(after, "ben").posts == {1, 3, 5}


def test_more_goes_into_the_same_document() -> None:
    """A person has one."""
    after = committed(BOARD, mark_read(BOARD, "ben", read(2), NOW))

    after = after.apply(mark_read(after, "ben", read(4, replies=(1,)), LATER))

    assert list(after.all(ReadState)) == [ReadState(id=1, login="ben", posts=[2, 4], replies=[1])]


@pytest.mark.parametrize(
    "state",
    [
        news.read_state(1, "ben", posts=[2, 4], replies=[3]),
        news.read_state(1, "ben", posts=[4, 2], replies=[3, 1]),
        news.read_state(1, "ben", posts_up_to=4, replies_up_to=3),
        news.read_state(1, "ben", posts_up_to=4, posts=[2, 1], replies_up_to=9),
    ],
)
def test_what_is_known_as_read_is_no_change(state: ReadState) -> None:
    """In whatever order and form it is kept."""
    board = BOARD.apply(Change.insert("read_states", state, id=1))

    assert not mark_read(board, "ben", read(2, 4, replies=(3,)), NOW)
    assert not mark_read(board, "ben", read(), NOW)


def test_nothing_read_is_no_change() -> None:
    """No document is made for it."""
    assert not mark_read(BOARD, "ben", Read(), NOW)


def test_a_long_list_is_made_short() -> None:
    """Two hundred numbers are kept one by one; of more, all before the first unread one are one number."""
    assert state_of(many(200), "ben").posts == list(range(1, 201))
    short = state_of(many(201), "ben")
    assert (short.posts_up_to, short.posts) == (201, [])
    gap = state_of(many(260, unread=250), "ben")
    assert (gap.posts_up_to, gap.posts) == (249, list(range(251, 261)))


def test_a_short_list_says_the_same_as_a_long_one() -> None:
    """What was unread before is unread after, and nothing else."""
    assert Marks(many(260, unread=250), "ben").posts == {250}
    assert Marks(many(260, unread=1), "ben").posts == {1}


def test_what_comes_later_with_an_older_clock_is_unread() -> None:
    """A post that was written offline before the others gets a later number, and is not passed over."""
    offline = news.post(202, at=LONG_AGO.replace(year=2020))
    for board in (many(201), committed(BOARD, mark_all_read(BOARD, "ben", NOW))):
        after = board.apply(Change.insert("posts", offline, id=202))

        assert Marks(after, "ben").posts == {202}


def test_what_was_committed_meanwhile_is_unread() -> None:
    """A list that is made short knows only the posts that its person's host knew."""
    board = team(*(news.post(id) for id in range(1, 203)))
    change = mark_read(board, "ben", read(*range(1, 203)), NOW)
    later = board.apply(Change.insert("posts", news.post(203), id=203))

    assert Marks(committed(later, change), "ben").posts == {203}


def test_replies_where_one_takes_no_part_do_not_keep_the_list_long() -> None:
    """They are never shown as unread; one that is shown is not passed over."""
    below = [
        news.reply(1, 1, "cem"),
        *(news.reply(id, 2, "ben" if id == 2 else "cem") for id in range(2, 300)),
    ]
    board = team(news.post(1), news.post(2), *below)

    for unread, up_to in ((0, 299), (280, 279)):
        numbers = tuple(id for id in range(2, 300) if id != unread)
        after = committed(board, mark_read(board, "ben", read(1, 2, replies=numbers), NOW))

        assert state_of(after, "ben").replies_up_to == up_to
        assert Marks(after, "ben").unread == ({2} if unread else frozenset())


def test_everything_is_read_at_once() -> None:
    """Two numbers are kept, and no lists."""
    board = committed(BOARD, mark_read(BOARD, "ben", read(2, replies=(1,)), NOW))

    after = board.apply(mark_all_read(board, "ben", LATER))

    assert list(after.all(ReadState)) == [ReadState(id=1, login="ben", posts_up_to=5, replies_up_to=3)]
    assert Marks(after, "ben").unread == frozenset()
    assert Marks(after, "cem").posts == {1, 2, 3, 4, 5}
    assert not mark_all_read(after, "ben", LATER)


def test_where_there_is_nothing_everything_is_read() -> None:
    """Nothing has to be kept for it."""
    assert not mark_all_read(team(), "ben", NOW)


def test_everything_is_read_in_both_of_two_documents() -> None:
    """Two hosts have each begun one; together they are one, before and after."""
    board = team(
        *(news.post(id) for id in range(1, 6)),
        news.read_state(1, "ben", posts=[5]),
        news.read_state(2, "ben", posts_up_to=2, posts=[4]),
    )

    one = board.apply(mark_read(board, "ben", read(3), NOW))
    assert state_of(one, "ben") == ReadState(id=1, login="ben", posts_up_to=2, posts=[3, 4, 5])
    every = board.apply(mark_all_read(board, "ben", NOW))
    assert Marks(every, "ben").posts == frozenset()


def test_nobody_falls_back() -> None:
    """What was read stays so, also when the newest posts were taken back by who wrote them."""
    board = team(*(news.post(id) for id in range(1, 4)), news.read_state(1, "ben", posts_up_to=90))

    after = board.apply(mark_all_read(board, "ben", NOW))

    assert state_of(after, "ben").posts_up_to == 90


@pytest.mark.parametrize("id", [1, 2])
def test_numbers_that_another_program_wrote_too_large_are_not_in_the_way(id: int) -> None:
    """What a rule would refuse to write is left where it is."""
    huge = {"login": "ben", "posts": [10**20, -(10**20), 1], "posts_up_to": 10**20, "replies": [10**20]}
    states = {id: huge, 3 - id: {"login": "ben", "posts": [2]}}
    board = Team({**BOARD.tables, "read_states": states})

    for change in (mark_read(board, "ben", read(replies=(3,)), NOW), mark_all_read(board, "ben", NOW)):
        assert 3 not in Marks(board.apply(change), "ben").replies.get(1, ())


def test_who_is_not_in_the_team_has_nothing_to_read() -> None:
    """Nothing is kept for her."""
    for rule in (lambda: mark_read(BOARD, "zoe", read(1), NOW), lambda: mark_all_read(BOARD, "zoe", NOW)):
        with pytest.raises(Refused, match="“zoe” is not in the team and can only read"):
            rule()


def test_who_joins_begins_with_nothing_unread() -> None:
    """A newcomer is not greeted by years of news; what has to be acknowledged she owes all the same."""
    asked = news.post(9, acknowledge_by=NOW.date())
    board = team(*(news.post(id) for id in range(1, 4)), asked)
    change = setup.add_member(board, "zoe", "ana", NOW)
    after = board.apply(change.renumbered({("members", -1): 9, ("read_states", -1): 1}))

    assert Marks(after, "zoe").unread == frozenset()
    assert [post.id for post in owed_by(after, "zoe")] == [9]
    assert setup.add_member(team(), "zoe", "ana", NOW).touched() == {("members", -1)}
