"""KPIs: periods, values, how they stand, and the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change
from store.errors import NotFound, Refused
from store.kpis.listing import by_department
from store.kpis.owing import to_review
from store.kpis.periods import first_day, last_day, next_first, periods, titled
from store.kpis.standing import Light, light, missing, standing
from store.kpis.values import a_year_before, between, by_period, smoothed, values
from store.models import Adjustment, Cadence, Combine, Direction, Intake, Kpi, Outcome, Reading
from store.rules import adjustments, integrity, kpis, readings
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW

TODAY = date(2026, 11, 23)


def kpi(**fields: Any) -> Kpi:
    return Kpi(**{"id": 1, "name": "Conversion", "unit": "%", "target": 2.5, "limit": 2.0, **fields})


def reading(id: int, day: str, value: float, **fields: Any) -> Reading:
    at = datetime(2026, 11, 20, 12, id % 60, tzinfo=UTC)
    return Reading.checked(
        {"id": id, "kpi": 1, "day": day, "value": value, "author": "ana", "at": at, **fields}
    )


def shop(*documents: Any, **fields: Any) -> Team:
    return builders.team(kpi(**fields), *documents)


@pytest.mark.parametrize(
    ("cadence", "first", "last", "title"),
    [
        (Cadence.DAY, date(2026, 12, 31), date(2026, 12, 31), "31 Dec 2026"),
        (Cadence.WEEK, date(2026, 12, 28), date(2027, 1, 3), "week 53 of 2026"),
        (Cadence.MONTH, date(2026, 12, 1), date(2026, 12, 31), "Dec 2026"),
        (Cadence.QUARTER, date(2026, 10, 1), date(2026, 12, 31), "Q4 2026"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(cadence: Cadence, first: date, last: date, title: str) -> None:
    """Also where the year ends."""
    assert first_day(date(2026, 12, 31), cadence) == first
    assert last_day(first, cadence) == last
    assert titled(first, cadence) == title


@given(st.dates(date(1971, 1, 1), date(2190, 1, 1)), st.sampled_from(Cadence))
def test_periods_follow_each_other(day: date, cadence: Cadence) -> None:
    """Each day is in one, and the next one begins behind its last day."""
    first = first_day(day, cadence)
    assert first <= day <= last_day(first, cadence)
    assert first_day(next_first(first, cadence), cadence) == next_first(first, cadence)
    assert [*periods(day, last_day(first, cadence), cadence)] == [first]


def test_of_several_readings_for_a_period_the_last_written_counts() -> None:
    """Not the one of the latest day; what was taken back counts no more."""
    team = shop(
        reading(1, "2026-11-20", 2.1),
        reading(2, "2026-11-17", 2.3),
        reading(3, "2026-11-10", 1.9),
        reading(4, "2026-11-10", 9.9, archived_at=NOW),
    )
    assert values(team, kpi()) == ((date(2026, 11, 9), 1.9), (date(2026, 11, 16), 2.3))


@pytest.mark.parametrize(
    ("combine", "expected"),
    [(Combine.SUM, (3.0, 7.0)), (Combine.MEAN, (1.5, 3.5)), (Combine.LAST, (2.0, 4.0))],
)
def test_longer_periods_combine_the_values(combine: Combine, expected: tuple[float, float]) -> None:
    """Added, their mean, or the last one; a shorter period cannot be had."""
    days = [date(2026, 10, 5), date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9)]
    found = tuple((day, float(n)) for n, day in enumerate(days, 1))
    one = kpi(combine=combine)
    months = (date(2026, 10, 1), date(2026, 11, 1))
    assert by_period(found, Cadence.MONTH, one) == tuple(zip(months, expected, strict=True))
    assert by_period(found, Cadence.DAY, one) == found


def test_values_are_smoothed_cut_and_compared_with_the_year_before() -> None:
    """By hand: the mean of the last two; Mondays with Mondays, months with months."""
    days = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    found = tuple(zip(days, (1.0, 3.0, 8.0), strict=True))
    assert smoothed(found, 2) == tuple(zip(days, (1.0, 2.0, 5.5), strict=True))
    assert between(found, date(2026, 11, 3), date(2026, 11, 9)) == found[1:2]
    last_year = ((date(2025, 11, 10), 7.0), (date(2025, 11, 1), 4.0))
    assert a_year_before(last_year, days, Cadence.WEEK) == ((date(2026, 11, 9), 7.0),)
    assert a_year_before(last_year, [date(2026, 11, 1)], Cadence.MONTH) == ((date(2026, 11, 1), 4.0),)


@pytest.mark.parametrize(
    ("fields", "lights"),
    [
        ({}, "2.5 good, 2.4 watch, 2.0 watch, 1.9 alarm"),
        ({"limit": None}, "2.5 good, 2.4 alarm"),
        ({"target": None}, "2.5 unknown"),
        ({"direction": Direction.LESS, "target": 5, "limit": 8}, "5 good, 6 watch, 8 watch, 9 alarm"),
        (
            {"direction": Direction.WITHIN, "target": 4, "target_high": 7, "limit": 3, "limit_high": 9},
            "4 good, 7 good, 3 watch, 9 watch, 2.9 alarm, 9.1 alarm",
        ),
        ({"direction": Direction.WITHIN, "target": 4, "target_high": 7, "limit": 3}, "3 watch, 8 alarm"),
    ],
)
def test_a_value_has_a_light(fields: dict[str, Any], lights: str) -> None:
    """On target, between target and limit, beyond it, or nobody has said what it should be."""
    for entry in lights.split(", "):
        value, name = entry.split()
        assert light(kpi(**fields), float(value)).name.lower() == name
    assert light(kpi(), None) is Light.UNKNOWN


def test_how_a_kpi_stands() -> None:
    """The newest value, its change, whether that is better, and how many in a row are off target."""
    team = shop(
        *(reading(n, f"2026-11-{day:02}", v) for n, day, v in ((1, 2, 2.6), (2, 9, 2.2), (3, 16, 2.4)))
    )
    found = standing(team, kpi(), TODAY)
    assert (found.value, found.day, found.light) == (2.4, date(2026, 11, 16), Light.WATCH)
    assert found.change == pytest.approx(0.2)
    assert found.is_better is True
    assert (found.in_a_row, found.asks_for_adjustment) == (2, True)
    assert standing(team, kpi(direction=Direction.LESS), TODAY).is_better is False
    nothing = standing(builders.team(kpi()), kpi(), TODAY)
    assert (nothing.value, nothing.day, nothing.change, nothing.is_better) == (None, None, None, None)


def test_late_readings_are_missed_after_some_days() -> None:
    """From the first reading on; the week that has just ended is not asked for yet."""
    team = shop(reading(1, "2026-10-26", 2.6), reading(2, "2026-11-09", 2.2))
    found = values(team, kpi())
    assert missing(kpi(), found, date(2026, 11, 23)) == (date(2026, 11, 2),)
    assert missing(kpi(), found, date(2026, 11, 24)) == (date(2026, 11, 2), date(2026, 11, 16))
    assert missing(kpi(), (), TODAY) == ()
    assert (
        len(missing(kpi(cadence=Cadence.DAY, created_at=datetime(2020, 1, 1, tzinfo=UTC)), (), TODAY)) == 12
    )
    assert missing(kpi(archived_at=NOW), found, TODAY) == ()


def test_kpis_stand_under_departments() -> None:
    """Their own, or that of their role; the whole team's come first."""
    role = builders.roles()[0]
    others = [kpi(id=2, name="Returns", role=1), kpi(id=3, name="Cost", department="Logistics")]
    team = builders.team(kpi(), *others, replace(role, department="Shop"))
    assert {name: [k.name for k in found] for name, found in by_department(team).items()} == {
        "": ["Conversion"],
        "Logistics": ["Cost"],
        "Shop": ["Returns"],
    }


