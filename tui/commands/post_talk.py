"""What people do below a post: `tagwerk post reply`, `edit-reply`, `react`, `acknowledge` and `remind`."""

from __future__ import annotations

from store.errors import NotFound
from store.models import Reply
from store.rules import posts, replies
from store.rules.words import quoted
from store.team import Team
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import done
from tui.commands.post import post_done
from tui.commands.post_shapes import Reader, reply_shape
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input


def reply(call: Call, *, number: int, text: list[str], quote: int | None) -> Said:
    """Say something below a post, with the words that it answers where they are wanted.

    Raises:
        NotFound: there is no such post, or no such reply to quote.
        Refused: nothing is said, the post is archived, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        words = text_or_input(call, " ".join(text))
        if quote is not None and words.strip():
            words = replies.quoting(_quoted(opened.team, number, quote)) + words
        change = replies.reply(opened.team, number, words, opened.member, opened.now)
        id = opened.commit(change)["replies", -1]
        said = opened.team.find(Reply, id)
        assert said is not None
        people = ", ".join(opened.team.name_of(login) for login in said.mentions)
        sentence = f"Reply {id} to post {number}{f', mentioning {people}' if people else ''}."
        return Said((sentence,), {"reply": _shape(opened, id)})


def edit_reply(call: Call, *, number: int, text: list[str]) -> Said:
    """Change what one has said below a post.

    Raises:
        NotFound: there is no such reply.
        Refused: somebody else wrote it, nothing is said, its post is archived, or the person is not in the
            team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        words = text_or_input(call, " ".join(text))
        change = replies.edit_reply(opened.team, number, words, opened.member, opened.now)
        return done(opened, change, lambda _: {"reply": _shape(opened, number)})


def react(call: Call, *, number: int, sign: str, reply: int | None) -> Said:
    """React to a post or a reply with a sign, or take it back.

    Raises:
        NotFound: there is no such post or reply.
        Refused: there is no such sign, the post is archived, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = replies.react(
            opened.team, number, sign.strip().casefold(), opened.member, opened.now, reply=reply
        )
        return post_done(opened, change, number)


def acknowledge(call: Call, *, number: int) -> Said:
    """Say that one knows what a post says.

    Raises:
        NotFound: there is no such post.
        Refused: it asks for none, or not this person, was acknowledged already, or is archived.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return post_done(opened, replies.acknowledge(opened.team, number, opened.member, opened.now), number)


def remind(call: Call, *, number: int) -> Said:
    """Mention everyone who has not acknowledged a post yet, in a reply below it.

    Raises:
        NotFound: there is no such post.
        Refused: everyone has, it asks for none, or it is not the person's to remind of.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return post_done(opened, replies.remind(opened.team, number, opened.member, opened.now), number)


def _shape(opened: Session, number: int) -> Json:
    """A reply that is there, for programs."""
    found = opened.team.find(Reply, number)
    assert found is not None
    return reply_shape(Reader(opened.team, opened.person), found)


def _quoted(team: Team, number: int, quote: int) -> str:
    """The words of a reply, or of the post itself for 0."""
    post = posts.post_numbered(team, number)
    if not quote:
        return post.body or post.title
    found = team.find(Reply, quote)
    if found is None or found.post != number:
        raise NotFound(f"There is no reply {quote} to {quoted(post.title)}.")
    return found.text
