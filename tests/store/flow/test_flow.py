"""Figures of the flow of work, against tables that were reckoned by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change, Edit
from store.flow.events import by_reason, history
from store.flow.forecast import forecast
from store.flow.page import page
from store.flow.series import Level, Throughput, Week, cumulative, monday_of, weeks
from store.flow.spans import EVERYTHING, Span, Which, spans
from store.flow.times import Times, percentile, scatter, summary
from store.flow.wip import ages, aging, little
from store.team import Team
from tests.store.flow.cards import moment, team_of

UTC_ZONE = ZoneInfo("UTC")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def day(number: int) -> date:
    return date(2026, 11, number)


def test_a_card_has_a_cycle_time_and_a_lead_time() -> None:
    """From begun to finished, and from made to finished, in days of 24 hours."""
    (span,) = spans(team_of(("2 06:00", "4 12:00", "7 18:00")))
    assert (span.cycle, span.lead) == (3.25, 5.5)


def test_what_is_not_known_is_not_reckoned() -> None:
    """Open cards have no times, one that went straight to the end no cycle time; nothing runs backwards."""
    found = spans(team_of(("2", None, None), ("2", None, "3"), ("2", "9", "5")))
    assert [(span.cycle, span.lead) for span in found] == [(None, None), (None, 1.0), (None, 3.0)]


def test_what_was_given_up_is_left_out() -> None:
    """Put away without being finished; finished and put away counts."""
    put_away = {"archived_at": moment("9")}
    found = spans(team_of(("2", "3", None, put_away), ("2", "3", "5", put_away)))
    assert [span.task for span in found] == [2]


@pytest.mark.parametrize(
    ("which", "tasks"),
    [
        (EVERYTHING, [1, 2, 3]),
        (Which(role=1), [1]),
        (Which(person="ana"), [1, 2]),
        (Which(goal=7), [2]),
        (Which(tag="Returns"), [3]),
        (Which(role=1, person="ben"), []),
    ],
)
def test_cards_are_chosen_by_role_person_goal_and_tag(which: Which, tasks: list[int]) -> None:
    """All that is asked has to be true."""
    team = team_of(
        ("2", None, None, {"role": 1, "assignees": ["ana"]}),
        ("2", None, None, {"goal": 7, "assignees": ["ana", "ben"]}),
        ("2", None, None, {"tags": ["returns"]}),
    )
    assert [span.task for span in spans(team, which)] == tasks


def test_percentiles_are_values_that_there_are() -> None:
    """Nearest rank: of ten values the 85th percentile is the ninth, the median the fifth."""
    values = [float(n) for n in (10, 1, 9, 2, 8, 3, 7, 4, 6, 5)]
    assert [percentile(values, p) for p in (0, 10, 50, 85, 100)] == [1, 1, 5, 9, 10]
    assert summary(values) == Times(10, 5, 9, 10)
    assert summary([]) is None
    with pytest.raises(ValueError, match="needs values"):
        percentile([], 50)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
def test_a_percentile_is_not_exceeded_by_its_share(values: list[float], percent: int) -> None:
    """At least that share is not greater, and the next smaller value would be too small."""
    found = percentile(values, percent)
    assert found in values
    assert sum(v <= found for v in values) * 100 >= percent * len(values)
    assert sum(v < found for v in values) * 100 < percent * len(values)


def test_the_scatter_has_the_cards_of_a_time() -> None:
    """By the day that it was for the team: what was finished at 23:30 UTC is the next day's in Berlin."""
    found = spans(team_of(("2", "3", "5"), ("2", "3", "6 23:30"), ("2", None, "6")))
    assert [(p.day, p.task) for p in scatter(found, UTC_ZONE, day(6), day(6), lead=False)] == [(day(6), 2)]
    assert scatter(found, BERLIN, day(6), day(6), lead=False) == []
    assert [p.days for p in scatter(found, BERLIN, day(6), day(9), lead=True)] == [4.0, 4 + 11.5 / 24]


def test_weeks_have_arrivals_and_departures() -> None:
    """Weeks begin on Monday; one in which nothing happened has 0."""
    found = spans(team_of(("1", None, "9"), ("2", None, "10"), ("9", None, None)))
    assert weeks(found, UTC_ZONE, day(18), 3) == [
        Week(day(2), 1, 0),
        Week(day(9), 1, 2),
        Week(day(16), 0, 0),
    ]


