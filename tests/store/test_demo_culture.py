"""The demo's values, thanks and pulse."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from store.culture.asking import monday_of, question_of
from store.culture.kudos import thanked, wall
from store.culture.pulse import results
from store.models import Kudos, PulseBatch, Value
from store.team import Team
from tests.demos import team_at

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
DAYS = [NOW, datetime(2027, 1, 1, 12, tzinfo=UTC), datetime(2028, 2, 29, 7, tzinfo=UTC)]


@pytest.fixture(params=DAYS, ids=str)
def team(request: pytest.FixtureRequest) -> Team:
    return team_at(request.param)


def test_everybody_who_is_thanked_is_there(team: Team, request: pytest.FixtureRequest) -> None:
    """Nobody thanks herself, and nothing was said tomorrow."""
    now = request.node.callspec.params["team"]
    values = {value.id for value in team.all(Value)}
    for kudos in team.all(Kudos):
        assert {kudos.giver, *kudos.people} <= team.members.keys()
        assert kudos.giver not in kudos.people
        assert thanked(team, kudos)
        assert kudos.value in {*values, None}
        assert kudos.at < now
    assert len(wall(team, now - timedelta(days=30))) >= 12


def test_no_answer_of_the_pulse_stands_alone(team: Team, request: pytest.FixtureRequest) -> None:
    """Each week that is over has one batch, of five at least, of people who were here; this one is open."""
    today = team.today(request.node.callspec.params["team"])
    weeks = [batch.week for batch in team.all(PulseBatch)]
    assert len(weeks) == len(set(weeks))
    assert max(weeks) == monday_of(today) - timedelta(days=7)
    for batch in team.all(PulseBatch):
        assert sum(batch.counts) == len(batch.people) >= 5
        assert set(batch.people) <= team.members.keys()
        assert batch.week.weekday() == 0
        joined = (team.members[login].joined_on for login in batch.people)
        assert all(day is None or day < batch.week + timedelta(days=7) for day in joined)
    assert len(results(team)) == 8
    assert question_of(team, monday_of(today)) is not None
