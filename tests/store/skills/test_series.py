"""Trends of all lines at once, against those of one, and by hand."""

from __future__ import annotations

from datetime import date

import pytest

from store.skills.series import ALL, COUNT, PER, Per, What, end_of, trends
from store.skills.trends import levels_over_time, spending
from tests.builders import MAIL, PHOTO, SHOP
from tests.store.skills.shop import CHECKOUT, CUSTOMS, LIGHT, TODAY, item, said, team

RAISED = said(20, "ben", LIGHT, 3, "2026-11-10")
"""Ben's second step in light."""


@pytest.mark.parametrize("what", [What.LEVEL, What.ABLE])
def test_all_at_once_is_the_same_as_one_after_the_other(what: What) -> None:
    """For everybody, each department, role and skill; where nothing is known, there is no line."""
    shop = team(RAISED)

    def once(**of: object) -> tuple[float | None, ...]:
        points = levels_over_time(shop, TODAY, months=COUNT, **of)  # type: ignore[arg-type]
        return tuple(one.mean if what is What.LEVEL else float(one.able) for one in points)

    found = {per: {one.key: one.values for one in trends(shop, TODAY, what, per, 1)} for per in PER[what]}
    for lines in found.values():
        assert lines[ALL] == once()
    assert found[Per.SKILL] | {ALL: ()} == {
        ALL: (),
        **{f"skill {id}": once(skill=id) for id in (CHECKOUT, CUSTOMS, LIGHT)},
    }
    assert found[Per.ROLE] | {ALL: ()} == {
        ALL: (),
        **{f"role {id}": once(role=id) for id in (SHOP, PHOTO, MAIL)},
    }
    departments = {f"department {name}": once(department=name) for name in ("Sales", "Marketing")}
    assert found[Per.DEPARTMENT] | {ALL: ()} == {ALL: (), **departments}


def test_quarters_hold_what_was_known_at_their_end() -> None:
    """Ben's light: 1 at the end of Q3, 3 today; nothing before."""
    lines = {one.key: one for one in trends(team(RAISED), TODAY, What.LEVEL, Per.SKILL, 3, 4)}

    light = lines[f"skill {LIGHT}"]
    assert [period.name for period in light.periods] == ["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"]
    assert light.values == (None, None, 1.0, 3.0)


def test_hours_and_money_are_those_of_the_departments() -> None:
    """Also for each head: Ana is alone in Sales."""
    done = {"state": "done", "finished_on": "2026-10-05", "hours": 6, "paid": 90, "paid_on": "2026-11-03"}
    shop = team(item(1, "ana", **done), item(2, "ben", **{**done, "hours": 2}))

    hours = {one.key: one.values[-3:] for one in trends(shop, TODAY, What.HOURS, Per.DEPARTMENT, 1)}
    assert hours == {
        ALL: (0.0, 8.0, 0.0),
        "department Sales": (0.0, 6.0, 0.0),
        "department Marketing": (0.0, 2.0, 0.0),
    }
    for per, field in ((Per.DEPARTMENT, "hours"), (Per.HEAD, "hours_per_head")):
        found = {one.key: one.values for one in trends(shop, TODAY, What.HOURS, per, 3)}
        assert found["department Sales"] == tuple(
            getattr(one, field) for one in spending(shop, TODAY, months=3, department="sales")
        )
    money = {one.key: one.values[-1] for one in trends(shop, TODAY, What.MONEY, Per.HEAD, 1)}
    assert money[ALL] == spending(shop, TODAY)[-1].money_per_head == 60.0


def test_one_goes_back_by_whole_months_and_quarters() -> None:
    """Today's period ends today, those before on their last day."""
    assert end_of(TODAY, 1, 0) == TODAY
    assert end_of(TODAY, 1, 1) == date(2026, 10, 31)
    assert end_of(TODAY, 3, 2) == date(2026, 6, 30)