def test_the_cumulative_flow_is_reckoned_by_hand() -> None:
    """Cards before the first day are counted in; one that went straight to the end was begun then."""
    found = spans(team_of(("1", "2", "4"), ("2", "4", None), ("3", None, "5"), ("5", None, None)))
    assert cumulative(found, UTC_ZONE, day(2), day(5)) == [
        Level(day(2), 2, 1, 0),
        Level(day(3), 3, 1, 0),
        Level(day(4), 3, 2, 1),
        Level(day(5), 4, 3, 2),
    ]
    assert [(level.waiting, level.in_work) for level in cumulative(found, UTC_ZONE, day(5), day(5))] == [
        (1, 1)
    ]
    assert cumulative(found, UTC_ZONE, day(5), day(4)) == []


MOMENTS = st.none() | st.integers(-1200, 1000).map(lambda hours: NOW + timedelta(hours=hours))


@given(st.lists(st.tuples(MOMENTS, MOMENTS, MOMENTS), max_size=8))
def test_the_cumulative_flow_never_falls(lives: list[tuple[datetime | None, ...]]) -> None:
    """Whatever clocks wrote: made ≥ begun ≥ finished on every day, and none of them falls."""
    found = [Span(id, made or NOW, begun, done) for id, (made, begun, done) in enumerate(lives, 1)]
    levels = cumulative(found, BERLIN, day(1), day(30))
    assert all(level.waiting >= 0 and level.in_work >= 0 for level in levels)
    for name in ("made", "begun", "finished"):
        counts = [getattr(level, name) for level in levels]
        assert counts == sorted(counts)


def test_what_is_in_work_has_an_age() -> None:
    """Since it was begun; the oldest first."""
    found = spans(team_of(("2", "18", None), ("2", "10", None), ("2", "3", "4"), ("2", None, None)))
    assert [(one.task, one.days) for one in aging(found, NOW)] == [(2, 10.0), (1, 2.0)]
    assert ages(aging(found, NOW)) == Times(2, 2.0, 10.0, 10.0)


def test_littles_law_holds_for_a_team_in_balance() -> None:
    """One card begun and one finished each day, each two days in work: L = 2, λ = 1, W = 2."""
    rows = [(f"{n}", f"{n}", f"{n + 2}") for n in range(1, 15)]
    found = spans(team_of(*rows))
    levels = cumulative(found, UTC_ZONE, day(4), day(12))
    law = little(levels, [span.cycle or 0 for span in found])
    assert law is not None
    assert (law.in_work, law.a_day, law.expected, law.measured) == (2, 1, 2, 2)
    assert little(levels[:1], []) is None
    assert little(cumulative(found, UTC_ZONE, day(20), day(22)), []) is None


def steady(per_day: int) -> tuple[Span, ...]:
    """So many cards finished on each working day of eight weeks."""
    days = [day(2) + timedelta(days=n) for n in range(-56, 19)]
    moments = [datetime(d.year, d.month, d.day, 12, tzinfo=UTC) for d in days if d.weekday() < 5]
    return tuple(Span(n, at, at, at) for n, at in enumerate(at for at in moments for _ in range(per_day)))


def test_a_steady_team_is_foretold_exactly() -> None:
    """Two cards each working day: ten cards take five of them, and the weekend in between."""
    found = forecast(steady(2), 10, day(20), UTC_ZONE, weeks=8, trials=200)
    assert found is not None
    # Friday the 20th: Monday to Friday of the next week.
    assert {found.by(percent) for percent in (1, 50, 85, 100)} == {day(27)}
    assert (found.chance(day(26)), found.chance(day(27))) == (0, 1)
    assert (found.sample, found.finished) == (56, 80)


def test_chance_spreads_a_forecast_and_it_is_the_same_each_time() -> None:
    """A team that finishes two cards on some days and none on others."""
    uneven = tuple(span for span in steady(2) if span.made.day % 2)
    found = forecast(uneven, 20, day(20), UTC_ZONE)
    assert found is not None
    assert found.by(50) < found.by(85) < found.by(99)
    assert found == forecast(uneven, 20, day(20), UTC_ZONE)


def test_very_many_cards_take_as_long_as_the_mean_says() -> None:
    """Ten a week: 5,200 cards take ten years, or more than are foretold."""
    found = forecast(steady(2), 2000, day(20), UTC_ZONE, weeks=8, trials=20)
    assert found is not None
    assert abs((found.by(50) - day(20)).days - 1400) <= 7


