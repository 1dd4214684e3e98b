"""Who is asked for readings and reviews, and which ready-made KPIs can be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change
from store.errors import NotFound, Refused
from store.kpis.adjusting import Stage, by_stage, helped, review_day
from store.kpis.listing import department_of, kpis
from store.kpis.owing import answers_for, late, reviewer, to_adjust, to_review
from store.kpis.ready import EVERYTHING, SETS
from store.kpis.saying import change, earlier, how_many, limit, shown, target, target_in_short
from store.kpis.standing import missing, missing_now, standing
from store.kpis.values import values
from store.models import Adjustment, Cadence, Kpi, Outcome, Reading
from store.rules import adjustments, lookup
from store.rules.kpis import move, take_ready
from store.team import Team
from tests import builders
from tests.builders import MAIL, NOW, PHOTO, SHOP

TODAY = date(2026, 11, 23)


def kpi(id: int = 1, **fields: Any) -> Kpi:
    return Kpi.checked({"id": id, "name": f"Figure {id}", "target": 10, **fields})


def reading(id: int, day: str, value: float = 1, kpi: int = 1) -> Reading:
    return Reading.checked({"id": id, "kpi": kpi, "day": day, "value": value, "author": "ana", "at": NOW})


def adjustment(id: int = 1, **fields: Any) -> Adjustment:
    known = {"id": id, "title": f"Try {id}", "made_on": "2026-11-02", "review_on": "2026-11-20"}
    return Adjustment.checked({**known, **fields})


def after(team: Team, change: Change) -> Team:
    return team.apply(change.renumbered({key: 10 - key[1] for key in change.touched() if key[1] < 0}))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"owner": "cem", "role": SHOP}, "cem"),
        ({"owner": "gone", "role": PHOTO}, "ben"),
        ({"role": SHOP}, "ana"),
        ({"role": MAIL}, ""),
        ({"role": 99}, ""),
        ({}, ""),
    ],
)
def test_the_owner_is_asked_or_who_leads_the_role(fields: dict[str, Any], expected: str) -> None:
    """Who has left is not asked; where nobody leads, nobody is."""
    one = kpi(**fields)
    assert answers_for(builders.team(one), one) == expected


def test_readings_are_owed_when_their_period_is_over() -> None:
    """The one that waits longest first; what is put away or somebody else's is not asked for."""
    team = builders.team(
        kpi(1, owner="ana"),
        kpi(2, owner="ana"),
        kpi(3, owner="ana", archived_at=NOW),
        kpi(4, owner="ben"),
        kpi(5, owner="ana", cadence="month"),
        *(reading(id, "2026-11-02", kpi=id) for id in (1, 3, 4)),
        reading(9, "2026-10-19", kpi=2),
        reading(10, "2026-10-19", kpi=5),
    )
    assert [(one.kpi.id, len(one.missing)) for one in late(team, "ana", TODAY)] == [(2, 3), (1, 1)]
    assert late(team, "cem", TODAY) == []


@given(st.lists(st.dates(date(2024, 1, 1), TODAY), max_size=9), st.sampled_from(Cadence), st.booleans())
def test_what_is_missing_is_the_same_without_reading_everything(
    days: list[date], cadence: Cadence, born: bool
) -> None:
    """Whatever readings there are, also none, or taken back ones."""
    one = kpi(cadence=cadence, created_at="2026-03-01T08:00:00Z" if born else None)
    told = [
        replace(reading(id, f"{day}"), archived_at=NOW if id % 4 == 3 else None)
        for id, day in enumerate(days, 1)
    ]
    team = builders.team(one, *told)
    assert missing_now(team, one, TODAY) == missing(one, values(team, one), TODAY)


def test_a_review_is_asked_of_the_owner_or_whoever_is_left() -> None:
    """Its author, or who answers for its KPI; that person may also say it."""
    team = builders.team(kpi(owner="ben"))
    for fields, expected in (
        ({"owner": "cem"}, "cem"),
        ({"owner": "gone", "created_by": "ana"}, "ana"),
        ({"owner": "gone", "created_by": "gone", "kpi": 1}, "ben"),
        ({"owner": "gone", "kpi": 9}, ""),
    ):
        one = adjustment(**fields)
        assert reviewer(team, one) == expected
        here = team.apply(Change.insert("adjustments", one, "", 1))
        asked = [login for login in team.members if to_review(here, login, TODAY) == [one]]
        assert asked == ([expected] if expected else [])
        if expected:
            assert to_review(here, expected, date(2026, 11, 19)) == []
            assert adjustments.review(here, 1, "helped", expected, NOW)


