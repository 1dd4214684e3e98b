"""What learning costs each department in a year, against what it may spend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from store.models import Budget, LearningItem, LearningState
from store.skills.people import Departments
from store.team import Team

_AGREED = (LearningState.PLANNED, LearningState.UNDER_WAY, LearningState.DONE)
_AHEAD = (LearningState.PLANNED, LearningState.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Account:
    """One department in one year; amounts are in the team's currency."""

    department: str
    """As the roles name it; empty for those that belong to none."""
    year: int
    budget: float | None
    """`None`: nobody has set one."""
    planned: float
    """Agreed on and not paid yet, also where it is done."""
    spent: float
    """Paid."""
    wished: float
    """What nobody has agreed to yet; not counted."""
    hours_planned: float
    """Hours of what is planned or under way."""
    hours_done: float
    """Hours of what is done."""

    @property
    def left(self) -> float | None:
        """budget - planned - spent, negative where it is too much; `None` without a budget."""
        return None if self.budget is None else self.budget - self.planned - self.spent


def accounts(team: Team, year: int) -> list[Account]:
    """Every department with a budget or with something to learn in a year, by name; those without one last.

    An item belongs to the department of the person's main role. It counts in the year in which it was paid or
    finished, else in the one in which it is due, else in the one in which it was written down. What was
    archived counts as far as it was paid or done.
    """
    of_person = Departments.of(team).of_person
    sums: dict[str, _Sums] = {}
    names: dict[str, str] = {}
    for budget in budgets(team):
        if budget.year == year:
            sums.setdefault(_key(budget.department, names), _Sums()).budget = budget.amount
    for item in team.all(LearningItem):
        if year in (money_year(team, item), hours_year(team, item)):
            sums.setdefault(_key(of_person(item.person), names), _Sums()).add(team, item, year)
    found = [sums[low].account(names[low], year) for low in sorted(sums, key=lambda low: (not low, low))]
    return [one for one in found if one.budget is not None or any(_amounts(one))]


def budgets(team: Team) -> list[Budget]:
    """Those that hold, one for each department and year; where two were made at once, the newer one."""
    found = {}
    for budget in sorted(team.all(Budget), key=lambda one: (one.id < 0, abs(one.id))):
        if not budget.archived_at:
            found[budget.department.casefold(), budget.year] = budget
    return list(found.values())


def budget_of(team: Team, department: str, year: int) -> Budget | None:
    """The budget of a department in a year; `None` where nobody has set one."""
    low = department.strip().casefold()
    mine = (one for one in budgets(team) if (one.department.casefold(), one.year) == (low, year))
    return next(mine, None)


def departments(team: Team) -> list[str]:
    """The departments that roles and budgets name, each once, in the order of the roles."""
    named = [role.department for role in team.roles]
    named += [budget.department for budget in budgets(team)]
    found: dict[str, str] = {}
    for name in named:
        if name:
            found.setdefault(name.casefold(), name)
    return list(found.values())


def money_year(team: Team, item: LearningItem) -> int | None:
    """The year in which an item's money counts; `None` where no day is known."""
    day = item.paid_on if item.paid is not None else None
    return _year(team, item, day or item.finished_on)


def hours_year(team: Team, item: LearningItem) -> int | None:
    """The year in which an item's hours count; `None` where no day is known."""
    return _year(team, item, item.finished_on)


def _year(team: Team, item: LearningItem, day: date | None) -> int | None:
    known = day or item.due or (team.today(item.created_at) if item.created_at else None)
    return known.year if known else None


class _Sums:
    """What comes together for one department."""

    def __init__(self) -> None:
        self.budget: float | None = None
        self.planned = self.spent = self.wished = self.hours_planned = self.hours_done = 0.0

    def add(self, team: Team, item: LearningItem, year: int) -> None:
        is_there = item.archived_at is None
        if money_year(team, item) == year:
            if item.paid is not None:
                self.spent += item.paid
            elif item.state in _AGREED and (is_there or item.state is LearningState.DONE):
                self.planned += item.cost
            elif item.state is LearningState.WISH and is_there:
                self.wished += item.cost
        if hours_year(team, item) == year:
            if item.state is LearningState.DONE:
                self.hours_done += item.hours
            elif item.state in _AHEAD and is_there:
                self.hours_planned += item.hours

    def account(self, department: str, year: int) -> Account:
        amounts = self.planned, self.spent, self.wished, self.hours_planned, self.hours_done
        return Account(department, year, self.budget, *amounts)


def _key(name: str, names: dict[str, str]) -> str:
    """A department as it is told from others; the first way in which it is written is its name."""
    names.setdefault(name.casefold(), name)
    return name.casefold()


def _amounts(one: Account) -> Iterable[float]:
    return one.planned, one.spent, one.wished, one.hours_planned, one.hours_done
