"""What stands below a post when its creation is undone, or is said below one that is gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from store.change import Change
from store.errors import Refused
from store.models import Post, Reaction, Reply
from store.news.marks import Marks, Read
from store.rules import posts, replies
from store.rules.read_states import mark_read
from store.team import Team
from tests.builders import LATER, NOW, team
from tests.store.rules.test_integrity import alone, both, numbered

Rule = Callable[[Team, datetime], Change]


def undo_of_post() -> tuple[Team, Change]:
    """The shop with post 1 of Ana's, and the change that takes it back."""
    board = team()
    made = numbered(board, posts.write(board, "Sale", "ana", NOW, acknowledge_by="2026-11-27"))
    return board.apply(made), made.inverse()


def test_a_post_that_nobody_answered_can_be_taken_back() -> None:
    """Undoing it right after writing it leaves nothing."""
    board, undo = undo_of_post()

    assert alone(board, undo).find(Post, 1) is None


@pytest.mark.parametrize(
    ("use", "users"),
    [
        (lambda t, now: replies.reply(t, 1, "Fine.", "ben", now), "1 reply"),
        (lambda t, now: replies.react(t, 1, "yes", "ben", now), "1 reaction"),
        (lambda t, now: replies.acknowledge(t, 1, "ben", now), "1 acknowledgement"),
    ],
)
def test_a_post_that_somebody_answered_stays(use: Rule, users: str) -> None:
    """The refusal names the post by its title, and the way out."""
    board, undo = undo_of_post()

    with pytest.raises(Refused) as refused:
        both(board, use(board, LATER), undo)

    assert (
        str(refused.value) == f"The post “Sale” is used by {users}, so it is not removed; archive it instead."
    )


def test_several_replies_are_counted_in_good_english() -> None:
    """Two of them are replies, not replys."""
    board, undo = undo_of_post()
    for text in ("One", "Two"):
        board = alone(board, replies.reply(board, 1, text, "ben", LATER))

    with pytest.raises(Refused, match="“Sale” is used by 2 replies, so"):
        alone(board, undo)


def test_a_reaction_that_was_taken_back_is_not_in_the_way() -> None:
    """Nobody would see what the post is used by."""
    board, undo = undo_of_post()
    for _ in range(2):
        board = alone(board, replies.react(board, 1, "yes", "ben", LATER))

    assert alone(board, undo).find(Post, 1) is None


def test_a_post_that_was_only_read_can_be_taken_back() -> None:
    """And who has read it has nothing unread by that, nor by the next post."""
    board, undo = undo_of_post()

    after = both(board, mark_read(board, "ben", Read(frozenset({1})), LATER), undo)

    assert Marks(after, "ben").unread == frozenset()


@pytest.mark.parametrize(
    "use",
    [
        lambda t, now: replies.reply(t, 1, "Fine.", "ben", now),
        lambda t, now: replies.react(t, 1, "yes", "ben", now),
        lambda t, now: replies.acknowledge(t, 1, "ben", now),
    ],
)
def test_nothing_is_said_below_a_post_that_was_taken_back(use: Rule) -> None:
    """What somebody said while the post went is refused in a sentence."""
    board, undo = undo_of_post()

    with pytest.raises(Refused, match="The post is not there any more; who wrote it has taken it back"):
        both(board, undo, use(board, LATER))


def undo_of_reply() -> tuple[Team, Change]:
    """The shop with a post, reply 1 of Ben's to it, and the change that takes the reply back."""
    board, _ = undo_of_post()
    made = numbered(board, replies.reply(board, 1, "Fine.", "ben", NOW))
    return board.apply(made), made.inverse()


def test_a_reply_that_somebody_reacted_to_stays() -> None:
    """A reply cannot be archived, so the sentence does not say so."""
    board, undo = undo_of_reply()

    with pytest.raises(Refused) as refused:
        both(board, replies.react(board, 1, "yes", "ana", LATER, reply=1), undo)

    assert (
        str(refused.value)
        == "The reply “Fine.” is used by 1 reaction, so it is not removed; change it instead."
    )


def test_nobody_reacts_to_a_reply_that_was_taken_back() -> None:
    """A reaction to a reply that is gone is refused; one to its post is not."""
    board, undo = undo_of_reply()

    with pytest.raises(Refused, match="The reply is not there any more; who wrote it has taken it back"):
        both(board, undo, replies.react(board, 1, "yes", "ana", LATER, reply=1))
    after = both(board, undo, replies.react(board, 1, "yes", "ana", LATER))
    assert [one.signs for one in after.all(Reaction)] == [["yes"]]
    assert list(after.all(Reply)) == []
