"""What departments may spend on learning in a year."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.errors import Refused
from store.models import Budget
from store.rules.board import free_number
from store.rules.membership import refuse_unless_lead
from store.rules.valid import changed, valid
from store.rules.words import quoted
from store.skills.money import budget_of, departments
from store.skills.saying import amount as spoken
from store.team import Team


def set_budget(
    team: Team, department: str, year: int, amount: float | None, by: str, now: datetime, *, id: int = -1
) -> Change:
    """Say what a department may spend in a year; `None` takes its budget away.

    Args:
        team: the snapshot.
        department: as the roles name it, in whatever case; empty for those that belong to none.
        year: the calendar year.
        amount: in the team's currency.
        by: login of the person.
        now: when.
        id: the negative number that stands for a new one until the commit.

    Raises:
        Refused: the person leads no role, or a value does not fit its field.
    """
    refuse_unless_lead(team, by, "sets budgets")
    known = {name.casefold(): name for name in departments(team)}
    name = known.get(department.strip().casefold(), department)
    old = budget_of(team, name, year)
    whose = f"{f'of {quoted(name)}' if name.strip() else 'without a department'} for {year}"
    if amount is None:
        if old is None:
            raise Refused(f"There is no budget {whose}.")
        return changed(old, f"took away the budget {whose}", {"archived_at": now}).signed(by, now)
    label = f"set the budget {whose} to {spoken(team, amount)}"
    if old is not None:
        return changed(old, label, {"amount": amount}).signed(by, now)
    number = free_number(team, "budgets", id)
    new = valid(Budget, {"id": number, "department": name, "year": year, "amount": amount})
    return Change.insert("budgets", new, label, number).signed(by, now)
