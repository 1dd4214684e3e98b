"""What people say and do below a post."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Acknowledgement, Member, Reaction, Reply, Sign
from store.rules import replies
from store.team import Team
from tests import news
from tests.builders import LATER, LONG_AGO, MAIL, NOW, PHOTO, team

FRIDAY = "2026-11-27"
SALE = news.post(1, "Sale", acknowledge_by=FRIDAY)
PLAIN = news.post(2, "Lunch", "cem")
AWAY = news.post(3, "Old", archived_at=LONG_AGO, acknowledge_by=FRIDAY)
PHOTOS = news.post(4, "Camera", roles=[PHOTO], acknowledge_by=FRIDAY, mentions=["cem"])
BOARD = team(SALE, PLAIN, AWAY, PHOTOS, news.reply(1, 1), news.reply(2, 3), news.reply(3, 2, "ana"))
NO_POST = "There is no post 9; “tagwerk news” shows those there are."
PUT_AWAY = "The post “Old” is archived; restore it first."


def last(change: Change, board: Team = BOARD) -> Reply:
    """The newest reply after a change."""
    return max(board.apply(change).all(Reply), key=lambda reply: (reply.id < 0, reply.id))


def signs(board: Team, post: int = 1, reply: int | None = None) -> dict[str, list[str]]:
    """Who has reacted how, with everything that one person's reactions have together."""
    found: dict[str, list[str]] = {}
    for one in board.belonging(Reaction, "post", post):
        if one.reply == reply:
            found[one.author] = sorted({*found.get(one.author, ()), *one.signs})
    return found


def sentence(rule: Callable[[], object]) -> str:
    """Why a rule refuses."""
    with pytest.raises((Refused, NotFound)) as refused:
        rule()
    return str(refused.value)


def test_a_reply_has_its_author_time_and_mentions() -> None:
    """Below the post, as it was written."""
    change = replies.reply(BOARD, 1, "> Sale\n@Ana, when?\n", "cem", NOW)

    said = last(change)
    assert (said.post, said.author, said.at, said.edited_at) == (1, "cem", NOW, None)
    assert (said.text, said.mentions) == ("> Sale\n@Ana, when?", ["ana"])
    assert (change.label, change.by, change.at) == ("replied to “Sale”", "cem", NOW)


def test_two_new_replies_are_two() -> None:
    """One that waits for its number is not replaced by the next."""
    board = BOARD
    for text in ("first", "second"):
        board = board.apply(replies.reply(board, 2, text, "ben", NOW))

    assert {said.text for said in board.belonging(Reply, "post", 2)} == {"Fine.", "first", "second"}


@pytest.mark.parametrize("text", ["", " \n", "\x1b[31m"])
def test_an_empty_reply_is_refused(text: str) -> None:
    """There has to be something to say."""
    assert sentence(lambda: replies.reply(BOARD, 1, text, "ben", NOW)) == (
        "The reply is empty; write something first."
    )


@pytest.mark.parametrize("text", [">", "> Sale\n", "> One\n> \n\n>> Two\n \n", " > Sale"])
def test_a_quotation_alone_is_no_reply(text: str) -> None:
    """Neither when it is written nor when it is changed; a word of one's own is enough."""
    alone = "There is nothing but the quotation; write your words below it."

    assert sentence(lambda: replies.reply(BOARD, 1, text, "ben", NOW)) == alone
    assert sentence(lambda: replies.edit_reply(BOARD, 1, text, "ben", NOW)) == alone
    assert last(replies.reply(BOARD, 1, f"{text}\nYes", "ben", NOW)).text.endswith("\nYes")


def test_a_reply_that_is_not_right_is_refused() -> None:
    """With too many words, where nothing can be said, by whom nobody knows."""
    assert "is too long: 100,001 characters" in sentence(
        lambda: replies.reply(BOARD, 1, "x" * 100_001, "ben", NOW)
    )
    assert sentence(lambda: replies.reply(BOARD, 3, "x", "ben", NOW)) == PUT_AWAY
    assert sentence(lambda: replies.reply(BOARD, 9, "x", "ben", NOW)) == NO_POST
    assert "“zoe” is not in the team" in sentence(lambda: replies.reply(BOARD, 1, "x", "zoe", NOW))


