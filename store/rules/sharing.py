"""Ending what somebody learns in words of her own: a post about it, or why nothing came of it."""

from __future__ import annotations

from datetime import datetime

from store.change import Change, combine
from store.models import LearningItem, PostKind, Skill
from store.rules.board import free_number
from store.rules.learned import finish
from store.rules.learning import drop, live_item
from store.rules.learning_card import card_of
from store.rules.posts import write
from store.rules.valid import changed
from store.team import Team
from store.text import clean

_TITLE = 300
"""Characters of a post's title."""


def proposed(team: Team, item: LearningItem, level: int | None, learned: str, by: str) -> tuple[str, str]:
    """Title and text of a post that tells the others; the text is empty where nothing was learned to tell."""
    title = f"Learned: {item.title}"
    title = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    words = clean(learned).strip()
    if not words:
        return title, ""
    lines = [words]
    if item.person != by:
        lines.insert(0, f"{team.name_of(item.person)} has learned:")
    skill = team.find(Skill, item.skill) if item.skill is not None else None
    if skill and level:
        lines.append(f"{skill.name}: now at {level} ({skill.meaning(level)}).")
    lines += [item.link] if item.link else []
    return title, "\n\n".join(lines)


def finish_and_tell(
    team: Team,
    item_id: int,
    by: str,
    now: datetime,
    *,
    title: str,
    body: str,
    level: int | None = None,
    learned: str = "",
    paid: float | None = None,
    assessment: int = -1,
    post: int = -1,
    override: bool = False,
) -> Change:
    """Say that something is learned, and tell the others in a post; see `learned.finish`.

    Args:
        team: the snapshot.
        item_id: number of the learning item.
        by: login of the person, or of who leads a role.
        now: when.
        title: of the post.
        body: what the post says, in Markdown.
        level: the level in its skill from now on, 0 to 4; `None`: as it was.
        learned: what the person brought home from it.
        paid: what it has really cost; `None`: as it was.
        assessment: the negative number that stands for the new level until the commit.
        post: the one for the post.
        override: go over a limit of the board.

    Raises:
        NeedsConsent: the column for finished cards has reached its limit.
        NotFound: there is no such item.
        Refused: what `learned.finish` refuses, or the post says nothing.
    """
    done = finish(
        team,
        item_id,
        by,
        now,
        level=level,
        learned=learned,
        paid=paid,
        assessment=assessment,
        override=override,
    )
    item = live_item(team, item_id)
    card = card_of(team, item)
    number = free_number(team, "posts", post)
    about = [card.id] if card else []
    told = write(team, title, by, now, id=number, kind=PostKind.NEWS, body=body, tasks=about)
    return combine([done, told, changed(item, "", {"post": number})], done.label).signed(by, now)


def drop_because(team: Team, item_id: int, reason: str, by: str, now: datetime) -> Change:
    """Say why nothing comes of what somebody wanted to learn; the reason stands below why it was wanted.

    Raises:
        NotFound: there is no such item.
        Refused: it is archived, somebody else's, done or dropped already.
    """
    change = drop(team, item_id, by, now)
    words = clean(reason).strip()
    if not words:
        return change
    item = live_item(team, item_id)
    why = "\n\n".join(filter(None, (item.why, f"Dropped: {words}")))
    return combine([change, changed(item, "", {"why": why})], change.label).signed(by, now)
