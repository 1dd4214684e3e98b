"""A quiet word when a card goes to somebody who lacks what it needs: a chance to learn, never a no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.change import Change, Edit
from store.models import Skill, Task, Unfit
from store.models.raws import words_in
from store.skills.catalogue import Catalogue
from store.skills.experts import able_in
from store.skills.levels import Levels
from store.team import Team

_LEAST = 2
"""The level that every card with the tag of a skill needs, whatever its role says."""


def lacks(team: Team, task: Task, login: str) -> str:
    """What somebody lacks for a card, and who could show it, as a sentence; empty where she lacks nothing.

    The card's tags name the skills. Somebody lacks one who is below what the card's role needs, or below 2.
    Of several skills the one with the largest gap is told.
    """
    if login not in team.members or not task.tags:
        return ""
    catalogue, levels = Catalogue.of(team), Levels.of(team)
    needs = catalogue.of_role(task.role) if task.role is not None else {}
    gaps = [
        (max(_LEAST, needs.get(skill.id, 0)) - levels.level(login, skill.id), at, skill)
        for at, skill in enumerate(catalogue.needed_by(task.tags))
    ]
    missing = [gap for gap in gaps if gap[0] > 0]
    if not missing:
        return ""
    _, _, skill = max(missing, key=lambda gap: (gap[0], -gap[1]))
    level = levels.level(login, skill.id)
    begin = f"{team.name_of(login)} is at {level} ({skill.meaning(level)}) in {skill.name}"
    teacher = _teacher(team, skill, [login, *task.assignees])
    return f"{begin}; {teacher} could show how." if teacher else f"{begin}: a chance to learn it."


@dataclass(frozen=True, slots=True)
class Given:
    """A card that needs a skill, and a person to whom it was given."""

    card: Task
    person: str
    """Login."""


def given(team: Team, change: Change) -> list[Given]:
    """To whom a change has given cards that need a skill; quick, for it is asked at every change.

    Args:
        team: the snapshot with the change; new cards may have other numbers there.
        change: what was done.
    """
    found = []
    for edit in change.edits:
        if edit.table != "tasks" or not (edit.after or {}).get("assignees"):
            continue
        before, after = edit.before or {}, edit.after or {}
        people = [one for one in words_in(after["assignees"]) if one not in words_in(before.get("assignees"))]
        card = _card(team, edit)
        if people and card and card.finished_at is None and Catalogue.of(team).needed_by(card.tags):
            found += [Given(card, login) for login in people]
    return found


def said(team: Team, cards: Sequence[Given]) -> str:
    """One sentence for all that was given: the first hint that there is, and how many more there are."""
    found = list(dict.fromkeys(filter(None, (lacks(team, one.card, one.person) for one in cards))))
    return f"{found[0]} (and {len(found) - 1} more like this)" if len(found) > 1 else "".join(found)


def _card(team: Team, edit: Edit) -> Task | None:
    if edit.before is not None:
        return team.find(Task, edit.id)
    try:
        return Task.build(edit.id, edit.after or {})
    except Unfit:
        return None


def _teacher(team: Team, skill: Skill, but: Sequence[str]) -> str:
    """Who can do it best, with the level; empty where nobody can do it alone."""
    best = next((login for login in able_in(team, skill.id) if login not in but), "")
    return f"{team.name_of(best)} ({Levels.of(team).level(best, skill.id)})" if best else ""
