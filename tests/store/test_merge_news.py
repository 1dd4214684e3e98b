"""What people do on the message board at the same time: nobody's reading or words are lost."""

from __future__ import annotations

import pytest

from store.change import Change
from store.errors import Clash
from store.merge import prefer_mine, rebase
from store.models import Post, Reaction, ReadState, Reply, Round
from store.news.audience import acknowledged
from store.news.marks import Marks, Read, state_of
from store.rules import posts, replies, rounds
from store.rules.read_states import mark_all_read, mark_read
from store.team import Team
from tests import news
from tests.builders import LATER, NOW, team
from tests.store.rules.test_integrity import both
from tests.store.test_merge import merged

BODY = "Monday: ana\n\nTuesday: ben\n\nWednesday: cem"
BOARD = team(
    *(news.post(id, body=BODY, acknowledge_by="2026-11-27") for id in range(1, 6)),
    news.reply(1, 1),
    news.reply(2, 1),
    news.reaction(1, 1, "ben", "yes"),
    news.read_state(1, "ben", posts=[1]),
)


def read(board: Team, *numbers: int, login: str = "ben") -> Change:
    """A person reads posts."""
    return mark_read(board, login, Read(frozenset(numbers)), NOW)


def post(board: Team) -> Post:
    """The post that two people change."""
    return posts.post_numbered(board, 1)


def test_what_one_person_reads_on_two_hosts_is_read_on_both() -> None:
    """Neither takes the other's marks away, in either order."""
    for one, two in (((2,), (3, 4)), ((3, 4), (2,))):
        after = merged(BOARD, read(BOARD, *one), read(BOARD, *two))

        assert Marks(after, "ben").posts == {5}
        assert len(list(after.all(ReadState))) == 1


def test_two_hosts_that_begin_at_once_both_count() -> None:
    """There are two read states then; together they are one, also for what is read next."""
    after = both(BOARD, read(BOARD, 1, 2, login="cem"), read(BOARD, 3, login="cem"))

    assert len(list(after.all(ReadState))) == 3
    assert state_of(after, "cem").posts == [1, 2, 3]
    further = merged(after, read(after, 4, login="cem"), mark_all_read(after, "cem", NOW))
    assert Marks(further, "cem").unread == frozenset()


@pytest.mark.parametrize("is_first", [True, False])
def test_who_has_read_everything_has_no_post_unread_by_a_single_one(is_first: bool) -> None:
    """The larger number holds, whoever comes first."""
    changes = [mark_all_read(BOARD, "ben", NOW), read(BOARD, 2)]
    after = merged(BOARD, *(changes if is_first else reversed(changes)))

    state = state_of(after, "ben")
    assert (state.posts_up_to, state.replies_up_to) == (5, 2)
    assert not read(after, 1, 2)


def test_of_two_numbers_the_larger_holds() -> None:
    """A host that knew fewer posts does not take back what another one knew."""
    more = BOARD.apply(Change.insert("posts", news.post(6), id=6))
    few, many = mark_all_read(BOARD, "ben", NOW), mark_all_read(more, "ben", LATER)

    for one, two in ((few, many), (many, few)):
        assert state_of(merged(more, one, two), "ben").posts_up_to == 6
    forced = prefer_mine(few, more.apply(many).tables)
    assert state_of(more.apply(many).apply(forced), "ben").posts_up_to == 6


def test_reading_everything_can_be_taken_back() -> None:
    """Its inverse makes the number small again while nobody else has changed it."""
    all_read = mark_all_read(BOARD, "ben", NOW)
    after = BOARD.apply(all_read)

    assert Marks(after.apply(rebase(all_read.inverse(), after.tables)), "ben").posts == {2, 3, 4, 5}


@pytest.mark.parametrize("theirs", ["x", [1], {"a": 1}, None, True])
def test_a_number_that_is_none_is_not_in_the_way(theirs: object) -> None:
    """Another program may have put anything into the table meanwhile."""
    spoilt = {1: {**BOARD.tables["read_states"][1], "posts_up_to": theirs}}

    rebased = rebase(mark_all_read(BOARD, "ben", NOW), {**BOARD.tables, "read_states": spoilt})

    assert BOARD.apply(rebased).find(ReadState, 1) == ReadState(
        id=1, login="ben", posts_up_to=5, replies_up_to=2
    )


def test_signs_of_two_hosts_are_both_there() -> None:
    """What one took back and the other added both happen."""
    after = merged(
        BOARD, replies.react(BOARD, 1, "yes", "ben", NOW), replies.react(BOARD, 1, "heart", "ben", NOW)
    )

    assert [one.signs for one in after.all(Reaction)] == [["heart"]]
    same = replies.react(BOARD, 1, "heart", "ben", NOW)
    assert [one.signs for one in merged(BOARD, same, same).all(Reaction)] == [["yes", "heart"]]


