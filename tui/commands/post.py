"""`tagwerk post`: telling the team something, and what becomes of it."""

from __future__ import annotations

from typing import Any

from store.change import Change, combine
from store.errors import Clash, StorageError
from store.models import Reply
from store.news.marks import Read
from store.rules import posts
from store.rules.read_states import mark_read
from store.rules.words import quoted
from store.team import Team
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import done
from tui.commands.post_fields import of_post
from tui.commands.post_shapes import Reader, whole_post_shape
from tui.commands.post_sheet import Sheet
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input
from tui.commands.values import MaybeDay


def add(call: Call, *, title: list[str], to: list[str], **given: Any) -> Said:
    """Write a post.

    Raises:
        NotFound: a person, role, task or goal that is named does not exist.
        Refused: it needs somebody who leads a role, a value does not fit, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        words, fields = " ".join(title), of_post(call, opened, given, to)
        change = posts.write(opened.team, words, opened.member, opened.now, **fields)
        number = opened.commit(change)["posts", -1]
        post = posts.post_numbered(opened.team, number)
        people = ", ".join(opened.team.name_of(login) for login in post.mentions)
        said = f"Wrote post {number} {quoted(post.title)}{f', mentioning {people}' if people else ''}."
        return Said((said,), {"post": whole_post_shape(Reader(opened.team, opened.person), post)})


def edit(call: Call, *, number: int, to: list[str], **given: Any) -> Said:
    """Change what a post says, and how long it stands above the others.

    Raises:
        NotFound: there is no such post, or something that is named does not exist.
        Refused: somebody else wrote it, it is archived, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by, now, fields = opened.team, opened.member, opened.now, of_post(call, opened, given, to)
        pinned = "pinned_until" in fields
        steps = [posts.pin(team, number, fields.pop("pinned_until"), by, now)] if pinned else []
        # A pin alone may also be changed by who leads a role.
        if fields or not steps:
            steps.insert(0, posts.edit(team, number, by, now, **fields))
        label = " and ".join(step.label for step in steps if step)
        return post_done(opened, combine(steps, label), number)


def show(call: Call, *, number: int) -> Sheet:
    """All of a post; it is read then.

    Raises:
        NotFound: there is no such post.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        post = posts.post_numbered(opened.team, number)
        sheet = Sheet(Reader(opened.team, opened.person), post, opened.zone)
        if not opened.team.members or opened.person in opened.team.members:
            _mark_read(opened, opened.team, number)
        return sheet


def pin(call: Call, *, number: int, until: MaybeDay) -> Said:
    """Let a post stand above the others.

    Raises:
        NotFound: there is no such post.
        Refused: the person leads no role, the post is archived, or the day has passed.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        day = until(opened.today)
        return post_done(opened, posts.pin(opened.team, number, day, opened.member, opened.now), number)


def close(call: Call, *, number: int, outcome: list[str]) -> Said:
    """Say that an incident is over, and how it ended.

    Raises:
        NotFound: there is no such post.
        Refused: it is no open incident, not the person's to close, or nothing is said.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        words = text_or_input(call, " ".join(outcome))
        return post_done(opened, posts.close(opened.team, number, words, opened.member, opened.now), number)


def reopen(call: Call, *, number: int) -> Said:
    """Say that an incident is not over after all.

    Raises:
        NotFound: there is no such post.
        Refused: it is not over, archived, or not the person's to open again.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return post_done(opened, posts.reopen(opened.team, number, opened.member, opened.now), number)


def archive(call: Call, *, number: int) -> Said:
    """Put a post away.

    Raises:
        NotFound: there is no such post.
        Refused: it is put away already, an incident that is not over, or not the person's to put away.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return post_done(opened, posts.archive(opened.team, number, opened.member, opened.now), number)


def restore(call: Call, *, number: int) -> Said:
    """Bring a post back.

    Raises:
        NotFound: there is no such post.
        Refused: it is not put away, or not the person's to bring back.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        return post_done(opened, posts.restore(opened.team, number, opened.member, opened.now), number)


def post_done(opened: Session, change: Change, number: int) -> Said:
    """Commit a change of a post, say what was done, and give the post as it is then."""
    return done(
        opened,
        change,
        lambda _: {
            "post": whole_post_shape(
                Reader(opened.team, opened.person), posts.post_numbered(opened.team, number)
            )
        },
    )


def _mark_read(opened: Session, team: Team, number: int) -> None:
    replies = frozenset(reply.id for reply in team.belonging(Reply, "post", number))
    change = mark_read(team, opened.person, Read(frozenset({number}), replies), opened.now)
    try:
        if change:
            opened.commit(change)
    except (StorageError, Clash):
        # The post can be read all the same. While the folder cannot be written the mark waits on this
        # machine, and the end of the session says so.
        return