def test_ones_own_reply_can_be_changed() -> None:
    """The new words have their own mentions, and it is seen that it was changed."""
    change = replies.edit_reply(BOARD, 1, "Ask @cem.", "ben", LATER)

    said = BOARD.apply(change).find(Reply, 1)
    assert said
    assert (said.text, said.mentions, said.at, said.edited_at) == ("Ask @cem.", ["cem"], LONG_AGO, LATER)
    assert change.label == "edited a reply to “Sale”"
    assert not replies.edit_reply(BOARD, 1, "Fine.\n", "ben", LATER)


def test_a_reply_is_not_changed_by_others() -> None:
    """Nor where it is not, below a post that is put away, to nothing, or by who has left."""
    edit = replies.edit_reply
    left = team(Member(id=2, login="ben", left_at=LONG_AGO), SALE, news.reply(1, 1))

    assert sentence(lambda: edit(BOARD, 1, "x", "ana", NOW)) == (
        "Ben Okafor wrote this reply; write one of your own."
    )
    assert sentence(lambda: edit(BOARD, 9, "x", "ben", NOW)) == "There is no reply 9."
    assert sentence(lambda: edit(BOARD, 2, "x", "ben", NOW)) == PUT_AWAY
    assert sentence(lambda: edit(BOARD, 1, " ", "ben", NOW)) == "The reply is empty; write something first."
    assert "“ben” has left the team" in sentence(lambda: edit(left, 1, "x", "ben", NOW))


def test_a_quote_is_every_line_behind_a_mark() -> None:
    """With room for an answer below."""
    assert replies.quoting("One\n\nTwo") == "> One\n> \n> Two\n\n"


def test_a_reaction_comes_and_goes() -> None:
    """The same sign again takes it back; others stay."""
    first = replies.react(BOARD, 1, "yes", "ben", NOW)
    board = BOARD.apply(first)
    second = replies.react(board, 1, Sign.HEART, "ben", NOW)
    board = board.apply(second)
    back = replies.react(board, 1, "yes", "ben", NOW)

    assert signs(board) == {"ben": ["heart", "yes"]}
    assert signs(board.apply(back)) == {"ben": ["heart"]}
    assert (first.label, back.label) == ("reacted to “Sale” with “yes”", "took back “yes” from “Sale”")
    assert len(list(board.all(Reaction))) == 1


def test_reactions_to_a_post_and_to_its_replies_are_each_their_own() -> None:
    """So are those of different people."""
    board = BOARD.apply(replies.react(BOARD, 1, "yes", "ben", NOW))
    board = board.apply(replies.react(board, 1, "yes", "ben", NOW, reply=1))
    board = board.apply(replies.react(board, 1, "no", "ana", NOW))

    assert signs(board) == {"ben": ["yes"], "ana": ["no"]}
    assert signs(board, reply=1) == {"ben": ["yes"]}


def test_what_two_hosts_kept_at_once_is_taken_back_from_both() -> None:
    """The sign is gone with one key, and comes back with one."""
    board = team(SALE, news.reaction(1, 1, "ben", "yes", "heart"), news.reaction(2, 1, "ben", "yes"))

    gone = board.apply(replies.react(board, 1, "yes", "ben", NOW))
    again = gone.apply(replies.react(gone, 1, "yes", "ben", NOW))

    assert signs(gone) == {"ben": ["heart"]}
    assert signs(again) == {"ben": ["heart", "yes"]}
    assert [one.signs for one in gone.all(Reaction)] == [["heart"], []]
    added = board.apply(replies.react(board, 1, "no", "ben", NOW))
    assert [one.signs for one in added.all(Reaction)] == [["yes", "heart", "no"], ["yes"]]


def test_a_reaction_that_is_not_right_is_refused() -> None:
    """A sign that is none, a reply to another post, and where nothing can be said."""
    react = replies.react

    assert sentence(lambda: react(BOARD, 1, "angry", "ben", NOW)) == (
        "“angry” is no reaction; there are yes, no, thanks, heart, cheers and looking."
    )
    assert sentence(lambda: react(BOARD, 1, "yes", "ben", NOW, reply=3)) == "There is no reply 3 to “Sale”."
    assert sentence(lambda: react(BOARD, 1, "yes", "ben", NOW, reply=99)) == "There is no reply 99 to “Sale”."
    assert sentence(lambda: react(BOARD, 3, "yes", "ben", NOW)) == PUT_AWAY
    assert sentence(lambda: react(BOARD, 9, "yes", "ben", NOW)) == NO_POST
    assert "“zoe” is not in the team" in sentence(lambda: react(BOARD, 1, "yes", "zoe", NOW))


