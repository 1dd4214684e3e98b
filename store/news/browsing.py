"""Which posts are shown, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from store.models import Post, PostKind, Raw
from store.models.raws import many
from store.news.audience import owed_by
from store.news.marks import Marks
from store.team import Team

_Order = tuple[bool, int, bool, datetime, int]
_Test = Callable[[int, Raw], bool]
_KINDS = tuple(PostKind)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which posts are asked for; what is `None`, empty or `False` asks for nothing."""

    words: str = ""
    """Each must be in its title, its body, or its author's name or login, in any case."""
    kind: PostKind | None = None
    author: str | None = None
    """Login of who wrote it."""
    role: int | None = None
    """A role that it is for by name; posts for everyone are not among them."""
    unread: bool = False
    """Those that the person has not read, or with new words below them that concern her."""
    mentions: bool = False
    """Those that name the person, themselves or in a reply."""
    owed: bool = False
    """Those that the person still has to acknowledge."""
    archived: bool = False
    """Those that were put away instead of the others."""

    @property
    def is_narrow(self) -> bool:
        """Whether anything is asked for, so that some posts may be left out."""
        return self != Wanted()


def browse(team: Team, wanted: Wanted, person: str, today: date, marks: Marks) -> list[Post]:
    """The posts that are wanted: open incidents, what the person owes, what is pinned, then the others.

    What she still has to acknowledge goes by its day, the most urgent first; all else has the newest first.

    Args:
        team: the snapshot.
        wanted: which ones.
        person: login of who asks.
        today: the day on which pins are looked at.
        marks: what this person has not read in this snapshot.
    """
    owed = [post.id for post in owed_by(team, person)]
    tests = _tests(team, wanted, owed, marks)
    # As they are kept: of thousands of posts only those that are shown are built.
    raws = team.tables.get("posts", {})
    ids = [id for id, raw in raws.items() if all(test(id, raw) for test in tests)]
    posts = [post for id in ids if (post := team.find(Post, id))]
    urgency = {id: place for place, id in enumerate(reversed(owed), 1)}
    return sorted(posts, key=lambda post: _order(post, today, urgency), reverse=True)


def is_pinned(post: Post, today: date) -> bool:
    """Whether a post stands above the others on this day."""
    return post.pinned_until is not None and post.pinned_until >= today and post.archived_at is None


def _order(post: Post, today: date, urgency: Mapping[int, int]) -> _Order:
    is_broken = post.is_open_incident
    urgent = 0 if is_broken else urgency.get(post.id, 0)
    return is_broken, urgent, is_pinned(post, today), post.at, post.id


def _tests(team: Team, wanted: Wanted, owed: Container[int], marks: Marks) -> list[_Test]:
    """What a post has to pass, the quickest first: most are out before their texts are looked at."""
    tests: list[_Test] = [lambda _, raw: bool(raw.get("archived_at")) is wanted.archived]
    if wanted.kind is not None:
        tests.append(lambda _, raw: _kind(raw) == wanted.kind)
    if wanted.author is not None:
        tests.append(lambda _, raw: raw.get("author") == wanted.author)
    if wanted.role is not None:
        tests.append(lambda _, raw: wanted.role in many(raw.get("roles")))
    if wanted.unread:
        tests.append(lambda id, _: id in marks.unread)
    if wanted.owed:
        tests.append(lambda id, _: id in owed)
    if wanted.mentions:
        tests.append(lambda id, _: marks.names_me(id))
    if words := wanted.words.casefold().split():
        tests.append(_says(team, words))
    return tests


def _kind(raw: Raw) -> object:
    kind = raw.get("kind")
    # A kind that only a newer version knows is read as news.
    return kind if kind in _KINDS else PostKind.NEWS


def _says(team: Team, words: list[str]) -> _Test:
    @cache
    def name(login: str) -> str:
        return f"{team.name_of(login)} {login}"

    def says(_: int, raw: Raw) -> bool:
        text = f"{raw.get('title')}\n{raw.get('body', '')}\n{name(str(raw.get('author')))}".casefold()
        return all(word in text for word in words)

    return says
