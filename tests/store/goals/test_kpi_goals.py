"""Goals that follow a KPI."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from store.errors import NotFound, Refused
from store.goals.owing import owed_by
from store.goals.saying import kpi_said, outlook, unit_of
from store.goals.smart import smart
from store.goals.standing import Standing, Standings
from store.models import Document, Goal, Kpi, Reading, Source
from store.rules import check_ins, goals
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW

TODAY = date(2026, 11, 23)


def kpi(**fields: Any) -> Kpi:
    return Kpi.checked({"id": 1, "name": "Conversion", "unit": "%", **fields})


def reading(id: int, day: str, value: float, at: str, **fields: Any) -> Reading:
    """What the KPI was, written at eight in the morning of a day."""
    known = {"id": id, "kpi": 1, "day": day, "value": value, "author": "ana"}
    return Reading.checked({**known, "at": datetime.fromisoformat(at).replace(hour=8, tzinfo=UTC), **fields})


def goal(**fields: Any) -> Goal:
    """From 2 to 4 in November and December."""
    known: dict[str, Any] = {"id": 1, "title": "Sell more", "source": "kpi", "kpi": 1, "owner": "ana"}
    numbers = {"baseline": 2, "target": 4, "start": "2026-11-02", "due": "2026-12-31", "state": "active"}
    return Goal.checked({**known, **numbers, **fields})


def shop(*documents: Document, **fields: Any) -> Team:
    """Readings of four weeks, the last one of the week that runs."""
    readings = [
        reading(1, "2026-10-12", 1.5, "2026-10-19"),
        reading(2, "2026-10-26", 2.0, "2026-11-03"),
        reading(3, "2026-11-09", 2.4, "2026-11-16"),
        reading(4, "2026-11-23", 3.0, "2026-11-23"),
        reading(5, "2026-11-16", 9.9, "2026-11-22", archived_at=NOW),
    ]
    return builders.team(goal(**fields), *(documents or (kpi(),)), *readings)


def stands(team: Team, day: date = TODAY) -> Standing:
    found = team.find(Goal, 1)
    assert found is not None
    return Standings(team, day).of(found)


def test_the_values_of_the_goal_are_those_of_the_kpi() -> None:
    """Each from the end of its week, or the day of writing; since its start, and the last one before."""
    team = shop()
    one = stands(team)
    assert one.series == ((date(2026, 11, 1), 2.0), (date(2026, 11, 15), 2.4), (date(2026, 11, 23), 3.0))
    assert (one.value, one.share, unit_of(one)) == (3.0, 0.5, "%")
    assert (one.measured.metric, one.measured.unit, kpi_said(one)) == ("Conversion", "%", "Conversion")
    assert stands(team, date(2026, 11, 14)).value == 2.0
    assert one.forecast() is not None
    assert stands(shop(start=None)).series[0] == (date(2026, 10, 18), 1.5)


def test_nobody_owes_or_types_a_check_in() -> None:
    """The refusal names the KPI; words can still be said."""
    team = shop()
    assert owed_by(team, "ana", date(2027, 1, 1)) == []
    with pytest.raises(Refused, match=r"is that of the KPI “Conversion”; “tagwerk kpi record” writes"):
        check_ins.check_in(team, 1, "ana", NOW, value=3)
    assert check_ins.check_in(team, 1, "ana", NOW, note="The new photos are there.")
    with pytest.raises(Refused, match="nobody has said of which"):
        check_ins.check_in(shop(kpi=None), 1, "ana", NOW, value=3)


@pytest.mark.parametrize(
    ("team", "said", "missing", "value"),
    [
        (shop(), "Conversion", "", 3.0),
        (
            shop(kpi(archived_at=NOW)),
            "Conversion, which is put away; the last value stays",
            "the KPI Conversion is put away: which one does it follow now?",
            3.0,
        ),
        (
            shop(kpi(id=2, name="Another")),
            "KPI 1, which is gone; the last value stays",
            "KPI 1 is gone: which one does it follow now?",
            3.0,
        ),
        (shop(kpi=None), "no KPI yet", "no KPI: whose values does it follow?", 2.0),
        (shop(target=None), "Conversion", "no target: where should it be in the end?", 3.0),
        (shop(source="check-ins"), "", "no number: what will you measure?", 2.0),
    ],
    ids=["there", "put away", "gone", "none", "no target", "not followed"],
)
def test_a_kpi_that_is_put_away_or_gone_is_told(team: Team, said: str, missing: str, value: float) -> None:
    """And the goal keeps the last value; what is measurable follows."""
    one = stands(team)
    assert kpi_said(one) == said
    assert one.value == value
    (letter,) = (found for found in smart(team, one.goal) if found.name == "Measurable")
    assert letter.missing == missing
    assert outlook(one, one.forecast())


def test_too_few_readings_are_called_readings() -> None:
    """Not check-ins: nobody checks in."""
    one = stands(builders.team(goal(), kpi(), reading(1, "2026-11-09", 2.4, "2026-11-16")))
    assert outlook(one, one.forecast()) == "only 1 reading; it takes 3 to tell where this is going"


def test_a_goal_is_given_a_kpi_that_is_there() -> None:
    """One that is gone or put away is refused; what a goal follows is not removed."""
    team = builders.team(kpi(), kpi(id=2, name="Old", archived_at=NOW))
    change = goals.create(team, "Sell more", "ana", LATER, source=Source.KPI, kpi=1)
    assert (change.edits[0].after or {})["kpi"] == 1
    with pytest.raises(NotFound, match="There is no KPI 9"):
        goals.create(team, "Sell more", "ana", LATER, source=Source.KPI, kpi=9)
    with pytest.raises(Refused, match="The KPI “Old” is put away"):
        goals.create(team, "Sell more", "ana", LATER, kpi=2)
    with pytest.raises(NotFound):
        goals.edit(shop(), 1, "ana", LATER, kpi=9)


def test_a_goal_in_another_unit_does_not_follow_a_kpi() -> None:
    """It would be reached at once; without a unit, or with one that is changed as well, it can."""
    hours = {"source": "check-ins", "kpi": None, "unit": "h", "direction": "less", "target": 24}
    team = shop(**hours)
    follow: dict[str, Any] = {"source": Source.KPI, "kpi": 1}
    with pytest.raises(Refused, match="“Conversion” is in %, but “Sell more” is measured in h; give"):
        goals.edit(team, 1, "ana", LATER, **follow)
    with pytest.raises(Refused, match="“Conversion” has no unit, but “Sell more” is measured in h"):
        goals.edit(shop(kpi(unit=""), **hours), 1, "ana", LATER, **follow)
    with pytest.raises(Refused, match="is measured in EUR"):
        goals.create(team, "Earn more", "ana", LATER, unit="EUR", **follow)
    with pytest.raises(Refused, match="is measured in EUR"):
        goals.edit(shop(), 1, "ana", LATER, unit="EUR")
    assert goals.edit(team, 1, "ana", LATER, unit="%", target=3, direction="more", **follow)
    assert goals.edit(shop(source="check-ins", kpi=None), 1, "ana", LATER, **follow)
    assert goals.edit(shop(unit="EUR"), 1, "ana", LATER, title="Earn more")


def test_a_program_that_does_not_know_the_source_reads_check_ins() -> None:
    """A source from a later program is the default; the field beside it stays for those who know it."""
    found = Goal.build(1, {"title": "Sell more", "source": "moon", "kpi": 1})
    assert (found.source, found.kpi) == (Source.CHECK_INS, 1)
