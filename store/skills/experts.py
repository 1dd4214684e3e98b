"""Who can do what: skills that hang on one person, who could learn them next, and who can help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from store.models import Absence, Skill
from store.models.raws import words_in
from store.skills.catalogue import Catalogue
from store.skills.levels import ABLE, Level, Levels
from store.skills.wording import score, words_of
from store.team import Team

_MOST_NEXT = 3
"""People who are named as the next to learn something."""


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who could learn a skill next."""

    person: str
    """Login."""
    level: int
    """0 to 4, as it is."""
    is_same_role: bool
    """Whether she shares a role with who can do it, or her role needs it."""
    cards: int
    """Open cards that she is on."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A skill that only one person can do alone."""

    skill: Skill
    person: str
    """Login of who can."""
    level: int
    """3 or 4."""
    next: tuple[Learner, ...]
    """Who could learn it next, the nearest first."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who can help with a skill."""

    person: str
    """Login."""
    skill: Skill
    level: Level
    is_away: bool
    """Whether she is away on that day."""


def able(team: Team, least: int = ABLE) -> Mapping[int, list[str]]:
    """Number of each skill to the logins of the people in the team who have at least a level in it."""
    found: dict[int, list[str]] = {skill.id: [] for skill in Catalogue.of(team).skills}
    levels = Levels.of(team)
    for login in team.members:
        for skill, level in levels.levels_of(login).items():
            if level >= least and skill in found:
                found[skill].append(login)
    return found


def able_in(team: Team, skill: int, least: int = ABLE) -> list[str]:
    """Logins of the people in the team who have at least a level in one skill, the best first."""
    levels = Levels.of(team)
    found = [(-level, login) for login in team.members if (level := levels.level(login, skill)) >= least]
    return [login for _, login in sorted(found)]


def alone(team: Team) -> list[Alone]:
    """The skills that only one person can do alone, in their order."""
    levels, catalogue = Levels.of(team), Catalogue.of(team)
    cards = open_cards(team)
    found = []
    for skill, people in able(team).items():
        if len(people) == 1:
            (expert,) = people
            next_ones = tuple(_learners(team, skill, expert, cards)[:_MOST_NEXT])
            found.append(Alone(catalogue.by_id[skill], expert, levels.level(expert, skill), next_ones))
    return found


def next_learners(team: Team, skill: int, expert: str) -> list[Learner]:
    """Who could learn a skill from somebody: the nearest level, then the same role, then most time."""
    return _learners(team, skill, expert, open_cards(team))


def nobody(team: Team) -> list[Skill]:
    """The skills that a role needs and nobody can do alone, in their order."""
    catalogue, people = Catalogue.of(team), able(team)
    needed = {skill for needs in catalogue.needs.values() for skill in needs}
    return [skill for skill in catalogue.skills if skill.id in needed and not people[skill.id]]


def who_can_help(team: Team, words: str, today: date | None = None, most: int = 20) -> list[Helper]:
    """Who can help with something, the best first: there today, by how well the skill fits, by level.

    The words are looked for in names, tags, categories and descriptions of the skills, also with a slip in
    them. Only levels from 2 on help anybody. Somebody is named once for each skill that fits.
    """
    catalogue, levels = Catalogue.of(team), Levels.of(team)
    wanted = words_of(words)
    scores = {skill.id: score(wanted, _weighed(skill)) for skill in catalogue.skills}
    best = max(scores.values(), default=0.0)
    # What fits a quarter as well only shares a small word with what was asked for.
    fits = {skill: fit for skill, fit in scores.items() if fit * 4 > best}
    away = away_on(team, today)
    found = [
        Helper(login, catalogue.by_id[skill], level, login in away)
        for login in (team.members if fits else ())
        for skill in fits
        if levels.level(login, skill) > 1 and (level := levels.get(login, skill))
    ]

    def order(helper: Helper) -> tuple[bool, bool, int, bool, float, str]:
        fit, level = fits[helper.skill.id], helper.level
        # Half as good a fit is another subject: its experts come after those of the first.
        return helper.is_away, fit * 2 <= best, -level.level, not level.is_confirmed, -fit, helper.person

    return sorted(found, key=order)[:most]


def away_on(team: Team, day: date | None) -> frozenset[str]:
    """Logins of who is away on a day; on none where `None`."""
    if day is None:
        return frozenset()
    return frozenset(a.person for a in team.all(Absence) if not a.archived_at and a.covers(day))


def open_cards(team: Team) -> Mapping[str, int]:
    """How many cards that are not finished each person is on."""
    found: dict[str, int] = {}
    for raw in team.tables.get("tasks", {}).values():
        people = raw.get("assignees")
        if people and not raw.get("archived_at") and not raw.get("finished_at"):
            for login in words_in(people):
                found[login] = found.get(login, 0) + 1
    return found


def _learners(team: Team, skill: int, expert: str, cards: Mapping[str, int]) -> list[Learner]:
    member = team.members.get(expert)
    roles = set(member.roles if member else ())
    roles |= {role for role, needs in Catalogue.of(team).needs.items() if skill in needs}
    levels = Levels.of(team)
    found = [
        Learner(login, levels.level(login, skill), not roles.isdisjoint(other.roles), cards.get(login, 0))
        for login, other in team.members.items()
        if login != expert and levels.level(login, skill) < ABLE
    ]
    # Who has nothing to do with it does not come before who has.
    found = [one for one in found if one.level or one.is_same_role] or found
    return sorted(found, key=lambda one: (-one.level, not one.is_same_role, _load(team, one), one.person))


def _load(team: Team, one: Learner) -> float:
    """Open cards for each hour that somebody works in a week."""
    own = team.members[one.person].hours
    return one.cards / max(1.0, team.settings.hours_per_week if own is None else own)


def _weighed(skill: Skill) -> Iterable[tuple[float, str]]:
    return (4.0, skill.name), (3.0, skill.tag), (2.0, skill.category), (1.0, skill.about)
