"""Trends of all departments, roles or skills at once, for a list with a chart.

What each number means, and its formula, stands in `store.skills.trends`; here all levels are gone through
once, and not once for each skill.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.models import LearningItem, LearningState, Member
from store.skills.catalogue import Catalogue
from store.skills.levels import ABLE, HIGHEST, day_in
from store.skills.money import departments
from store.skills.months import Period, holding, latest
from store.skills.people import Departments
from store.skills.trends import heads_on
from store.team import Team

ALL = "all"
"""Key of everything together."""
COUNT = 12
"""Months or quarters that are shown."""


class What(StrEnum):
    """What is shown over time."""

    LEVEL = "mean level"
    """Σ level ÷ number of known levels, 0 to 4."""
    ABLE = "levels at 3 or more"
    """How many pairs of a person and a skill; of one skill: people."""
    HOURS = "hours"
    """Hours of what was finished."""
    MONEY = "money"
    """What was paid, in the team's currency."""


class Per(StrEnum):
    """By what it is divided."""

    DEPARTMENT = "department"
    ROLE = "role"
    SKILL = "skill"
    HEAD = "head, by department"


PER = {
    What.LEVEL: (Per.DEPARTMENT, Per.ROLE, Per.SKILL),
    What.ABLE: (Per.DEPARTMENT, Per.ROLE, Per.SKILL),
    What.HOURS: (Per.DEPARTMENT, Per.HEAD),
    What.MONEY: (Per.DEPARTMENT, Per.HEAD),
}
"""How each can be divided."""


@dataclass(frozen=True, slots=True)
class Trend:
    """One line: how something went."""

    key: str
    """Stays the same: `all`, `role 3`, `skill 7`, `department Marketing`."""
    name: str
    """Empty: those who belong to no department."""
    periods: tuple[Period, ...]
    """The oldest first."""
    values: tuple[float | None, ...]
    """One for each period; `None`: nothing was known."""


def end_of(today: date, months: int, back: int) -> date:
    """The last day that is looked at, so many months or quarters before today's."""
    return min(today, holding(today, months).shifted(-back).last)


def trends(team: Team, end: date, what: What, per: Per, months: int, count: int = COUNT) -> list[Trend]:
    """Everything together, and then each department, role or skill of which something is known.

    Args:
        team: the snapshot.
        end: the last day that is looked at.
        what: what is shown.
        per: by what it is divided.
        months: 1 for months, 3 for quarters.
        count: how many of them.
    """
    if what in (What.LEVEL, What.ABLE):
        return _levels(team, end, what, per, months, count)
    return _spent(team, end, what, per, months, count)


def _spent(team: Team, end: date, what: What, per: Per, months: int, count: int) -> list[Trend]:
    periods = tuple(latest(end, count, months))
    at_of = {period: at for at, period in enumerate(periods)}
    of_person = Departments.of(team).of_person
    names = {low: name for name in ("", *departments(team)) for low in (name.casefold(),)}
    sums = {low: [0.0] * count for low in (None, *names)}
    for item in team.all(LearningItem):
        day, value = _counts(item, what)
        at = at_of.get(holding(day, months)) if day is not None and day <= periods[-1].last else None
        if at is not None and value:
            low = of_person(item.person).casefold()
            for line in (None, low if low in sums else ""):
                sums[line][at] += value
    crews: dict[str | None, list[Member]] = {low: [] for low in sums}
    for member in team.all(Member):
        low = of_person(member.login).casefold()
        for line in (None, low if low in sums else ""):
            crews[line].append(member)
    found = []
    for line, values in sums.items():
        if line is not None and not any(values):
            continue
        if per is Per.HEAD:
            heads = [heads_on(team, crews[line], min(period.last, end)) for period in periods]
            values = [value / head if head else 0.0 for value, head in zip(values, heads, strict=True)]
        key, name = (ALL, "Everybody") if line is None else (f"department {names[line]}", names[line])
        found.append(Trend(key, name, periods, tuple(values)))
    # Who belongs to no department comes last.
    return sorted(found, key=lambda one: one.key != ALL and not one.name)