def test_a_lead_adds_edits_moves_and_archives_a_kpi() -> None:
    """One after the other; the name is free again when it is put away."""
    team = builders.team()
    team = team.apply(kpis.add(team, "Orders", "ana", NOW, id=-1, unit="orders", target=40, combine="sum"))
    team = team.apply(kpis.add(team, "Returns", "ana", NOW, id=-2))
    assert [k.name for k in team.all(Kpi)] == ["Orders", "Returns"]
    team = team.apply(kpis.edit(team, -1, "ana", LATER, target=50))
    assert team.find(Kpi, -1).target == 50  # type: ignore[union-attr]
    team = team.apply(kpis.move(team, -1, 1, "ana", LATER))
    assert team.find(Kpi, -1).position > team.find(Kpi, -2).position  # type: ignore[union-attr]
    team = team.apply(kpis.archive(team, -1, "ana", LATER))
    team = team.apply(kpis.add(team, "orders", "ana", LATER, id=-3))
    with pytest.raises(Refused, match="already a KPI “Orders”"):
        kpis.restore(team, -1, "ana", LATER)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"name": "conversion"}, "already a KPI"),
        ({"limit": 3.0, "target": 2.0}, "limit has to lie below the target"),
        ({"limit": 1.0, "target": 2.0, "direction": "less"}, "limit has to lie above the target"),
        ({"limit": 3.0}, "say the target, too"),
        ({"target_high": 3.0}, "say “within”"),
        ({"direction": "within", "target_high": 3.0}, "needs a lower target"),
        ({"direction": "within", "target": 3, "target_high": 2}, "outside of the target"),
        ({"decimals": 9}, "decimals"),
        ({"archived_at": NOW}, "move or archive it"),
    ],
)
def test_what_does_not_fit_is_refused(fields: dict[str, Any], refusal: str) -> None:
    """With a sentence that names it."""
    with pytest.raises(Refused, match=refusal):
        kpis.add(shop(), **{"name": "New", "by": "ana", "now": NOW, **fields})


