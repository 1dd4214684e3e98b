"""Whatever another program wrote about values, kudos, the pulse and people: it is shown or passed over."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from store.culture import asking, days, kudos, pulse, values
from store.inbox.concerns import concerns
from store.inbox.happenings import Happening, What
from store.models import TABLES, Kudos
from store.models.raws import LARGEST
from store.news.marks import Marks
from store.team import Team

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
_WILD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 7),
    st.just(LARGEST + 1),
    st.sampled_from(["ana", "", "02-29", "02-30", "2026-11-23", "9999-12-31", "0001-01-01", "DE", "islamic"]),
    st.sampled_from(["2026-11-23T09:30:00Z", "2024-02-29", "\x1b[31m", "x" * 2000]),
    st.lists(st.one_of(st.integers(-1, 6), st.sampled_from(["ana", "ben", "DE-XX", None])), max_size=5),
    st.just({"a": 1}),
)


def _rows(table: str) -> st.SearchStrategy[dict[int, dict[str, object]]]:
    fields = st.sampled_from(sorted(TABLES[table].names() - {"id"}))
    known: dict[str, object] = {
        "login": "ana",
        "week": "2026-11-23",
        "words": "Hi",
        "giver": "ben",
        "name": "N",
    }
    known |= {"text": "T", "question": 1, "at": "2026-11-20T09:30:00Z", "person": "ana"}
    usual = {name: value for name, value in known.items() if name in TABLES[table].names()}
    wild = st.dictionaries(fields, _WILD, max_size=4)
    return st.dictionaries(st.integers(1, 3), wild.map(lambda raw: {**usual, **raw}), max_size=3)


_TABLES = ("members", "settings", "values", "kudos", "pulse_questions", "pulse_batches", "absences")


def culture_tables() -> st.SearchStrategy[dict[str, dict[int, dict[str, object]]]]:
    """A few documents of each kind with anything in their fields."""
    return st.fixed_dictionaries({name: _rows(name) for name in _TABLES})


@settings(max_examples=25, deadline=None)
@given(culture_tables())
def test_culture_survives_any_content(tables: dict[str, dict[int, dict[str, object]]]) -> None:
    """Every question that screens and the command line ask is answered."""
    team = Team(tables)
    if value := values.value_of_the_day(team, TODAY):
        assert values.in_a_line(value, TODAY)
    values.completed(team, "val")
    for one in kudos.wall(team, datetime.min.replace(tzinfo=UTC)):
        assert one.giver not in kudos.thanked(team, one)
        assert kudos.to_whom(team, one)
    kudos.mine(team, "ana")
    kudos.quiet(team, TODAY)
    for number in tables["kudos"]:
        done = Happening(9, "ben", NOW, What.THANKED, "kudos", number)
        found = concerns(team, "ana", [done], Marks(team, "ana"))
        assert not found or team.find(Kudos, number)
    for week in (TODAY, date(1970, 1, 5), date(2199, 12, 30)):
        asking.question_of(team, week)
        asking.has_answered(team, "ana", week)
        waiting = pulse.fresh(team, week, pulse.Answers(1).added("zoe", 3, ""))
        pulse.due(team, week, waiting, TODAY)
    for result in pulse.results(team):
        assert result.count == 0 or result.count >= pulse.LEAST
    days.coming(team, TODAY)
    for member in team.members.values():
        assert days.called(member)
    days.newcomers(team, TODAY)
    for raw in (
        *tables["pulse_batches"].values(),
        None,
        [],
        {"counts": [1, 2]},
        {"counts": [0, 0, 0, 0, -1]},
    ):
        pulse.read_answers(raw)