def test_too_short_a_past_foretells_nothing() -> None:
    """Fewer than five days with a finished card, or nothing left to do."""
    assert forecast(steady(1)[:4], 3, day(20), UTC_ZONE) is None
    assert forecast(steady(1), 0, day(20), UTC_ZONE) is None


def test_mondays_begin_weeks() -> None:
    """Also on a Monday, and on the Sunday behind it."""
    assert {monday_of(day(n)) for n in (9, 12, 15)} == {day(9)}


def changed(at: str, id: int, before: dict[str, object] | None, after: dict[str, object]) -> Change:
    edit = Edit("tasks", id, before, after)
    return Change((edit,), "changed", by="ana", at=datetime.fromisoformat(moment(at)))


def blocked_team() -> Team:
    return team_of(
        ("2", "3", None, {"role": 2, "blocked": "no paper"}),
        ("2", "3", "9", {"role": 1}),
        ("2", "3", None, {"role": 1, "blocked": "No paper"}),
    )


def test_blocked_times_come_from_the_history() -> None:
    """From blocked to going on, with the reason; what is blocked now, lasts; the first may be earlier."""
    changes = [
        changed("5", 2, {"blocked": None}, {"blocked": "no stock\nthe maker is late"}),
        changed("7", 2, {"blocked": "no stock\nthe maker is late"}, {"blocked": None}),
        changed("10", 1, {"blocked": "no time"}, {"blocked": "no paper"}),
    ]
    since = datetime.fromisoformat(moment("4"))
    found = history(blocked_team(), changes, since, EVERYTHING)
    assert [(b.task, b.reason, b.start.day, b.end.day if b.end else None) for b in found.blocks] == [
        (1, "no time", 4, 10),
        (3, "No paper", 4, None),
        (2, "no stock", 5, 7),
        (1, "no paper", 10, None),
    ]
    assert by_reason(found.blocks, NOW) == [("No paper", 2, 26.0), ("no time", 1, 6.0), ("no stock", 1, 2.0)]


def test_hand_overs_are_counted() -> None:
    """From role to role, and from person to person; who comes in addition takes nothing away."""
    changes = [
        changed("5", 1, None, {"role": 1, "assignees": ["ana"]}),
        changed("6", 1, {"role": 1}, {"role": 2}),
        changed("6", 2, {"assignees": ["ana"]}, {"assignees": ["ana", "ben"]}),
        changed("7", 2, {"assignees": ["ana", "ben"]}, {"assignees": ["cem"]}),
        changed("7", 3, {"role": None}, {"role": 1}),
    ]
    found = history(blocked_team(), changes, NOW, EVERYTHING)
    assert [(p.giver, p.receiver, p.cards) for p in found.passed] == [(1, 2, 1), (None, 1, 1)]
    assert found.changed_hands == 1
    assert history(blocked_team(), changes, NOW, Which(role=2)).changed_hands == 0


@given(
    st.dictionaries(
        st.integers(1, 4),
        st.dictionaries(
            st.sampled_from(
                [
                    "created_at",
                    "started_at",
                    "finished_at",
                    "archived_at",
                    "assignees",
                    "tags",
                    "role",
                    "blocked",
                ]
            ),
            st.none()
            | st.integers()
            | st.text(max_size=5)
            | st.just("2026-11-03T12:00:00Z")
            | st.lists(st.text(max_size=3)),
        ),
    )
)
def test_whatever_is_in_the_cards_has_figures(tasks: dict[int, dict[str, object]]) -> None:
    """What cannot be read is left out."""
    team = Team({"tasks": tasks})
    found = spans(team, Which(tag="x"))
    assert spans(team)[len(found) :] is not None
    assert len(cumulative(spans(team), BERLIN, day(1), day(9))) == 9
    history(
        team, [changed("5", 1, {"blocked": 3}, {"blocked": 4, "assignees": 5, "role": "x"})], NOW, EVERYTHING
    )


def test_there_is_one_throughput_which_the_forecast_rests_on() -> None:
    """The mean of the whole weeks since the first card was finished, not of the weeks before that."""
    team = team_of(*((f"{at}", f"{at}", f"{at}") for at in (3, 4, 5, 6, 10, 11, 12, 17)), ("18", None, None))
    found = page(team, NOW)
    assert found.forecast is not None
    assert found.throughput == Throughput(cards=7, weeks=2)
    assert found.throughput.said == "3.5 cards a week, over 2 whole weeks"
    assert (found.forecast.finished, found.forecast.sample // 7) == (7, 2)
    assert page(team_of(("17", "17", "18")), NOW).throughput is None
