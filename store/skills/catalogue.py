"""The skills that the team has agreed on, and the level that each role needs in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.models import Member, Skill
from store.team import Team, WorkedOut

NOTHING: Mapping[int, int] = {}


class Catalogue(WorkedOut):
    """The skills in their order, and ways to look them up. Roles that are put away need nothing."""

    TABLES = ("skills", "roles")

    def __init__(self, team: Team) -> None:
        live = [skill for skill in team.all(Skill) if not skill.archived_at]
        self.skills: tuple[Skill, ...] = tuple(sorted(live, key=in_order))
        """By category, those without one last; in a category by their rank."""
        self.by_id: Mapping[int, Skill] = {skill.id: skill for skill in self.skills}
        roles = {role.id for role in team.roles}
        needs: dict[int, dict[int, int]] = {}
        tagged: dict[str, list[Skill]] = {}
        for skill in self.skills:
            tagged.setdefault((skill.tag or skill.name).casefold(), []).append(skill)
            for target in skill.targets:
                if target.level and target.role in roles:
                    of_role = needs.setdefault(target.role, {})
                    of_role[skill.id] = max(target.level, of_role.get(skill.id, 0))
        self.needs: Mapping[int, Mapping[int, int]] = needs
        """Number of a role to number of a skill to the level, 1 to 4, that it needs."""
        self._tagged = tagged

    def needed_by(self, tags: Iterable[str]) -> list[Skill]:
        """The skills that a card with these tags needs, each once."""
        found = (skill for tag in tags for skill in self._tagged.get(tag.casefold(), ()))
        return list({skill.id: skill for skill in found}.values())

    def of_role(self, role: int) -> Mapping[int, int]:
        """Number of each skill that a role needs to the level, 1 to 4, that it needs."""
        return self.needs.get(role, NOTHING)

    def targets(self, member: Member | None) -> dict[int, int]:
        """Number of each skill that a person needs to the level: the highest that her roles ask for."""
        found: dict[int, int] = {}
        for role in member.roles if member else ():
            for skill, level in self.of_role(role).items():
                found[skill] = max(level, found.get(skill, 0))
        return found


def skills(team: Team) -> tuple[Skill, ...]:
    """The skills that are not put away, by category and rank."""
    return Catalogue.of(team).skills


def in_category(team: Team, category: str) -> tuple[Skill, ...]:
    """Those of one category, by rank; letters in upper and lower case are the same."""
    low = category.casefold()
    return tuple(skill for skill in skills(team) if skill.category.casefold() == low)


def in_order(skill: Skill) -> tuple[bool, str, str, int]:
    """What sorts skills by category and rank."""
    return not skill.category, skill.category.casefold(), skill.position, skill.id
