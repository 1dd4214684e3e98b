"""Money, hours and trends: sums that can be done by hand."""

from __future__ import annotations

from datetime import date

import pytest

from store.models import Budget, Member
from store.skills.money import Account, accounts, departments
from store.skills.months import Period, holding, latest
from store.skills.trends import levels_over_time, spending
from store.team import Team
from tests.builders import LONG_AGO, PHOTO, SHOP
from tests.store.skills.shop import CHECKOUT, LIGHT, TODAY, item, team


def spending_team() -> Team:
    """Ana is in Sales, Ben and Cem in Marketing."""
    return team(
        Budget(id=1, department="Sales", year=2026, amount=1000),
        Budget(id=2, department="Sales", year=2025, amount=5),
        item(1, "ana", cost=300, hours=8, due="2026-12-01"),
        item(
            2,
            "ana",
            cost=400,
            paid=450,
            paid_on="2026-11-10",
            hours=6,
            state="done",
            finished_on="2026-11-12",
        ),
        item(3, "ana", cost=90, state="wish", due="2026-12-01"),
        item(4, "ana", cost=70, state="dropped", due="2026-12-01"),
        item(5, "ben", cost=200, state="done", finished_on="2026-08-30", hours=4),
        item(6, "cem", cost=10, paid=10, paid_on="2026-07-02", state="under way", hours=2, due="2027-01-10"),
        item(7, "ana", cost=33, due="2026-12-01", archived_at="2026-11-01T00:00:00Z"),
    )


def test_each_department_has_its_account() -> None:
    """What is wished for, dropped or put away is not counted; what is done and not paid is still planned."""
    marketing, sales = accounts(spending_team(), 2026)
    sums = {"planned": 300, "spent": 450, "wished": 90, "hours_planned": 8, "hours_done": 6}
    assert sales == Account("Sales", 2026, 1000, **sums)
    assert sales.left == 250
    sums = {"planned": 200, "spent": 10, "wished": 0, "hours_planned": 0, "hours_done": 4}
    assert marketing == Account("Marketing", 2026, None, **sums)
    assert marketing.left is None
    assert [one.department for one in accounts(spending_team(), 2025)] == ["Sales"]
    (ahead,) = accounts(spending_team(), 2027)
    assert (ahead.planned, ahead.hours_planned) == (0, 2)
    assert departments(spending_team()) == ["Sales", "Marketing"]


def test_money_and_hours_per_head() -> None:
    """By month and by quarter, of a department or of all; who came later was no head before."""
    gone = Member(id=9, login="dia", roles=[SHOP], joined_on=date(2026, 1, 1), left_at=LONG_AGO)
    built = spending_team()
    whole = Team({**built.tables, "members": {**built.tables["members"], 9: gone.raw()}})

    october, november = spending(whole, TODAY, count=2, department="sales")
    assert (october.period.name, october.money, october.hours, october.heads) == ("Oct 2026", 0, 0, 1)
    assert (november.money, november.hours, november.money_per_head) == (450, 6, 450)
    third, fourth = spending(whole, TODAY, count=2, months=3)
    assert (third.period.name, third.money, third.hours, third.heads) == ("Q3 2026", 10, 4, 4)
    assert fourth.money_per_head == pytest.approx(150)
    assert spending(whole, TODAY, count=1, department="nowhere")[0].money_per_head == 0


def test_levels_month_by_month() -> None:
    """The mean of what was known on the last day of each month, and how many could do it alone."""
    found = [(p.period.name, p.mean, p.able, p.known) for p in levels_over_time(team(), TODAY, months=4)]
    assert found == [
        ("Aug 2026", None, 0, 0),
        ("Sep 2026", 1.0, 0, 2),
        ("Oct 2026", 1.5, 0, 2),
        ("Nov 2026", 2.0, 1, 4),
    ]
    light = levels_over_time(team(), TODAY, months=3, skill=LIGHT)
    assert [point.mean for point in light] == [1.0, 2.0, 2.0]
    (shop,) = levels_over_time(team(), TODAY, months=1, role=SHOP)
    assert (shop.mean, shop.known) == (2.0, 3)
    (marketing,) = levels_over_time(team(), TODAY, months=1, department="Marketing", skill=CHECKOUT)
    assert (marketing.mean, marketing.able) == (1.0, 0)
    assert levels_over_time(team(), TODAY, months=1, role=PHOTO)[0].mean == 2.0


def test_months_and_quarters() -> None:
    """Over the end of a year."""
    assert [one.name for one in latest(date(2026, 2, 3), 3)] == ["Dec 2025", "Jan 2026", "Feb 2026"]
    assert [one.name for one in latest(date(2026, 2, 3), 2, 3)] == ["Q4 2025", "Q1 2026"]
    assert holding(date(2026, 12, 31), 3) == Period(2026, 10, 3)
    assert Period(2026, 10, 3).last == date(2026, 12, 31)
