"""In which order people speak: fair, and the same on every host."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from store.models import SETTINGS_ID, Member, Round, Settings, StandupOrder
from store.standup.order import speaking_order
from store.team import Team
from tests import builders

DAY = date(2026, 11, 23)
FORTNIGHT = 10
"""Working days."""


def people(count: int) -> list[Member]:
    """So many members."""
    return [Member(id=id, login=f"p{id}") for id in range(1, count + 1)]


def shop(count: int, *rounds: Round, order: StandupOrder = StandupOrder.RANDOM, name: str = "Shop") -> Team:
    """A team with nothing but people and rounds."""
    settings = Settings(id=SETTINGS_ID, name=name, standup_order=order)
    return Team(builders.tables_of([settings, *people(count), *rounds]))


def held(id: int, day: date, order: list[str], without: frozenset[str] = frozenset()) -> Round:
    """A round in which everyone had a turn but those."""
    spoken = [login for login in order if login not in without]
    started = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return Round(
        id=id,
        day=day,
        started_at=started,
        started_by="p1",
        order=order,
        spoken=spoken,
        skipped=sorted(without),
        ended_at=started,
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 15), st.text(min_size=1, max_size=8), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_over_a_fortnight_everyone_is_early_as_often_as_late(count: int, name: str, first: date) -> None:
    """Each one's mean place is in the middle, give or take an eighth of the round."""
    rounds: list[Round] = []
    places: dict[str, list[int]] = {member.login: [] for member in people(count)}
    for number in range(FORTNIGHT):
        day = first + timedelta(days=number)
        order = speaking_order(shop(count, *rounds, name=name), day)
        assert sorted(order) == sorted(places)
        for place, login in enumerate(order):
            places[login].append(place)
        rounds.append(held(number + 1, day, order))

    for taken in places.values():
        assert abs(sum(taken) / FORTNIGHT - (count - 1) / 2) <= (count - 1) / 8


def test_the_same_day_and_team_have_one_order() -> None:
    """Two hosts begin the same; another day begins with another one."""
    team = shop(8)

    assert speaking_order(team, DAY) == speaking_order(shop(8), DAY)
    firsts = {speaking_order(team, DAY + timedelta(days=n))[0] for n in range(12)}
    assert len(firsts) > 3


def test_a_second_round_of_a_day_has_the_order_of_the_first() -> None:
    """What was held on the day itself does not count yet."""
    order = speaking_order(shop(5), DAY)

    assert speaking_order(shop(5, held(1, DAY, order)), DAY) == order


def test_who_had_no_turn_last_time_comes_first() -> None:
    """Skipped, or the round was over before; and being back is no reason to be late for weeks."""
    order = [f"p{id}" for id in range(1, 9)]
    missing = frozenset({"p5", "p7"})
    rounds = [held(n, DAY - timedelta(days=9 - n), order, missing) for n in range(1, 9)]
    back = speaking_order(shop(8, *rounds), DAY)

    assert set(back[:2]) == missing
    rounds.append(held(9, DAY, back))
    places = speaking_order(shop(8, *rounds), DAY + timedelta(days=1))
    assert set(places[-2:]) != missing


def test_fixed_is_by_name() -> None:
    """By what people are called, not by logins."""
    team = builders.team(Settings(id=SETTINGS_ID, standup_order=StandupOrder.FIXED))

    assert speaking_order(team, DAY) == ["ana", "ben", "cem"]
