"""Where people can do less than their roles need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from store.models import Member
from store.skills.catalogue import Catalogue
from store.skills.levels import Levels
from store.team import Team


@dataclass(frozen=True, slots=True)
class Gap:
    """One person is below what her roles need in one skill."""

    person: str
    """Login."""
    skill: int
    level: int
    """0 to 4, as it is."""
    target: int
    """1 to 4: the highest that her roles need."""

    @property
    def size(self) -> int:
        """How many levels are missing, 1 to 4; where the certificate has expired and no level is, one."""
        return max(1, self.target - self.level)

    @property
    def is_expired(self) -> bool:
        """Whether the level would do, but its certificate holds no longer."""
        return self.level >= self.target


@dataclass(frozen=True, slots=True)
class RoleGap:
    """How far the people of one role are from what it needs in one skill."""

    role: int
    skill: int
    target: int
    """1 to 4."""
    people: int
    """How many work in the role."""
    below: int
    """How many of them are below the target, or have a certificate for it that has expired."""
    missing: int
    """Levels that are missing, all of them together."""


def target_of(team: Team, person: str, skill: int) -> int:
    """The level that a person needs in a skill: the highest that her roles ask for; 0 for none."""
    member = team.members.get(person)
    catalogue = Catalogue.of(team)
    return max((catalogue.of_role(role).get(skill, 0) for role in member.roles), default=0) if member else 0


def targets_of(team: Team, person: str) -> Mapping[int, int]:
    """Number of each skill that a person needs to the level, 1 to 4."""
    return Catalogue.of(team).targets(team.members.get(person))


def gaps_of(team: Team, person: str, today: date) -> list[Gap]:
    """What one person lacks on a day, the largest gap first."""
    member = team.members.get(person)
    return _sorted(team, _gaps(team, member, today)) if member else []


def gaps(team: Team, today: date) -> list[Gap]:
    """What everybody lacks on a day, the largest gap first, then in the order of the skills and by login."""
    return _sorted(team, (gap for member in team.members.values() for gap in _gaps(team, member, today)))


def role_gaps(team: Team, today: date, role: int | None = None) -> list[RoleGap]:
    """What the roles lack, or only one of them: the most levels missing first. What is met is left out.

    missing = Σ over the people of the role of max(0, target - level), in levels; what would do but has a
    certificate that expired before today counts as one level.
    """
    catalogue, levels = Catalogue.of(team), Levels.of(team)
    order = {skill.id: at for at, skill in enumerate(catalogue.skills)}
    places = {one.id: at for at, one in enumerate(team.roles)}
    crews = _crews(team)
    found = []
    for number, needs in catalogue.needs.items():
        crew = crews.get(number, []) if role in (None, number) else []
        for skill, target in needs.items():
            lacks = [lack for login in crew if (lack := levels.lacks(login, skill, target, today))]
            if lacks:
                found.append(RoleGap(number, skill, target, len(crew), len(lacks), sum(lacks)))
    return sorted(found, key=lambda gap: (-gap.missing, places[gap.role], order[gap.skill]))


def _gaps(team: Team, member: Member, today: date) -> Iterator[Gap]:
    levels = Levels.of(team)
    for skill, target in Catalogue.of(team).targets(member).items():
        if levels.lacks(member.login, skill, target, today):
            yield Gap(member.login, skill, levels.level(member.login, skill), target)


def _sorted(team: Team, found: Iterator[Gap]) -> list[Gap]:
    order = {skill.id: at for at, skill in enumerate(Catalogue.of(team).skills)}
    return sorted(found, key=lambda gap: (-gap.size, order[gap.skill], gap.person))


def _crews(team: Team) -> dict[int, list[str]]:
    """Number of each role to the logins of who works in it."""
    crews: dict[int, list[str]] = {}
    for login, member in team.members.items():
        for role in dict.fromkeys(member.roles):
            crews.setdefault(role, []).append(login)
    return crews
