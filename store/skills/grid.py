"""Which skills and people stand in the matrix, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.models import Member, Role, Skill
from store.skills.catalogue import Catalogue
from store.skills.levels import Levels
from store.team import Team


class Order(StrEnum):
    """How the matrix is sorted."""

    GAP = "gap"
    """What is missing most comes first, skills as well as people."""
    CATEGORY = "category"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the matrix somebody wants to see."""

    order: Order = Order.GAP
    role: int | None = None
    """Number of the role whose people are shown, with what it needs; `None`: everybody."""
    words: str = ""
    """Words of skills, or of people: `@` before one says a person."""
    only_gaps: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether not everything is wanted."""
        return self.role is not None or bool(self.words) or self.only_gaps


@dataclass(frozen=True, slots=True)
class Grid:
    """The skills from top to bottom, and the people from left to right."""

    skills: Sequence[Skill]
    people: Sequence[Member]
    targets: Mapping[str, Mapping[int, int]]
    """Login to the number of each skill that the person needs to the level, 1 to 4."""
    levels: Levels
    below: Mapping[int, int]
    """Number of a skill to how many of these people are below what they need, or have let it expire."""
    missing: Mapping[int, int]
    """Number of a skill to the levels that are missing, those of all these people together."""

    def target(self, login: str, skill: int) -> int:
        """The level that a person needs; 0 for none."""
        return self.targets.get(login, _NOTHING).get(skill, 0)


_NOTHING: Mapping[int, int] = {}


def grid(team: Team, wanted: Wanted, today: date) -> Grid:
    """What is wanted of the matrix on a day. One pass over what the people need."""
    catalogue, levels = Catalogue.of(team), Levels.of(team)
    people = [m for m in team.members.values() if wanted.role is None or wanted.role in m.roles]
    skills = [*catalogue.skills]
    if wanted.role is not None and (needs := catalogue.of_role(wanted.role)):
        skills = [skill for skill in skills if skill.id in needs]
    skills, people = _with_words(skills, people, wanted.words)
    targets = {member.login: catalogue.targets(member) for member in people}
    shown = {skill.id for skill in skills}
    below: dict[int, int] = {}
    of_skill: dict[int, int] = {}
    of_person: dict[str, int] = {}
    for login, needed in targets.items():
        for number, target in needed.items():
            missing = levels.lacks(login, number, target, today)
            if missing > 0 and number in shown:
                below[number] = below.get(number, 0) + 1
                of_skill[number] = of_skill.get(number, 0) + missing
                of_person[login] = of_person.get(login, 0) + missing
    if wanted.only_gaps:
        skills = [skill for skill in skills if skill.id in below]
        people = [member for member in people if member.login in of_person]
    by_gap = wanted.order is Order.GAP
    people.sort(key=lambda m: (-of_person.get(m.login, 0) * by_gap, m.display_name.casefold(), m.login))
    if wanted.order is not Order.CATEGORY:
        skills.sort(key=lambda s: (-of_skill.get(s.id, 0) * by_gap, s.name.casefold(), s.id))
    return Grid(skills, people, targets, levels, below, of_skill)


def needed_for(team: Team, login: str, skill: int) -> tuple[int, Role | None]:
    """The level that a person needs in a skill, and the role that asks for it; 0 and `None` for none."""
    catalogue, member = Catalogue.of(team), team.members.get(login)
    asked = (
        [(catalogue.of_role(role).get(skill, 0), -at) for at, role in enumerate(member.roles)]
        if member
        else []
    )
    best = max(asked, default=(0, 0))
    if member is None or not best[0]:
        return 0, None
    return best[0], team.find(Role, member.roles[-best[1]])


def _with_words(skills: list[Skill], people: list[Member], words: str) -> tuple[list[Skill], list[Member]]:
    for word in words.casefold().split():
        named = [skill for skill in skills if not word.startswith("@") and _says(word, _texts(skill))]
        if named:
            skills = named
        else:
            people = [m for m in people if _says(word.removeprefix("@"), (m.login, m.name))]
    return skills, people


def _texts(skill: Skill) -> Iterable[str]:
    return skill.name, skill.category, skill.tag


def _says(word: str, texts: Iterable[str]) -> bool:
    return any(word in text.casefold() for text in texts)
