"""What the message board has for a person today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from store.days import spoken
from store.models import Post, Reply
from store.models.raws import many
from store.news.audience import open_incidents, owed_by
from store.news.marks import Marks
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment

_NEWEST = 5
"""Unread posts that are told by their titles."""
_MOST_OWED = 5
"""Posts to acknowledge that are told, the most urgent ones; the others are counted."""


class News:
    """What is broken, what the person has to acknowledge, who named her, and what she has not read.

    Of the posts only those that are told are built.
    """

    # No dataclass: making one takes longer than all that is asked of it here.
    def __init__(self, team: Team, person: str, today: date) -> None:
        self._team, self._person, self._today = team, person, today
        marks, raws = Marks(team, person), team.tables.get("posts", {})
        # Nobody keeps what somebody reads who is not in the team: it would be told for ever.
        is_reader = person in team.members or not team.members
        self.unread = len(marks.unread) if is_reader else 0
        """How many posts wait to be read."""
        self._incidents = open_incidents(team)
        self._owed = owed_by(team, person)
        self._named = sorted(_named(team, person, marks), key=lambda one: one.at, reverse=True)
        unread = marks.unread if is_reader else frozenset[int]()
        ids = sorted(unread, key=lambda id: (str(raws[id].get("at")), id), reverse=True)
        self._newest = [post for id in ids[:_NEWEST] if (post := team.find(Post, id))]

    def broken(self) -> list[str]:
        """A line for each open incident."""
        return [f"{_called(post)}, {self._name(post)}, {self._day(post.at)}" for post in self._incidents]

    def acknowledgements(self) -> list[str]:
        """A line for each of the most urgent posts that the person has to acknowledge, and how many more."""
        owed, more = self._owed[:_MOST_OWED], len(self._owed) - _MOST_OWED
        days = [spoken(post.acknowledge_by, self._today) if post.acknowledge_by else "" for post in owed]
        lines = [f"{_called(post)}, by {day}" for post, day in zip(owed, days, strict=True)]
        return [*lines, f"and {more} more; “tagwerk news --owed” lists them all"] if more > 0 else lines

    def mentions(self) -> list[tuple[datetime, str]]:
        """When the person was named, and a line for each time."""
        said = [(one.at, *_said(one), self._name(one)) for one in self._named]
        return [(at, f"post {post} {name}: {' '.join(words.split())}") for at, post, words, name in said]

    def titles(self) -> list[str]:
        """A line for each of the newest unread posts."""
        return [f"{_called(post)}, {self._name(post)}, {self._day(post.at)}" for post in self._newest]

    def document(self) -> Json:
        """The same as data; see `shapes`."""
        # It brings the rules of posts along; what is printed does without them.
        from tui.commands.post_shapes import Reader, post_shape

        reader = Reader(self._team, self._person)
        return {
            "incidents": [post_shape(reader, post) for post in self._incidents],
            "acknowledgements_owed": [post_shape(reader, post) for post in self._owed],
            "news_mentions": [_mention(one) for one in self._named],
            "unread_news": {"count": self.unread, "newest": [post_shape(reader, p) for p in self._newest]},
        }

    def _name(self, said: Post | Reply) -> str:
        return self._team.name_of(said.author)

    def _day(self, at: datetime) -> str:
        return spoken(self._team.today(at), self._today)


def _named(team: Team, person: str, marks: Marks) -> Iterator[Post | Reply]:
    posts, replies = team.tables.get("posts", {}), team.tables.get("replies", {})
    for id in marks.posts:
        if person in many(posts[id].get("mentions")) and (post := team.find(Post, id)):
            yield post
    for id in (id for post, ids in marks.replies.items() if post in marks.unread for id in ids):
        if person in many(replies[id].get("mentions")) and (reply := team.find(Reply, id)):
            yield reply


def _called(post: Post) -> str:
    return f"post {post.id} {post.title}"


def _said(one: Post | Reply) -> tuple[int, str]:
    """Number of the post, and the words."""
    return (one.id, one.title) if isinstance(one, Post) else (one.post, one.text)


def _mention(one: Post | Reply) -> Json:
    post, words = _said(one)
    reply = one.id if isinstance(one, Reply) else None
    return {"post": post, "reply": reply, "author": one.author, "text": words, "at": moment(one.at)}
