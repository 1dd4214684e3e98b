"""The post that tells the others what somebody has learned."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.models import LearningItem, PostKind, Skill
from store.rules.board import free_number
from store.rules.learning_card import card_of
from store.rules.posts import write
from store.team import Team
from store.text import clean

_TITLE = 300
"""Characters of a post's title."""


def proposed(team: Team, item: LearningItem, level: int | None, learned: str, by: str) -> tuple[str, str]:
    """Title and text of the post; the text is empty where nothing was learned to tell."""
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


def told(team: Team, item: LearningItem, title: str, body: str, by: str, now: datetime, id: int) -> Change:
    """The post, about the item's card where it has one; for everyone.

    Raises:
        Refused: it says nothing, or does not fit its fields.
    """
    card = card_of(team, item)
    about = [card.id] if card else []
    number = free_number(team, "posts", id)
    return write(team, title, by, now, id=number, kind=PostKind.NEWS, body=body, tasks=about)
