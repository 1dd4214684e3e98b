"""`tagwerk news`: what the team is to know."""

from __future__ import annotations

from store.models import Post, PostKind
from store.news.browsing import Wanted, browse, is_pinned
from store.rules import lookup
from store.rules.read_states import mark_all_read
from store.rules.words import counted
from tui.commands.answer import Answer, Said
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.post_shapes import Reader, post_shape
from tui.commands.session import Session, session

_LEAST = (0, 0, 4, 20, 6, 0, 0, 18)
"""Cells that number, mark, kind, title, author, day, replies and state keep on a narrow terminal."""
_NONE = "There is no news yet; “tagwerk post add TITLE” writes some."


def everything(
    call: Call,
    *,
    words: list[str],
    kind: str | None,
    author: str | None,
    role: str | None,
    unread: bool,
    mentions: bool,
    owed: bool,
    archived: bool,
    most: int,
    all_read: bool,
) -> Answer:
    """The posts that are asked for: open incidents, what one owes, what is pinned, then the newest.

    At most so many are shown; 0 of them are all.

    Raises:
        NotFound: there is no such person or role.
        Refused: all are to be marked as read, by somebody who is not in the team.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        if all_read:
            return _all_read(opened)
        wanted = Wanted(
            words=" ".join(words),
            kind=PostKind(kind) if kind else None,
            author=_author(opened, author) if author else None,
            role=lookup.role_named(opened.team, role).id if role else None,
            unread=unread,
            mentions=mentions,
            owed=owed,
            archived=archived,
        )
        reader = Reader(opened.team, opened.person)
        found = browse(opened.team, wanted, opened.person, opened.today, reader.marks)
        shown = found[: most or None]
        if len(shown) < len(found) and not call.wants_json:
            call.tell(f"These are {len(shown)} of {len(found):,} posts; -n 0 lists all.")
        rows = [_cells(opened, reader, post) for post in shown]
        content = {"posts": [post_shape(reader, post) for post in shown], "found": len(found)}
        return Grid(rows, _LEAST, content, _nothing(wanted))


def _all_read(opened: Session) -> Said:
    marks = Reader(opened.team, opened.member).marks
    count, is_new = len(marks.unread), bool(marks.posts or marks.replies)
    if is_new:
        opened.commit(mark_all_read(opened.team, opened.member, opened.now))
    said = f"{counted(count, 'post')} marked as read." if count else "Everything was read already."
    return Said((said,), {"marked": count, "changed": is_new})


def _author(opened: Session, typed: str) -> str:
    if typed == "me":
        return opened.person
    # Who has left the team is known by login only.
    gone = {str(raw.get("author")) for raw in opened.team.tables.get("posts", {}).values()}
    return typed if typed in gone else lookup.member_named(opened.team, typed).login


def _cells(opened: Session, reader: Reader, post: Post) -> list[str]:
    replies, fresh = reader.replies(post.id), len(reader.marks.replies.get(post.id, ()))
    return [
        str(post.id),
        "new" if post.id in reader.marks.posts else f"+{fresh}" if fresh else "",
        post.kind,
        post.title,
        opened.team.name_of(post.author),
        f"{post.at.astimezone(opened.zone):%Y-%m-%d}",
        f"({replies})" if replies else "",
        _state(opened, reader, post),
    ]


def _state(opened: Session, reader: Reader, post: Post) -> str:
    parts = (
        "not over" if post.is_open_incident else "",
        f"owed by {post.acknowledge_by}" if post.id in reader.owed else "",
        "pinned" if is_pinned(post, opened.today) else "",
    )
    return ", ".join(filter(None, parts))


def _nothing(wanted: Wanted) -> str:
    if wanted == Wanted(archived=True):
        return "No post was put away."
    return "No post is like that; “tagwerk news” shows those there are." if wanted.is_narrow else _NONE
