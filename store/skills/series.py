"""Trends of all departments, roles or skills at once, for a list with a chart.

What each number means, and its formula, stands in `store.skills.trends`; here all levels are gone through
once, and not once for each skill.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.skills.catalogue import Catalogue
from store.skills.levels import ABLE, HIGHEST, day_in
from store.skills.money import departments
from store.skills.months import Period, holding, latest
from store.skills.people import Departments
from store.skills.trends import spending
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
    found = []
    named: list[tuple[str, str, str | None]] = [(ALL, "Everybody", None)]
    named += [(f"department {name}", name, name) for name in (*departments(team), "")]
    for key, name, department in named:
        spent = spending(team, end, count=count, months=months, department=department)
        values = tuple(_amount(one.hours, one.heads, per) for one in spent)
        if what is What.MONEY:
            values = tuple(_amount(one.money, one.heads, per) for one in spent)
        if key == ALL or any(values):
            found.append(Trend(key, name, tuple(one.period for one in spent), values))
    return found


def _amount(value: float, heads: int, per: Per) -> float:
    if per is not Per.HEAD:
        return value
    return value / heads if heads else 0.0


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
        names |= {f"skill {skill.id}": skill.name for skill in catalogue.skills}
        return names, lambda person, skill: (ALL, f"skill {skill}")
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
    hers = {login: known.get(of_person(login).casefold(), "department ") for login in team.members}
    return names, lambda person, skill: (ALL, hers[person])


def _said(team: Team, end: date) -> Sequence[tuple[str, str, int, str, int, int]]:
    """Day, moment, number, person, skill and level of what was said, in its order, from the rows as kept."""
    skills, people, limit = Catalogue.of(team).by_id, team.members, end.isoformat()
    found = []
    for id, raw in team.tables.get("assessments", {}).items():
        person, skill, level = raw.get("person"), raw.get("skill"), raw.get("level")
        day, at = raw.get("day"), raw.get("at")
        if type(person) is not str or type(skill) is not int or type(level) is not int:
            continue
        if raw.get("archived_at") is not None or person not in people or skill not in skills:
            continue
        if type(day) is str and type(at) is str and day <= limit and 0 <= level <= HIGHEST and day_in(day):
            found.append((day, at[:-1], id, person, skill, level))
    return sorted(found)