def test_an_adjustment_is_suggested_until_something_is_changed() -> None:
    """Two readings in a row off target; one that was reviewed is no change that is being made."""
    off = [reading(1, "2026-11-09"), reading(2, "2026-11-16")]
    team = builders.team(kpi(owner="ben"), *off)
    assert [one.in_a_row for one in to_adjust(team, "ben", TODAY)] == [2]
    assert (
        to_adjust(team, "ana", TODAY)
        == to_adjust(builders.team(kpi(owner="ben"), off[0]), "ben", TODAY)
        == []
    )
    assert to_adjust(builders.team(kpi(owner="ben"), *off, adjustment(kpi=1)), "ben", TODAY) == []
    done = adjustment(kpi=1, outcome="no effect")
    assert to_adjust(builders.team(kpi(owner="ben"), *off, done), "ben", TODAY)


def test_adjustments_stand_by_how_far_they_are() -> None:
    """What is to be reviewed first; what helped apart from what did not."""
    found = [
        adjustment(1),
        adjustment(2, review_on="2026-12-20"),
        adjustment(3, outcome="helped"),
        adjustment(4, outcome="harmed", made_on="2026-11-05"),
        adjustment(5, outcome="helped", archived_at=NOW),
    ]
    groups = by_stage(found[:4], TODAY)
    assert {stage: [one.id for one in those] for stage, those in groups.items()} == {
        Stage.TO_REVIEW: [1],
        Stage.OPEN: [2],
        Stage.DONE: [4, 3],
    }
    assert {o: [one.id for one in those] for o, those in helped(builders.team(*found)).items() if those} == {
        Outcome.HELPED: [3],
        Outcome.HARMED: [4],
    }
    assert review_day(TODAY, kpi(cadence="day")) == date(2026, 12, 21)
    assert review_day(TODAY, None) == date(2027, 1, 18)


def test_ready_made_kpis_are_taken_at_once_and_only_once() -> None:
    """Twelve, with what they count and what exports call them, without targets; what is there stays."""
    assert [len(those) for those in SETS.values()] == [4, 3, 3, 2]
    for one in EVERYTHING:
        assert one.about
        assert len(one.columns) >= 4
        assert {"target", "limit"}.isdisjoint(one.fields)
    called = [word.casefold() for one in EVERYTHING for word in (one.name, *one.columns)]
    assert len(called) == len(set(called)), "a column is one KPI's only"
    team = builders.team(kpi(name="orders"))
    team = after(team, take_ready(team, SETS["sales"], "ana", NOW))
    assert [one.name for one in kpis(team)] == ["orders", "Revenue", "Average order value", "Conversion"]
    assert {one.role for one in kpis(team)[1:]} == {SHOP}, "the role whose name fits"
    assert department_of(team, kpis(team)[1]) == "Sales"
    with pytest.raises(Refused, match="watches all of these already"):
        take_ready(team, SETS["sales"], "ana", NOW)
    with pytest.raises(Refused, match="Only who leads a role"):
        take_ready(team, SETS["service"], "cem", NOW)


def test_a_kpi_moves_among_those_of_its_department() -> None:
    """Past those of others that stand between."""
    team = builders.team(
        kpi(1, department="Sales", position="b"),
        kpi(2, department="Service", position="c"),
        kpi(3, department="sales", position="d"),
        kpi(4, department="Service", position="e"),
    )
    team = team.apply(move(team, 3, -1, "ana", NOW))
    assert [one.id for one in kpis(team)] == [3, 1, 2, 4]
    assert not move(team, 3, -1, "ana", NOW)


