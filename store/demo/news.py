"""The message board of the demo: what was posted, said and read there, one thing after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from store.demo.news_new_words import NEWER
from store.demo.news_story import PostStory, Signs
from store.demo.news_unread_words import UNREAD
from store.demo.news_words import OLDER
from store.demo.shop import PEOPLE, VIEWER

POSTS: tuple[PostStory, ...] = (*OLDER, *NEWER, *UNREAD)
"""All that was posted; in the order of time."""

NewsKind = Literal["post", "edit", "pin", "close", "remind", "reply", "react", "acknowledge", "read"]

_FIRST_READ = 19.6
"""Working days ago on which everybody had read everything, just before the history begins."""
_VIEWER_READ = 1.3
"""Working days ago on which the viewer looked last: what is newer waits for her."""
_SOON = 0.005
"""Working days between what somebody does on the board and that she has read it; about three minutes."""


@dataclass(frozen=True, slots=True)
class NewsEvent:
    """One thing that somebody did on the message board."""

    ago: float
    """Working days ago."""
    kind: NewsKind
    by: str
    post: int = 0
    """Place of the post among all, from 1."""
    reply: int = 0
    """Place of the reply below the post, from 1; 0: the post itself."""
    what: str = ""
    """The reply's words, or the sign."""


def news_events() -> list[NewsEvent]:
    """Everything that happened on the message board, in no order."""
    events = [event for number, story in enumerate(POSTS, 1) for event in _life(number, story)]
    return [*events, *_readings(events)]


def _life(number: int, story: PostStory) -> Iterator[NewsEvent]:
    """What happened to one post and below it."""
    ago, author = story.ago, story.by
    yield NewsEvent(ago, "post", author, number)
    yield from _signs(number, 0, story.ago, story.signs)
    logins = story.known.split()
    # Most say it on the day itself, the others within the week.
    for place, login in enumerate(logins, 1):
        yield NewsEvent(ago - min(0.35, ago / (len(logins) + 2)) * place, "acknowledge", login, number)
    for place, answer in enumerate(story.said, 1):
        yield NewsEvent(answer.ago, "reply", answer.by, number, place, answer.text)
        yield from _signs(number, place, answer.ago, answer.signs)
    if story.pinned:
        yield NewsEvent(story.pinned[0], "pin", author, number)
    if story.edited:
        yield NewsEvent(story.edited[0], "edit", author, number)
    if story.closed:
        yield NewsEvent(story.closed[0], "close", author, number)
    if story.reminded:
        yield NewsEvent(story.reminded, "remind", author, number)


def _signs(number: int, reply: int, ago: float, signs: Signs) -> Iterator[NewsEvent]:
    """Reactions come one after the other, all within some hours."""
    given = [(sign, login) for sign, logins in signs.items() for login in logins.split()]
    for place, (sign, login) in enumerate(given, 1):
        step = min(0.055, ago / (len(given) + 2))
        yield NewsEvent(ago - step * place, "react", login, number, reply, sign.value)


def _readings(events: list[NewsEvent]) -> Iterator[NewsEvent]:
    """When people read all that there was: before the history, and lately."""
    acted: dict[str, float] = {}
    for event in events:
        acted[event.by] = min(event.ago, acted.get(event.by, _FIRST_READ))
    for place, (login, *_) in enumerate(PEOPLE):
        # Most look several times a day, some once.
        usual = 0.02 + 0.006 * place**2
        # Who has just done something on the board has seen it.
        last = _VIEWER_READ if login == VIEWER else min(usual, max(0.0, acted[login] - _SOON))
        yield NewsEvent(_FIRST_READ, "read", login)
        yield NewsEvent(last, "read", login)
