"""KPIs as people look at them: the troubled ones first, and worked out anew only where something is new."""

from __future__ import annotations

from datetime import UTC, date, datetime

from store.kpis.overview import Standings, by_trouble, counts, newest_readings, watched
from store.kpis.standing import Light
from store.models import Adjustment, Kpi, Reading
from store.rules import readings
from store.team import Team
from tests.builders import team

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def shop() -> Team:
    """Two KPIs off target, of which one is being adjusted; one on target."""
    return team(
        Kpi(id=1, name="Good", target=1.0),
        Kpi(id=2, name="Bad", target=9.0, department="Sales"),
        Kpi(id=3, name="Worse", target=9.0, limit=8.0, department="Sales"),
        *(
            Reading(
                id=10 * kpi + week, kpi=kpi, day=date(2026, 11, 2 + 7 * week), value=8.5, author="ana", at=NOW
            )
            for kpi in (1, 2, 3)
            for week in range(3)
        ),
        Adjustment(id=1, title="Try", kpi=2, made_on=TODAY, review_on=TODAY),
    )


def test_the_worst_stand_first() -> None:
    """What is alarming comes before what is off target; who is adjusted is not asked to adjust."""
    found = watched(shop(), TODAY)
    assert [one.standing.kpi.name for one in by_trouble(found)] == ["Bad", "Worse", "Good"]
    assert [one.asks for one in found] == [False, False, True]
    assert counts(found) == {Light.GOOD: 1, Light.WATCH: 1, Light.ALARM: 1}


def test_only_what_has_other_readings_is_worked_out_anew() -> None:
    """A new reading, or one that is taken back, gives its KPI another standing; the others keep theirs."""
    known, before = Standings(), shop()
    first = watched(before, TODAY, known)
    after = before.apply(readings.record(before, 3, 9.5, "ana", NOW))
    second = watched(after, TODAY, known)
    assert [a.standing is b.standing for a, b in zip(first, second, strict=True)] == [True, True, False]
    third = watched(after.apply(readings.take_back(after, 32, "ana", NOW)), TODAY, known)
    assert third[2].standing.values[-1][1] == 9.5
    assert len(third[2].standing.values) == 3


def test_the_newest_readings_are_told_also_when_they_are_taken_back() -> None:
    """By their day, whatever their number."""
    assert [one.id for one in newest_readings(shop(), 1, 2)] == [12, 11]
    assert newest_readings(shop(), 99, 2) == []