def test_two_acknowledgements_at_once_are_one_word() -> None:
    """The first moment counts."""
    once, again = (replies.acknowledge(BOARD, 1, "ben", at) for at in (NOW, LATER))

    assert acknowledged(both(BOARD, once, again), 1) == {"ben": NOW}


def test_different_lines_of_a_body_are_both_changed() -> None:
    """By one person in two places; the later moment of editing holds, and all mentions are there."""
    one = posts.edit(BOARD, 1, "ana", LATER, body=BODY.replace("Monday: ana", "Monday: @ben"))
    two = posts.edit(BOARD, 1, "ana", NOW, body=BODY.replace("Wednesday: cem", "Wednesday: @cem"))

    for first, second in ((one, two), (two, one)):
        after = post(merged(BOARD, first, second))
        assert after.body == "Monday: @ben\n\nTuesday: ben\n\nWednesday: @cem"
        assert (sorted(after.mentions), after.edited_at) == (["ben", "cem"], LATER)


def test_the_same_line_of_a_body_is_for_a_person_to_decide() -> None:
    """And only the body; not when it was edited."""
    one, two = (posts.edit(BOARD, 1, "ana", at, body=f"{at}") for at in (NOW, LATER))

    with pytest.raises(Clash) as caught:
        merged(BOARD, one, two)

    assert [clash.field for clash in caught.value.clashes] == ["body"]


def test_different_lines_of_a_reply_are_both_changed() -> None:
    """As in a post."""
    board = team(news.post(1), news.reply(1, 1, text=BODY))
    one = replies.edit_reply(board, 1, BODY.replace("ana", "Ana"), "ben", NOW)
    two = replies.edit_reply(board, 1, BODY.replace("cem", "Cem"), "ben", LATER)

    after = merged(board, one, two).find(Reply, 1)

    assert after
    assert (after.text, after.edited_at) == (BODY.replace("ana", "Ana").replace("cem", "Cem"), LATER)


def test_whom_a_post_is_for_loses_nobody() -> None:
    """Roles, people and tasks are sets."""
    one = posts.edit(BOARD, 1, "ana", NOW, roles=[1], people=["ben"], tasks=[1])
    two = posts.edit(BOARD, 1, "ana", NOW, roles=[2], people=["cem"], tasks=[2])

    after = post(merged(BOARD, one, two))

    assert (after.roles, after.people, after.tasks) == ([1, 2], ["ben", "cem"], [1, 2])


def test_an_incident_that_two_people_close_at_once_is_over_once() -> None:
    """How it ended is for a person to decide; who closed it and when goes with that."""
    board = team(news.post(1, kind="incident"))
    one, two = posts.close(board, 1, "Cable.", "ana", NOW), posts.close(board, 1, "Fuse.", "ben", LATER)

    with pytest.raises(Clash) as caught:
        merged(board, one, two)

    assert [clash.field for clash in caught.value.clashes] == ["outcome"]


def test_an_incident_that_two_people_close_in_the_same_words_is_over_once() -> None:
    """Whoever was first has closed it."""
    board = team(news.post(1, kind="incident"))
    one, two = posts.close(board, 1, "Cable.", "ana", NOW), posts.close(board, 1, "Cable.", "ben", LATER)

    after = post(merged(board, one, two))

    assert (after.outcome, after.closed_by, after.closed_at) == ("Cable.", "ana", NOW)


def test_a_post_that_two_people_put_away_is_put_away() -> None:
    """Over the second in which they did it there is nothing to decide."""
    one, two = posts.archive(BOARD, 1, "ana", NOW), posts.archive(BOARD, 1, "ben", LATER)

    assert post(merged(BOARD, one, two)).archived_at == NOW


def test_whoever_had_the_word_at_the_end_has_it_no_more() -> None:
    """One goes on, the other ends the round: it is over, and nobody has the word."""
    begun = team()
    begun = begun.apply(rounds.start(begun, "ana", NOW, id=1))
    begun = begun.apply(rounds.go_on(begun, 1, "ana", NOW))
    ended = rounds.end(begun, 1, "ben", LATER, post=1)
    after = begun.apply(rounds.go_on(begun, 1, "ana", LATER))
    after = after.apply(rebase(ended, after.tables))

    held = after.find(Round, 1)
    assert held is not None
    assert (held.current, held.since, held.ended_at) == ("", None, LATER)
