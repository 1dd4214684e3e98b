"""`tagwerk budget`: what departments may spend on learning, and have."""

from __future__ import annotations

from collections.abc import Sequence

from store.errors import Refused
from store.rules.budgets import set_budget
from store.rules.words import quoted
from store.skills.money import Account, accounts, departments
from store.skills.saying import figure
from store.team import Team
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.session import session
from tui.commands.skill_shapes import account_shape

_HEAD = ["", "budget", "planned", "spent", "left", "wished", "hours"]


def this_year(call: Call) -> Grid:
    """This year's accounts.

    Raises:
        StorageError: the folder does not answer.
    """
    return everything(call, year=None)


def everything(call: Call, *, year: int | None) -> Grid:
    """Every department's account of a year.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return sheet(opened.team, year or opened.today.year)


def put(call: Call, *, department: str, amount: float | None, year: int | None) -> Said:
    """Say what a department may spend in a year.

    Raises:
        Refused: the person leads no role, no role has such a department, or the amount does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, when = opened.team, year or opened.today.year
        name = _department(team, department)
        change = set_budget(team, name, when, amount, opened.person, opened.now)
        return done(opened, change, lambda _: {"account": _account(opened.team, name, when)})


def sheet(team: Team, year: int, only: str | None = None) -> Grid:
    """Every department's account of a year, or only one, with a line for all together."""
    found = [
        one for one in accounts(team, year) if only is None or one.department.casefold() == only.casefold()
    ]
    rows = [_row(one.department or "no department", one) for one in found]
    if len(found) > 1:
        rows.append(_row("together", _together(found, year)))
    content = {
        "year": year,
        "currency": team.settings.currency,
        "accounts": [account_shape(one) for one in found],
    }
    nothing = f"Nothing is planned for {year}; “tagwerk budget set DEPARTMENT AMOUNT” sets a budget."
    head = [f"{year}, {team.settings.currency}", *_HEAD[1:]]
    return Grid([head, *rows] if rows else [], (12, 0, 0, 0, 0, 0, 0), content, nothing)


def _row(name: str, one: Account) -> list[str]:
    done, ahead = f"{one.hours_done:g}", one.hours_planned
    return [
        name,
        figure(one.budget) if one.budget is not None else "-",
        figure(one.planned),
        figure(one.spent),
        (f"{figure(-one.left)} over" if one.left < 0 else figure(one.left)) if one.left is not None else "-",
        figure(one.wished),
        f"{done} of {one.hours_done + ahead:g}",
    ]


def _together(found: Sequence[Account], year: int) -> Account:
    budgets = [one.budget for one in found if one.budget is not None]
    return Account(
        "",
        year,
        sum(budgets) if budgets else None,
        sum(one.planned for one in found),
        sum(one.spent for one in found),
        sum(one.wished for one in found),
        sum(one.hours_planned for one in found),
        sum(one.hours_done for one in found),
    )


def _department(team: Team, typed: str) -> str:
    """A department in whatever case, or how it begins; one that no role has is most likely a slip."""
    low = typed.strip().casefold()
    if low in ("none", ""):
        return ""
    known = departments(team)
    exact = [name for name in known if name.casefold() == low]
    found = exact or [name for name in known if name.casefold().startswith(low)]
    if len(found) != 1:
        names = ", ".join(quoted(name) for name in known) or "none yet; give the roles departments first"
        raise Refused(f"There is no one department {quoted(typed)}; the roles have {names}.")
    return found[0]


def _account(team: Team, department: str, year: int) -> Json | None:
    mine = (one for one in accounts(team, year) if one.department.casefold() == department.casefold())
    found = next(mine, None)
    return account_shape(found) if found else None
