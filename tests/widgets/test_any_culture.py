"""Whatever another program wrote about thanks, values, the pulse and people: its lines can be drawn."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings

from store.culture.days import coming
from store.culture.kudos import wall
from store.culture.pulse import results
from store.culture.values import values
from store.models import PulseQuestion
from store.team import Team
from tests.builders import NOW
from tests.store.test_any_culture import culture_tables
from widgets.culture.days import day_row, day_told
from widgets.culture.kudos import kudos_row, kudos_told
from widgets.culture.pulse import Week, week_row, week_told
from widgets.culture.signs import culture_signs
from widgets.culture.value import Seen, value_row, value_told
from widgets.signs import ASCII

TODAY, WIDTH = NOW.date(), 30
MARKS = culture_signs(ASCII)


@settings(max_examples=25, deadline=None)
@given(culture_tables())
def test_whatever_is_there_is_drawn(tables: dict[str, dict[int, dict[str, object]]]) -> None:
    """Every row and every sheet is made."""
    team = Team(tables)
    thanks = wall(team, datetime.min.replace(tzinfo=UTC))
    for one in thanks:
        assert kudos_row(team, one, "ana", TODAY, MARKS).cells
        assert kudos_told(team, one, "ana", TODAY, MARKS, WIDTH)
    for value in values(team):
        assert value_row(value, thanks, MARKS).cells
        assert value_told(team, value, Seen(thanks), "ana", TODAY, MARKS, WIDTH)
    for result in results(team):
        question = team.find(PulseQuestion, result.question)
        week = Week(result.week, question, result, (result,), True, False)
        assert week_row(week, TODAY, MARKS).cells
        assert week_told(week, TODAY, MARKS, WIDTH, "enter")
    for occasion in coming(team, TODAY):
        assert day_row(occasion, TODAY).cells
        assert day_told(team, occasion, TODAY, WIDTH)
