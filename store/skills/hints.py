"""A quiet word when a card goes to somebody who lacks what it needs: a chance to learn, never a no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.models import Skill, Task
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


def hints(team: Team, tasks: Sequence[Task], logins: Sequence[str]) -> str:
    """One sentence for several cards and people: the first that there is, and how many more there are."""
    found = list(dict.fromkeys(_all(team, tasks, logins)))
    if not found:
        return ""
    return f"{found[0]} (and {len(found) - 1} more like this)" if len(found) > 1 else found[0]


def _all(team: Team, tasks: Sequence[Task], logins: Sequence[str]) -> Iterator[str]:
    for task in tasks:
        for login in logins:
            if said := lacks(team, task, login):
                yield said


def _teacher(team: Team, skill: Skill, but: Sequence[str]) -> str:
    """Who can do it best, with the level; empty where nobody can do it alone."""
    best = next((login for login in able_in(team, skill.id) if login not in but), "")
    return f"{team.name_of(best)} ({Levels.of(team).level(best, skill.id)})" if best else ""