def test_kpis_and_adjustments_are_found_by_what_is_typed() -> None:
    """By name, by how it or a word in it begins, by number; what may be several is asked back."""
    team = builders.team(
        kpi(1, name="Return rate"),
        kpi(2, name="Returns cost"),
        kpi(3, name="1"),
        kpi(4, name="Old", archived_at=NOW),
        adjustment(1, title="Free returns"),
        adjustment(2, title="Gone", archived_at=NOW),
    )
    for typed, number in (("return rate", 1), ("cost", 2), ("#2", 2), ("1", 3)):
        assert lookup.kpi_named(team, typed).id == number
    assert lookup.kpi_named(team, "old", archived=True).id == 4
    with pytest.raises(Refused, match="Return rate or Returns cost"):
        lookup.kpi_named(team, "ret")
    for typed in ("old", "9", "nothing"):
        with pytest.raises(NotFound, match="There is no KPI"):
            lookup.kpi_named(team, typed)
    with pytest.raises(NotFound, match="“tagwerk kpi ready” has some"):
        lookup.kpi_named(builders.team(), "x")
    assert [lookup.adjustment_named(team, typed).id for typed in ("1", "free", "2")] == [1, 1, 2]
    assert lookup.adjustment_named(team, "gone", archived=True).id == 2
    with pytest.raises(NotFound, match="There is no adjustment"):
        lookup.adjustment_named(team, "gone")
    with pytest.raises(NotFound, match="“tagwerk adjustment add” writes one"):
        lookup.adjustment_named(builders.team(), "1")


def test_values_and_targets_in_words() -> None:
    """With the KPI's digits and unit; nothing is less than nought by rounding."""
    euros = kpi(unit="EUR", decimals=0, target=1000, limit=800)
    assert [shown(euros, v) for v in (1240.4, -3.0, -0.2)] == ["1,240 EUR", "−3 EUR", "0 EUR"]
    assert (target(euros), limit(euros)) == ("at least 1,000 EUR", "below 800 EUR")
    less = kpi(direction="less", unit="h", target=8, limit=9.5)
    assert (target(less), limit(less)) == ("at most 8.0 h", "above 9.5 h")
    band = kpi(direction="within", unit="%", target=2, target_high=4, limit=1, limit_high=5)
    assert [target_in_short(one, ">", "<") for one in (euros, less, band)] == [
        "> 1,000",
        "< 8.0",
        "2.0 to 4.0",
    ]
    assert (target(band), limit(band)) == ("2.0 to 4.0 %", "below 1.0 % or above 5.0 %")
    assert target(kpi(target=None)) == limit(kpi(target=None)) == ""


@pytest.mark.parametrize(
    ("values", "direction", "said"),
    [
        ((1.0, 1.5), "more", "^ 0.5 better"),
        ((1.0, 1.5), "less", "^ 0.5 worse"),
        ((1.5, 1.0), "within", "v 0.5 worse"),
        ((1.0, 1.5), "within", "^ 0.5 better"),
        ((1.0, 1.01), "more", "="),
        ((1.0,), "more", ""),
    ],
)
def test_a_change_says_which_way_and_whether_that_is_better(
    values: tuple[float, ...], direction: str, said: str
) -> None:
    """Nothing where there are not two; less than what is shown is none."""
    known = [reading(id, f"2026-11-{2 + 7 * id:02}", value) for id, value in enumerate(values)]
    team = builders.team(kpi(direction=direction), *known)
    assert change(standing(team, kpi(direction=direction), TODAY), "^", "v", "=") == said


def test_it_is_known_since_when_a_kpi_is_off_target() -> None:
    """The first period of the run, be it beyond the limit or not; on target likewise."""
    known = [
        reading(id, f"2026-11-{day:02}", value) for id, (day, value) in enumerate(((2, 11), (9, 9), (16, 1)))
    ]
    team = builders.team(kpi(limit=5), *known)
    assert standing(team, kpi(limit=5), TODAY).since == date(2026, 11, 9)
    assert standing(team, kpi(target=1), TODAY).since == date(2026, 11, 2)
    assert standing(team, kpi(target=None), TODAY).since is None


def test_late_readings_that_nobody_counts_further_are_told_as_at_least_so_many() -> None:
    """It is looked no further back than twelve periods; one is one."""
    gaps = [date(2026, 11, 1 + at) for at in range(12)]
    assert (how_many(gaps[:3]), how_many(gaps), how_many(gaps, 1)) == ("3", "12 or more", "11 or more")
    assert (earlier(gaps[:4], 3), earlier(gaps[:5], 3)) == ("1 earlier one", "2 earlier ones")
    assert (earlier(gaps, 3), earlier(gaps[:3], 3)) == ("9 or more earlier ones", "")
