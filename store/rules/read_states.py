"""Keeping what people have read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from store.change import Change
from store.models import ReadState
from store.news.marks import Marks, Read, state_of
from store.rules.board import free_number
from store.rules.membership import refuse_outsider
from store.rules.valid import changed, valid
from store.team import Team

_LONGEST_LIST = 200
"""Numbers of single posts that a read state holds before it is made shorter."""


def mark_read(team: Team, login: str, read: Read, now: datetime, id: int = -1) -> Change:
    """Keep that a person has read posts and replies; nothing happens for those that she has read before.

    Raises:
        Refused: the person is not in the team.
    """
    refuse_outsider(team, login)
    old = state_of(team, login)
    new = {
        "posts": _added(old.posts, old.posts_up_to, read.posts),
        "replies": _added(old.replies, old.replies_up_to, read.replies),
    }
    if new == {"posts": old.posts, "replies": old.replies}:
        return Change().signed(login, now)
    marks = Marks(team, login, read)
    fields = {"login": login, **_short(team, "posts", old.posts_up_to, new["posts"], marks.posts)}
    # Replies where the person takes no part are never shown as unread; they may not keep the list long.
    unread = [id for post, ids in marks.replies.items() if post in marks.unread for id in ids]
    fields |= _short(team, "replies", old.replies_up_to, new["replies"], unread)
    return _kept(team, old, fields, login, now, id)


def mark_all_read(team: Team, login: str, now: datetime, id: int = -1) -> Change:
    """Keep that a person has seen everything that there is now.

    Raises:
        Refused: the person is not in the team.
    """
    refuse_outsider(team, login)
    old = state_of(team, login)
    # What was read and then taken back by who wrote it keeps its number.
    posts = max(old.posts_up_to, *team.tables.get("posts", ()), 0)
    replies = max(old.replies_up_to, *team.tables.get("replies", ()), 0)
    if not posts and not replies:
        return Change().signed(login, now)
    fields = {"posts_up_to": posts, "posts": [], "replies_up_to": replies, "replies": []}
    return _kept(team, old, {"login": login, **fields}, login, now, id)


def _kept(
    team: Team, old: ReadState, fields: dict[str, object], login: str, now: datetime, id: int
) -> Change:
    label = "read the news"
    if old.id:
        return changed(old, label, fields).signed(login, now)
    number = free_number(team, "read_states", id)
    new = valid(ReadState, {"id": number, **fields})
    return Change.insert("read_states", new, label, number).signed(login, now)


def _added(known: Iterable[int], up_to: int, read: Collection[int]) -> list[int]:
    return sorted({*known, *(number for number in read if number > up_to)})


def _short(
    team: Team, table: str, up_to: int, numbers: list[int], unread: Iterable[int]
) -> dict[str, object]:
    """The list of what is read; where it has become long, all before the first unread one is left out."""
    if len(numbers) > _LONGEST_LIST:
        there = max((0, *team.tables.get(table, {})))
        up_to = max(up_to, min((*unread, there + 1)) - 1)
    return {f"{table}_up_to": up_to, table: [number for number in numbers if number > up_to]}
