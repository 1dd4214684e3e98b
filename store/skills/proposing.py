"""From a gap to something to learn."""

from __future__ import annotations

from store.models import LearningItem, LearningKind, LearningState, Skill
from store.skills.catalogue import Catalogue
from store.skills.experts import able_in
from store.skills.gaps import target_of
from store.skills.levels import HIGHEST, Levels
from store.team import Team


def propose(team: Team, person: str, skill: int) -> LearningItem:
    """What somebody could do to get on in a skill: a wish that is filled in and not written down yet.

    Working beside a colleague who can do it, where there is one; else a course. It leads to what her roles
    need, or one level up where that is reached.
    """
    known = Catalogue.of(team).by_id.get(skill) or team.find(Skill, skill)
    name = known.name if known else f"skill {skill}"
    level, target = Levels.of(team).level(person, skill), target_of(team, person, skill)
    wanted = target if target > level else min(level + 1, HIGHEST)
    teacher = _teacher(team, person, skill, level)
    title = f"Work beside {team.name_of(teacher)}: {name}" if teacher else f"Course: {name}"
    return LearningItem(
        title=title,
        person=person,
        kind=LearningKind.SHADOWING if teacher else LearningKind.COURSE,
        state=LearningState.WISH,
        provider=teacher,
        skill=skill,
        level=max(wanted, 1),
        why=_why(known, level, target),
    )


def _teacher(team: Team, person: str, skill: int, level: int) -> str:
    """Login of who can do it best; empty where nobody else can do it alone, or better."""
    best = next((login for login in able_in(team, skill) if login != person), "")
    return best if best and Levels.of(team).level(best, skill) > level else ""


def _why(skill: Skill | None, level: int, target: int) -> str:
    if skill is None or target <= level:
        return ""
    return f"At {level} ({skill.meaning(level)}) now; {target} ({skill.meaning(target)}) is needed."
