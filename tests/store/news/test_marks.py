"""What one person has not read yet."""

from __future__ import annotations

from store.models import Member, ReadState
from store.news.marks import Marks, Read, state_of
from store.team import Team
from tests import news
from tests.builders import LONG_AGO, MAIL, NOW, PHOTO, SHOP, team

DAN = Member(id=4, login="dan", roles=[PHOTO], left_at=LONG_AGO)


def test_what_is_for_a_person_is_unread_until_she_reads_it() -> None:
    """Neither what is for others, nor her own, nor what is put away."""
    board = team(
        news.post(1),
        news.post(2, author="ben"),
        news.post(3, roles=[SHOP]),
        news.post(4, roles=[PHOTO]),
        news.post(5, people=["ben"]),
        news.post(6, roles=[SHOP], mentions=["ben"]),
        news.post(7, archived_at=NOW),
        news.post(8),
        news.read_state(1, "ben", posts=[8]),
        news.read_state(2, "cem", posts_up_to=9),
    )

    assert Marks(board, "ben").posts == Marks(board, "ben").unread == {1, 4, 5, 6}
    assert Marks(board, "cem").posts == frozenset()


def test_what_is_read_but_not_kept_yet_is_read() -> None:
    """So is all up to a number, and single ones behind it."""
    board = team(*(news.post(id) for id in range(1, 6)), news.reply(1, 4, mentions=["cem"]))
    board = team_with(board, news.read_state(1, "cem", posts_up_to=2, posts=[4]))

    assert Marks(board, "cem").posts == {3, 5}
    assert Marks(board, "cem", Read(frozenset({3}))).unread == {4, 5}
    assert Marks(board, "cem", Read(frozenset({3, 5}), frozenset({1}))).unread == frozenset()


def team_with(board: Team, state: ReadState) -> Team:
    """The team with one read state."""
    return Team({**board.tables, "read_states": {state.id: state.raw()}})


def test_what_was_read_adds_up() -> None:
    """Nothing read is false."""
    both = Read(frozenset({1})) | Read(frozenset({2}), frozenset({3}))

    assert both == Read(frozenset({1, 2}), frozenset({3}))
    assert (bool(both), bool(Read()), bool(Read(replies=frozenset({1})))) == (True, False, True)


THREADS = team(
    news.post(1, author="ben"),
    news.post(2, author="ana", mentions=["ben"]),
    news.post(3, author="ana"),
    news.post(4, author="ana"),
    news.post(5, author="ana"),
    news.post(6, author="ben", archived_at=NOW),
    news.reply(1, 1, "cem"),
    news.reply(2, 2, "cem"),
    news.reply(3, 3, "ben"),
    news.reply(4, 3, "cem"),
    news.reply(5, 4, "cem", mentions=["ben"]),
    news.reply(6, 5, "cem"),
    news.reply(7, 6, "cem", mentions=["ben"]),
    news.reply(8, 99, "cem", mentions=["ben"]),
    news.reply(9, 1, "ana"),
    news.read_state(1, "ben", posts_up_to=6),
)


def test_new_words_make_a_post_unread_for_who_takes_part() -> None:
    """Who wrote it, is named in it or below it, or has answered; not where others talk, or it is put away."""
    assert Marks(THREADS, "ben").posts == frozenset()
    assert Marks(THREADS, "ben").unread == {1, 2, 3, 4}


def test_unread_replies_are_told_by_post() -> None:
    """Oldest first, without one's own."""
    assert Marks(THREADS, "ben").replies == {1: (1, 9), 2: (2,), 3: (4,), 4: (5,), 5: (6,), 6: (7,), 99: (8,)}


def test_a_post_is_read_again_with_the_last_of_its_replies() -> None:
    """Not before."""
    for replies, is_unread in (({1}, True), ({9}, True), ({1, 9}, False)):
        assert (1 in Marks(THREADS, "ben", Read(replies=frozenset(replies))).unread) is is_unread


def test_mentions_that_are_unread_are_counted() -> None:
    """In posts and in replies, but neither those read nor below posts that are put away or gone."""
    board = team(
        news.post(1, mentions=["ben", "cem"]),
        news.post(2, mentions=["ben"]),
        news.post(3, mentions=["ben"], archived_at=NOW),
        news.post(4),
        news.reply(1, 4, "cem", mentions=["ben"]),
        news.reply(2, 4, "cem", mentions=["ben", "ana"]),
        news.reply(3, 4, "cem"),
        news.reply(4, 3, "cem", mentions=["ben"]),
        news.read_state(1, "ben", posts=[2]),
    )

    assert Marks(board, "ben").mentions == 3
    assert Marks(board, "ben", Read(frozenset({1}), frozenset({2}))).mentions == 1
    assert Marks(THREADS, "ben").mentions == 1


def test_a_post_names_a_person_in_itself_or_below() -> None:
    """Whether it is read or not; what is not there names nobody."""
    marks = Marks(THREADS, "ben")

    assert [marks.names_me(post) for post in (1, 2, 4, 5, 77)] == [False, True, True, False, False]


def test_two_read_states_of_one_person_are_one() -> None:
    """Two hosts began them at once: what is read in either is read."""
    board = team(
        *(news.post(id) for id in range(1, 8)),
        news.read_state(3, "ben", posts_up_to=2, posts=[7], replies=[1]),
        news.read_state(2, "ben", posts_up_to=1, posts=[4, 5], replies_up_to=3),
        news.read_state(1, "ana", posts_up_to=9),
    )

    assert state_of(board, "ben") == ReadState(
        id=2, login="ben", posts_up_to=2, posts=[4, 5, 7], replies_up_to=3, replies=[1]
    )
    assert Marks(board, "ben").posts == {3, 6}


def test_what_is_committed_goes_before_what_is_not() -> None:
    """One that waits for its number is not the one that is kept."""
    states = [news.read_state(-1, "ben", posts=[1]), news.read_state(4, "ben", posts=[2])]

    assert state_of(team(*states), "ben").id == 4
    assert state_of(team(states[0]), "ben").id == -1


def test_who_has_read_nothing_has_an_empty_state() -> None:
    """Without a number, as nothing is kept."""
    assert state_of(team(), "ben") == ReadState(login="ben")


def test_who_has_left_or_was_never_there_has_no_roles() -> None:
    """What is for everyone is for them too, and nothing fails."""
    board = team(DAN, news.post(1), news.post(2, roles=[PHOTO]), news.post(3, people=["dan"]))

    assert Marks(board, "dan").unread == {1, 3}
    assert Marks(board, "nobody").unread == {1}


def test_a_changed_role_shows_its_posts() -> None:
    """Who takes on a role sees what was written for it."""
    board = team(news.post(1, roles=[MAIL]))
    joined = team(news.post(1, roles=[MAIL]), Member(id=2, login="ben", roles=[PHOTO, MAIL]))

    assert Marks(board, "ben").unread == frozenset()
    assert Marks(joined, "ben").unread == {1}
