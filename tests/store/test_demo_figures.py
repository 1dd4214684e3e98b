"""The demo's figures: a year of readings with a story in it, and adjustments of which one helped."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from store.flow.effect import Effects
from store.kpis.owing import late, to_review
from store.kpis.standing import Light, standing
from store.models import Adjustment, Kpi, Outcome, Reading
from store.team import Team
from tests.demos import team_at

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
DAYS = [NOW, datetime(2027, 1, 1, 12, tzinfo=UTC), datetime(2028, 2, 29, 7, tzinfo=UTC)]


@pytest.fixture(params=DAYS, ids=str)
def team(request: pytest.FixtureRequest) -> Team:
    return team_at(request.param)


def test_every_kpi_has_a_year_of_readings(team: Team, request: pytest.FixtureRequest) -> None:
    """None of them of today or later, and each KPI is somebody's."""
    today = team.today(request.node.callspec.params["team"])
    for kpi in team.all(Kpi):
        found = standing(team, kpi, today)
        assert len(found.values) >= 49
        assert found.light is not Light.UNKNOWN
        assert kpi.owner in team.members
    assert all(reading.day < today for reading in team.all(Reading))


def test_some_are_on_target_and_some_are_not() -> None:
    """And one is off it again and again, so that an adjustment is suggested."""
    team = team_at(NOW)
    found = [standing(team, kpi, team.today(NOW)) for kpi in team.all(Kpi)]
    assert {one.light for one in found} >= {Light.GOOD, Light.WATCH}
    assert any(one.asks_for_adjustment for one in found)


def test_the_viewer_owes_a_reading_and_a_review(team: Team, request: pytest.FixtureRequest) -> None:
    """So that it is seen how that is asked for."""
    today = team.today(request.node.callspec.params["team"])
    assert [one.kpi.name for one in late(team, "amara", today)] in (["Clips watched to the end"], [])
    assert [one.title for one in to_review(team, "amara", today)] == [
        "Four pictures before anything goes online"
    ]


def test_what_is_said_to_have_helped_has_helped() -> None:
    """The numbers say so, too; and where they say nothing, nothing is said to have helped."""
    team = team_at(NOW)
    effects = Effects(team, team.today(NOW))
    said = {one.outcome: effects.of(one) for one in team.all(Adjustment)}
    assert said.keys() == {Outcome.HELPED, Outcome.NO_EFFECT, None}
    helped, useless = said[Outcome.HELPED], said[Outcome.NO_EFFECT]
    assert helped is not None
    assert useless is not None
    assert helped.effect.high is not None
    assert helped.effect.high < 0
    assert not (useless.effect.high or 0) < 0