def test_who_leads_no_role_changes_no_kpi() -> None:
    """But writes down readings."""
    with pytest.raises(Refused, match="Only who leads"):
        kpis.add(shop(), "Orders", "cem", NOW)
    assert readings.record(shop(), 1, 2.4, "cem", NOW)


def test_a_reading_is_written_corrected_and_taken_back() -> None:
    """What was there before counts again."""
    team = shop()
    team = team.apply(readings.record(team, 1, "2.4", "cem", NOW, id=-1))
    team = team.apply(readings.record(team, 1, 2.6, "ana", LATER, id=-2, note="counted again"))
    assert values(team, kpi()) == ((TODAY, 2.6),)
    team = team.apply(readings.take_back(team, -2, "ana", LATER))
    assert values(team, kpi()) == ((TODAY, 2.4),)
    with pytest.raises(Refused, match="taken back already"):
        readings.take_back(team, -2, "ana", LATER)
    with pytest.raises(NotFound, match="no reading 9"):
        readings.take_back(team, 9, "ana", LATER)


def test_readings_of_tomorrow_and_of_what_is_put_away_are_refused() -> None:
    """A reading tells of what was."""
    with pytest.raises(Refused, match="still to come"):
        readings.record(shop(), 1, 2, "ana", NOW, day="2026-11-24")
    with pytest.raises(Refused, match="put away"):
        readings.record(shop(archived_at=NOW), 1, 2, "ana", NOW)
    with pytest.raises(NotFound, match="no KPI 7"):
        readings.record(shop(), 7, 2, "ana", NOW)
    with pytest.raises(Refused, match="not in the team"):
        readings.record(shop(), 1, 2, "eve", NOW)


def test_a_file_is_taken_in_as_a_whole_and_once() -> None:
    """What is known already is left out; the same content is refused, whatever its name."""
    team = shop(reading(1, "2026-11-16", 2.4))
    entries = [readings.Entry(1, date(2026, 11, 16), 2.4), readings.Entry(1, date(2026, 11, 9), 2.2)]
    change = readings.take_in(team, entries, "shop.csv", "a" * 64, "ana", NOW)
    assert change.label == "read 1 reading from “shop.csv”"
    team = team.apply(change)
    assert [one.readings for one in team.all(Intake)] == [1]
    assert values(team, kpi()) == ((date(2026, 11, 9), 2.2), (date(2026, 11, 16), 2.4))
    with pytest.raises(Refused, match="was read already, by Ana Lima"):
        readings.take_in(team, entries, "again.csv", "a" * 64, "ben", LATER)


