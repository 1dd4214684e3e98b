"""How levels, hours and money went over time; pure series, worked out anew each time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from store.models import LearningItem, LearningState, Member
from store.skills.catalogue import Catalogue
from store.skills.levels import ABLE, HIGHEST, day_in
from store.skills.months import Period, latest
from store.skills.people import Departments
from store.team import Team

YEAR = 12
"""Months that are usually shown."""


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """How it stood with levels on the last day of a month; of the present month, today."""

    period: Period
    mean: float | None
    """Mean of the levels that were known, 0.0 to 4.0: Σ level ÷ number of them. `None`: none was known."""
    able: int
    """Pairs of a person and a skill at 3 or more; of one skill: people."""
    known: int
    """Pairs of a person and a skill whose level was known."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a department has put into learning in a month or a quarter."""

    period: Period
    money: float
    """Σ of what was paid in it, in the team's currency."""
    hours: float
    """Σ of the hours of what was finished in it."""
    heads: int
    """People who were in the team on its last day; of the present one, today."""

    @property
    def money_per_head(self) -> float:
        """money ÷ heads, in the team's currency per person; 0.0 without people."""
        return self.money / self.heads if self.heads else 0.0

    @property
    def hours_per_head(self) -> float:
        """hours ÷ heads, in hours per person; 0.0 without people."""
        return self.hours / self.heads if self.heads else 0.0


def levels_over_time(
    team: Team,
    today: date,
    *,
    months: int = YEAR,
    skill: int | None = None,
    role: int | None = None,
    department: str | None = None,
) -> list[LevelPoint]:
    """The levels month by month, the oldest month first.

    Of the people who are in the team now, and of the skills that are not put away.

    Args:
        team: the snapshot.
        today: the day in the team's time zone.
        months: how many, with the present one.
        skill: number of the only skill that is looked at.
        role: number of the role whose people are looked at, and of what it needs, where it needs anything.
        department: whose people are looked at; empty for those who belong to none.
    """
    people = people_of(team, role=role, department=department)
    wanted = {skill} if skill is not None else set(Catalogue.of(team).by_id)
    if role is not None and skill is None:
        wanted &= set(Catalogue.of(team).of_role(role)) or wanted
    said = _said(team, people, wanted, today)
    held: dict[tuple[str, int], int] = {}
    sum_of_levels = able = at = 0
    points = []
    for period in latest(today, months):
        until = period.last.isoformat()
        while at < len(said) and said[at][0] <= until:
            _, _, _, person, number, level = said[at]
            old = held.get((person, number))
            sum_of_levels += level - (old or 0)
            able += (level >= ABLE) - (old is not None and old >= ABLE)
            held[person, number] = level
            at += 1
        mean = sum_of_levels / len(held) if held else None
        points.append(LevelPoint(period, mean, able, len(held)))
    return points


def spending(
    team: Team, today: date, *, count: int = YEAR, months: int = 1, department: str | None = None
) -> list[Spent]:
    """Money and hours by month or quarter, the oldest first.

    An item belongs to the department that the person's main role belongs to now; hours count on the day on
    which the item was finished, money on the day on which it was paid (else on the day it was finished).

    Args:
        team: the snapshot.
        today: the day in the team's time zone.
        count: how many months or quarters, with the present one.
        months: 1 for months, 3 for quarters.
        department: only this one; empty for those who belong to none. `None`: all together.
    """
    is_in = _belonging(team, department)
    items = [item for item in team.all(LearningItem) if is_in(item.person)]
    members = [member for member in team.all(Member) if is_in(member.login)]
    found = []
    for period in latest(today, count, months):
        money = sum(i.paid for i in items if i.paid is not None and _in(period, i.paid_on or i.finished_on))
        done = (i for i in items if i.state is LearningState.DONE and _in(period, i.finished_on))
        heads = heads_on(team, members, min(period.last, today))
        found.append(Spent(period, float(money), float(sum(i.hours for i in done)), heads))
    return found


def heads_on(team: Team, members: Iterable[Member], day: date) -> int:
    """How many of them were in the team on a day; whose first day is not known, always was before."""
    return sum(
        (one.joined_on is None or one.joined_on <= day)
        and (one.left_at is None or team.today(one.left_at) > day)
        for one in members
    )


def people_of(team: Team, *, role: int | None = None, department: str | None = None) -> frozenset[str]:
    """Logins of the people in the team, or of those in a role or a department."""
    is_in = _belonging(team, department)
    return frozenset(
        login
        for login, member in team.members.items()
        if (role is None or role in member.roles) and is_in(login)
    )


_Said = tuple[str, str, int, str, int, int]
"""Day, moment, number of the assessment, person, skill and level."""


def _said(team: Team, people: Collection[str], skills: Collection[int], today: date) -> Sequence[_Said]:
    """What was said about some people and skills up to today, in its order."""
    found: list[_Said] = []
    limit = today.isoformat()
    for id, raw in team.tables.get("assessments", {}).items():
        person, skill, level = raw.get("person"), raw.get("skill"), raw.get("level")
        day, at = raw.get("day"), raw.get("at")
        if raw.get("archived_at") is not None or type(person) is not str or person not in people:
            continue
        if (
            type(skill) is not int
            or skill not in skills
            or type(level) is not int
            or not 0 <= level <= HIGHEST
        ):
            continue
        if type(day) is str and type(at) is str and day <= limit and day_in(day) is not None:
            found.append((day, at[:-1], id, person, skill, level))
    return sorted(found)


def _belonging(team: Team, department: str | None) -> Callable[[str], bool]:
    if department is None:
        return lambda login: True
    of_person, low = Departments.of(team).of_person, department.casefold()
    return lambda login: of_person(login).casefold() == low


def _in(period: Period, day: date | None) -> bool:
    return day is not None and period.first <= day <= period.last