@pytest.mark.parametrize(("post", "by"), [(1, "ben"), (1, "cem"), (4, "ben"), (4, "cem")])
def test_who_is_asked_acknowledges(post: int, by: str) -> None:
    """Everyone, who has the role, and who is mentioned."""
    change = replies.acknowledge(BOARD, post, by, NOW)

    (one,) = BOARD.apply(change).all(Acknowledgement)
    assert (one.post, one.author, one.at) == (post, by, NOW)
    assert change.label == f"acknowledged “{'Sale' if post == 1 else 'Camera'}”"


def test_who_is_not_asked_does_not_acknowledge() -> None:
    """One's own, twice, for others, without being asked."""
    say = replies.acknowledge
    known = team(SALE, news.acknowledgement(1, 1, "ben"))
    photos = team(news.post(4, "Camera", roles=[PHOTO], acknowledge_by=FRIDAY))

    assert sentence(lambda: say(BOARD, 1, "ana", NOW)) == "“Sale” asks others to acknowledge it, not you."
    assert sentence(lambda: say(photos, 4, "cem", NOW)) == "“Camera” asks others to acknowledge it, not you."
    assert sentence(lambda: say(known, 1, "ben", NOW)) == "You have acknowledged “Sale” already."
    assert sentence(lambda: say(BOARD, 2, "ben", NOW)) == "“Lunch” does not have to be acknowledged."
    assert sentence(lambda: say(BOARD, 3, "ben", NOW)) == PUT_AWAY
    assert sentence(lambda: say(BOARD, 9, "ben", NOW)) == NO_POST
    assert "“zoe” is not in the team" in sentence(lambda: say(BOARD, 1, "zoe", NOW))


def test_a_reminder_names_everyone_who_owes_it() -> None:
    """By their logins, so that they are mentioned; not the author, and not who knows it."""
    board = team(SALE, Member(id=4, login="o'hara.", roles=[MAIL]), news.acknowledgement(1, 1, "cem"))

    change = replies.remind(board, 1, "ana", NOW)

    said = last(change, board)
    assert said.text == "Please acknowledge this by Fri 27 Nov: @ben @o'hara."
    assert (said.author, said.mentions, said.is_reminder) == ("ana", ["ben", "o'hara."], True)
    assert change.label == "reminded 2 people of “Sale”"


def test_one_person_is_reminded_by_who_leads() -> None:
    """Also of what somebody else has written."""
    board = team(SALE, news.acknowledgement(1, 1, "cem"))

    assert replies.remind(board, 1, "ben", NOW).label == "reminded 1 person of “Sale”"


def test_nobody_is_reminded_twice_a_day() -> None:
    """Of one post, whoever does it; the day is the team's, and any other reply is no reminder."""
    board = BOARD.apply(replies.reply(BOARD, 1, "Please acknowledge this: @ben", "ana", NOW))
    board = board.apply(replies.remind(board, 1, "ana", NOW))
    evening = NOW.replace(hour=22, minute=59)
    again = replies.remind

    assert sentence(lambda: again(board, 1, "ben", evening)) == (
        "Ana Lima reminded them today at 10:30 already; wait until tomorrow."
    )
    assert again(board, 1, "ben", evening + timedelta(minutes=1))
    assert again(board, 4, "ana", evening)


def test_a_reminder_that_is_not_right_is_refused() -> None:
    """Where nobody owes anything, nobody is asked, or by who may not."""
    remind = replies.remind
    known: list[Any] = [news.acknowledgement(i, 1, login) for i, login in enumerate(("ben", "cem"), 1)]

    assert sentence(lambda: remind(team(SALE, *known), 1, "ana", NOW)) == "Everyone has acknowledged “Sale”."
    assert sentence(lambda: remind(BOARD, 2, "ana", NOW)) == "“Lunch” does not have to be acknowledged."
    assert sentence(lambda: remind(BOARD, 1, "cem", NOW)) == (
        "Only Ana Lima and who leads a role reminds others of it."
    )
    assert sentence(lambda: remind(BOARD, 3, "ana", NOW)) == PUT_AWAY
    assert sentence(lambda: remind(BOARD, 9, "ana", NOW)) == NO_POST
    assert "“zoe” is not in the team" in sentence(lambda: remind(BOARD, 1, "zoe", NOW))
