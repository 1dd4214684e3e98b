"""What the app says about what somebody else has just done."""

from __future__ import annotations

from collections.abc import Iterable

from store.culture.kudos import thanked
from store.models import Comment, Document, Kudos, Post, Reply
from store.phrases import quoted
from store.repository import News
from store.team import Team
from store.text import clean_line
from tui.keys import JUMPS, SCREENS, key_for, keys_of

_WORDS = 30
"""Characters of thanks in a sentence: all of them are on the wall."""


def sentence(news: Iterable[News], team: Team, card: int | None, me: str) -> str:
    """The newest that concerns a person: being mentioned, or else the card under the cursor; or nothing."""
    others = [item for item in news if item.by != me]
    if mentioned := mention(others, team, me):
        return mentioned
    for item in reversed(others):
        if card is not None and _concerns(item, card):
            return f"{team.name_of(item.by)} {clean_line(item.label) or f'changed #{card}'}."
    return ""


def mention(news: Iterable[News], team: Team, me: str) -> str:
    """Who has mentioned or thanked a person last, and where; empty: nobody has."""
    for item in reversed([item for item in news if item.by != me]):
        name = team.name_of(item.by)
        if (on := _mentioned_on(item, team, me)) is not None:
            return f"{name} mentioned you on #{on}{_shown_by()}."
        if post := _mentioned_in(item, team, me):
            return f"{name} mentioned you in {quoted(post.title)}; {key_for(SCREENS, 'news')} shows the news."
        if kudos := _thanked_with(item, team, me):
            said = quoted(kudos.words, _WORDS)
            return f"{name} thanked you: {said}; {key_for(SCREENS, 'culture')} shows all of it."
    return ""


def incident(news: Iterable[News], team: Team, me: str) -> str:
    """What somebody else has just said to be broken; empty: nothing."""
    for item in reversed([item for item in news if item.by != me]):
        for (table, number), fields in item.fields.items():
            post = team.find(Post, number) if table == "posts" and "title" in fields else None
            if post is not None and post.is_open_incident:
                return f"{team.name_of(item.by)} says that something is broken: {quoted(post.title, 60)}."
    return ""


def moved_by(news: Iterable[News], team: Team, me: str) -> dict[int, str]:
    """The cards that others have moved, and the initials of who did."""
    return {card: _initials(item.by, team) for item in news if item.by != me for card in item.moved}


def _shown_by() -> str:
    """Which keys open the card; nothing where the person has none for it."""
    keys = next(keys_of(command) for command in JUMPS if command.name == "jump_mention")
    return f"; {keys[0]} opens it" if keys else ""


def _mentioned_on(item: News, team: Team, me: str) -> int | None:
    """The card with a new comment that mentions a person."""
    for (table, number), fields in item.fields.items():
        comment = team.find(Comment, number) if table == "comments" and "mentions" in fields else None
        if comment is not None and me in comment.mentions:
            return comment.task
    return None


def _mentioned_in(item: News, team: Team, me: str) -> Post | None:
    """The post that mentions a person, itself or in a new reply."""
    kinds: dict[str, type[Post] | type[Reply]] = {"posts": Post, "replies": Reply}
    for (table, number), fields in item.fields.items():
        found: Document | None = team.find(kinds[table], number) if table in kinds else None
        if "mentions" not in fields or not isinstance(found, Post | Reply) or me not in found.mentions:
            continue
        return found if isinstance(found, Post) else team.find(Post, found.post)
    return None


def _thanked_with(item: News, team: Team, me: str) -> Kudos | None:
    """New kudos to a person."""
    for (table, number), fields in item.fields.items():
        kudos = team.find(Kudos, number) if table == "kudos" and "words" in fields else None
        if kudos is not None and not kudos.archived_at and me in thanked(team, kudos):
            return kudos
    return None


def _concerns(item: News, card: int) -> bool:
    """Whether something was done to a card; others' ranks change when one is put between them."""
    return bool({*item.fields.get(("tasks", card), ())} - {"position"})


def _initials(login: str, team: Team) -> str:
    member = team.members.get(login)
    return member.short if member else clean_line(login)[:2]