def _counts(item: LearningItem, what: What) -> tuple[date | None, float]:
    """The day on which an item counts, and how much."""
    if what is What.MONEY:
        return (item.paid_on or item.finished_on, item.paid) if item.paid is not None else (None, 0.0)
    return (item.finished_on, item.hours) if item.state is LearningState.DONE else (None, 0.0)


class _Sums:
    """What comes together for one line."""

    __slots__ = ("able", "known", "levels")

    def __init__(self) -> None:
        self.levels = self.able = self.known = 0

    def value(self, what: What) -> float | None:
        if what is What.ABLE:
            return float(self.able)
        return self.levels / self.known if self.known else None


def _levels(team: Team, end: date, what: What, per: Per, months: int, count: int) -> list[Trend]:
    periods = tuple(latest(end, count, months))
    names, keys_of = _lines(team, per)
    sums = {key: _Sums() for key in names}
    series: dict[str, list[float | None]] = {key: [] for key in names}
    held: dict[tuple[str, int], int] = {}
    rows, at = _said(team, end), 0
    for period in periods:
        until = period.last.isoformat()
        while at < len(rows) and rows[at][0] <= until:
            _, _, _, person, skill, level = rows[at]
            old = held.get((person, skill))
            held[person, skill] = level
            for key in keys_of(person, skill):
                one = sums[key]
                one.levels += level - (old or 0)
                one.able += (level >= ABLE) - (old is not None and old >= ABLE)
                one.known += old is None
            at += 1
        for key, one in sums.items():
            series[key].append(one.value(what))
    return [
        Trend(key, name, periods, tuple(series[key]))
        for key, name in names.items()
        if key == ALL or sums[key].known
    ]


def _lines(team: Team, per: Per) -> tuple[dict[str, str], Callable[[str, int], Iterable[str]]]:
    """The lines by their keys, and to which of them a person and a skill belong."""
    catalogue = Catalogue.of(team)
    names = {ALL: "Everybody"}
    if per is Per.SKILL:
        both = {skill.id: (ALL, f"skill {skill.id}") for skill in catalogue.skills}
        names |= {f"skill {skill.id}": skill.name for skill in catalogue.skills}
        return names, lambda person, skill: both[skill]
    if per is Per.ROLE:
        names |= {f"role {role.id}": role.name for role in team.roles}
        of_role = {role.id: set(catalogue.of_role(role.id)) or set(catalogue.by_id) for role in team.roles}
        roles = {
            login: [(f"role {id}", of_role[id]) for id in dict.fromkeys(member.roles) if id in of_role]
            for login, member in team.members.items()
        }
        return names, lambda person, skill: (
            ALL,
            *(key for key, needed in roles.get(person, ()) if skill in needed),
        )
    of_person = Departments.of(team).of_person
    known = {name.casefold(): f"department {name}" for name in departments(team)}
    names |= {f"department {name}": name for name in (*departments(team), "")}
    hers = {login: (ALL, known.get(of_person(login).casefold(), "department ")) for login in team.members}
    return names, lambda person, skill: hers[person]


def _said(team: Team, end: date) -> Sequence[tuple[str, str, int, str, int, int]]:
    """Day, moment, number, person, skill and level of what was said, in its order, from the rows as kept."""
    skills, people, limit = Catalogue.of(team).by_id, team.members, end.isoformat()
    is_day: dict[str, bool] = {}
    found = []
    for id, raw in team.tables.get("assessments", {}).items():
        person, skill, level = raw.get("person"), raw.get("skill"), raw.get("level")
        day, at = raw.get("day"), raw.get("at")
        if type(person) is not str or type(skill) is not int or type(level) is not int:
            continue
        if raw.get("archived_at") is not None or person not in people or skill not in skills:
            continue
        if type(day) is not str or type(at) is not str or day > limit or not 0 <= level <= HIGHEST:
            continue
        if day not in is_day:
            is_day[day] = day_in(day) is not None
        if is_day[day]:
            found.append((day, at[:-1], id, person, skill, level))
    return sorted(found)