def test_two_who_read_one_file_at_once_read_it_once() -> None:
    """The one who comes second is refused, with all its readings; so is a second KPI of a name."""
    team, entries = shop(), [readings.Entry(1, date(2026, 11, 9), 2.2)]
    first = readings.take_in(team, entries, "shop.csv", "a" * 64, "ana", NOW)
    second = renumbered(readings.take_in(team, entries, "shop.csv", "a" * 64, "ben", NOW), 10)
    after = team.apply(first, second)
    with pytest.raises(Refused, match="was read meanwhile"):
        integrity.check(after, second)
    named = [renumbered(kpis.add(team, name, "ana", NOW), n) for n, name in enumerate(("Cost", "cost"))]
    with pytest.raises(Refused, match="already a KPI called"):
        integrity.check(team.apply(*named), named[1])


def renumbered(change: Change, by: int) -> Change:
    """With other numbers, as another program gives them."""
    return replace(change, edits=tuple(replace(edit, id=edit.id - by) for edit in change.edits))


def test_an_adjustment_is_made_reviewed_and_put_away() -> None:
    """By its owner; without one it is who wrote it."""
    team = shop()
    made = {"kpi": 1, "review_on": "2026-12-14", "seen": "Two weeks below", "expected": "+0.2 %", "id": -1}
    team = team.apply(adjustments.add(team, "Shorter checkout", "cem", NOW, **made))
    (one,) = team.all(Adjustment)
    assert (one.owner, one.made_on, one.outcome) == ("cem", TODAY, None)
    assert to_review(team, "cem", date(2026, 12, 13)) == []
    assert to_review(team, "cem", date(2026, 12, 14)) == [one]
    with pytest.raises(Refused, match="is Cem Demir’s"):
        adjustments.review(builders.team(kpi(), one, *_no_leads()), -1, "helped", "ben", LATER)
    change = adjustments.review(team, -1, "helped", "cem", LATER, learned="A third less abandon it.")
    assert change.label == "reviewed “Shorter checkout”: helped"
    team = team.apply(change)
    assert team.find(Adjustment, -1).outcome is Outcome.HELPED  # type: ignore[union-attr]
    assert to_review(team, "cem", date(2026, 12, 14)) == []
    team = team.apply(adjustments.archive(team, -1, "cem", LATER))
    assert team.apply(adjustments.restore(team, -1, "cem", LATER)).find(Adjustment, -1)


def _no_leads() -> list[Any]:
    return [replace(role, lead="cem", deputy="") for role in builders.roles()]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"review_on": "2026-11-01"}, "cannot be reviewed before"),
        ({"kpi": 9}, "no KPI 9"),
        ({"goal": 9}, "no goal 9"),
        ({"owner": "eve"}, "not in the team"),
        ({"outcome": "helped"}, "reviewed or archived"),
        ({"kpi": None}, "Say what “Try” is about: a KPI, a goal, or a figure"),
        ({"expected": " "}, "Say what is expected of “Try”"),
        ({"kpi": None, "figure": "nonsense"}, "those of the flow are cycle time, lead time and throughput"),
    ],
)
def test_an_adjustment_that_does_not_fit_is_refused(fields: dict[str, Any], refusal: str) -> None:
    """With a sentence that names it."""
    known = {"review_on": "2026-12-14", "kpi": 1, "expected": "+0.2 %"}
    with pytest.raises((Refused, NotFound), match=refusal):
        adjustments.add(shop(), "Try", "ana", NOW, **{**known, **fields})


def test_what_an_older_adjustment_leaves_open_can_stay_so() -> None:
    """It can be changed all the same; but what is said is not taken away."""
    loose = {"id": 3, "title": "Paper", "figure": "age", "made_on": TODAY, "review_on": "2026-12-14"}
    team = builders.team(kpi(), Adjustment.checked({**loose, "owner": "ana"}))
    assert adjustments.edit(team, 3, "ana", NOW, title="More paper")
    assert adjustments.edit(team, 3, "ana", NOW, figure="Cycle time")
    with pytest.raises(Refused, match="is about"):
        adjustments.edit(team, 3, "ana", NOW, figure="")
    with pytest.raises(Refused, match="no figure “nonsense”"):
        adjustments.edit(team, 3, "ana", NOW, figure="nonsense")
