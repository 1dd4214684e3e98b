"""Work against hours in the coming weeks, held against a table that was made by hand."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from store.absences.horizon import Horizon
from store.absences.workdays import hours_in_week, hours_on, working_days
from store.absences.workload import NO_ROLE, Guess, Load, days_of, workload
from store.models import Absence, ChecklistItem, Document, Member, Raw
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, DOING, DONE, MAIL, PHOTO, READY, SHOP, task

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)


def steps(done: int, count: int) -> list[dict[str, object]]:
    """A checklist."""
    return [dict(ChecklistItem(id=str(n), text="x", done=n < done).raw()) for n in range(count)]


def shop(*more: Document) -> Team:
    """A team of three with 40 h each; Ben is away in the first week."""
    tasks = [
        task(1, "On time", DOING, SHOP, assignees=["ana"], estimate=8, due="2026-11-27"),
        task(2, "For two", READY, SHOP, assignees=["ana", "ben"], estimate=20, due="2026-12-04"),
        task(3, "Nobody's", BACKLOG, None, estimate=10),
        task(4, "Later", READY, PHOTO, estimate=14, start="2026-11-30", due="2026-12-08"),
        task(5, "Late", DOING, MAIL, assignees=["cem"], estimate=8, due="2026-11-20", checklist=steps(1, 4)),
        task(6, "Guessed", READY, SHOP, assignees=["cem"], due="2026-11-27"),
        task(7, "In the holiday", READY, PHOTO, assignees=["ben", "zoe"], estimate=3, due="2026-11-25"),
        task(8, "Far", BACKLOG, SHOP, assignees=["ana"], estimate=52, due="2027-02-12", start="2026-11-23"),
        task(9, "Guessed by the team", BACKLOG, PHOTO, due="2026-11-24"),
        *(
            task(n, "Old", DONE, SHOP, estimate=hours)
            for n, hours in ((20, 2), (21, 4), (22, 12), (25, 3), (26, 20))
        ),
        task(23, "Old and put away", DONE, MAIL, estimate=6, archived_at=builders.LONG_AGO),
        task(24, "Put away", READY, SHOP, assignees=["ana"], estimate=99, archived_at=builders.LONG_AGO),
    ]
    away = Absence(id=1, person="ben", start=MONDAY, end=date(2026, 11, 27))
    return builders.team(away, *more, tasks=tasks)


def hours(loads: tuple[Load, ...]) -> list[float]:
    """The demand of each week, in h."""
    return [round(load.demand, 2) for load in loads]


def test_the_load_of_everybody_is_as_worked_out_by_hand() -> None:
    """Hours of three weeks, against 40 h, or 0 h where somebody is away."""
    found = workload(shop(), MONDAY, 3)

    assert found.weeks == (MONDAY, date(2026, 11, 30), date(2026, 12, 7))
    # Ana: 8 h at once, 10 h of 20 over ten days, 52 h over 60 days.
    far = 52 / 60 * 5
    assert hours(found.people["ana"]) == [round(8 + 5 + far, 2), round(5 + far, 2), round(far, 2)]
    # Ben: his part of the card for two when he is back; what is due meanwhile has no hours to be done in.
    assert hours(found.people["ben"]) == [3, 10, 0]
    # Cem: 6 of 8 h are left and late; 4 h is the median of what the shop has finished.
    assert hours(found.people["cem"]) == [10, 0, 0]
    assert [load.capacity for load in found.people["ben"]] == [0, 40, 40]
    assert [load.away for load in found.people["ben"]] == [5, 0, 0]
    assert [load.is_over for load in found.people["ben"]] == [True, False, False]
    assert found.people["cem"][0].cards == {5: 6, 6: 4}


def test_the_load_of_roles_has_also_what_is_nobodys() -> None:
    """Cards without a role stand for themselves; capacity is what people have for a role."""
    found = workload(shop(), MONDAY, 3)

    far = 52 / 60 * 5
    assert hours(found.roles[SHOP]) == [round(8 + 5 + 4 + far, 2), round(15 + far, 2), round(far, 2)]
    # 3 h of Ben's, and 5 h, the team's median, for one that nobody has; then 14 h over seven days.
    assert hours(found.roles[PHOTO]) == [8, 10, 4]
    assert hours(found.roles[MAIL]) == [6, 0, 0]
    assert hours(found.roles[NO_ROLE]) == [5, 5, 0]
    assert list(found.roles) == [SHOP, PHOTO, MAIL, NO_ROLE]
    # Cem divides his 40 h between newsletter and shop.
    assert [found.roles[role][0].capacity for role in found.roles] == [60, 0, 20, 0]
    assert found.roles[PHOTO][0].away == 5
    assert (found.cards, found.guessed, found.unknown) == (9, 2, 0)


def test_capacity_begins_today() -> None:
    """Of the first week only the days count that are left; on a Saturday what is late is for Monday."""
    found = workload(shop(), SATURDAY, 2)
    assert [load.capacity for load in found.people["cem"]] == [0, 40]
    assert hours(found.people["cem"]) == [0, 10]
    wednesday = workload(shop(), date(2026, 11, 25), 1)
    assert wednesday.people["ana"][0].capacity == 24


def test_hours_and_days_are_a_persons_own() -> None:
    """Also those of somebody who has not begun yet: nothing of her work is lost."""
    part = Member(id=3, login="cem", name="Cem", roles=[MAIL], hours=18.0, working_days=[0, 1, 3])
    team = shop(part, Absence(id=2, person="cem", start=date(2026, 12, 1), end=date(2026, 12, 1)))
    found = workload(team, MONDAY, 3).people["cem"]
    assert [load.capacity for load in found] == [18, 12, 18]
    assert [load.capacity for load in found[1:]] == [
        hours_in_week(team, part, load) for load in workload(team, MONDAY, 3).weeks[1:]
    ]
    new = Member(id=3, login="cem", name="Cem", joined_on=date(2026, 12, 3))
    begins = workload(shop(new), MONDAY, 2).people["cem"]
    assert [load.capacity for load in begins] == [0, 16]
    assert hours(begins) == [10, 0]


def test_without_anything_to_go_by_a_card_counts_nothing() -> None:
    """How many those are is told."""
    found = workload(builders.team(), MONDAY)
    assert len(found.weeks) == 8
    assert (found.cards, found.guessed, found.unknown) == (7, 7, 7)
    assert not any(load.demand for loads in found.people.values() for load in loads)


def finished(*roles: int) -> dict[int, Raw]:
    """Finished cards of 3 h."""
    return {id: task(id, column=DONE, role=role, estimate=3).raw() for id, role in enumerate(roles, 1)}


def test_a_guess_needs_several_finished_cards() -> None:
    """Five of the role, or else of the team; a card with which somebody learnt is none of them."""
    few = Guess.of(finished(PHOTO, PHOTO, SHOP, SHOP), {})
    assert (few.hours(PHOTO), few.hours(SHOP)) == (None, None)
    tasks = finished(*[PHOTO] * 5, SHOP) | {9: task(9, column=DONE, role=SHOP, estimate=90).raw()}
    guess = Guess.of(tasks, {1: {"task": 9}})
    assert (guess.roles, guess.team) == ({PHOTO: 3}, 3)
    assert Guess.of(tasks, {1: {"task": 9}, 2: {"task": 1}}).hours(PHOTO) == 3
    assert Guess.of(tasks, {1: {"task": 9}, 2: {"task": 1}}).roles == {}


def naive(team: Team, login: str, first: date, last: date, weeks: tuple[date, ...]) -> dict[int, float]:
    """The same as `Horizon.spread`, day by day."""
    member = team.members[login]
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    counted = [day for day in days if hours_on(team, member, day)]
    would = [day for day in days if day.weekday() in working_days(team, member)]
    counted = counted or would
    if not counted:
        later = (last + timedelta(days=n) for n in range(1, 8))
        counted = [next(day for day in later if day.weekday() in working_days(team, member))]
    parts: dict[int, float] = {}
    for day in counted:
        at = (day - weeks[0]).days // 7
        if at < len(weeks):
            parts[at] = parts.get(at, 0.0) + 1 / len(counted)
    return parts


@pytest.mark.parametrize("seed", range(30))
def test_work_is_spread_as_day_by_day(seed: int) -> None:
    """Whatever the days of work, the absence and the card, also where they end behind the weeks."""
    chance = Random(seed)
    start = MONDAY + timedelta(days=chance.randrange(40))
    member = Member(
        id=3, login="cem", name="Cem", working_days=chance.sample(range(7), chance.randrange(1, 6))
    )
    away = Absence(id=1, person="cem", start=start, end=start + timedelta(days=chance.randrange(20)))
    team = builders.team(member, away)
    today = MONDAY + timedelta(days=chance.randrange(7))
    first = today + timedelta(days=chance.randrange(30))
    last = first + timedelta(days=chance.randrange(20))
    horizon = Horizon(team, today, 4 + chance.randrange(6))

    found = dict(horizon.spread("cem", first, last))
    wanted = naive(team, "cem", first, last, horizon.weeks)
    if last < horizon.weeks[-1]:
        assert sum(found.values()) == pytest.approx(1)
        assert found == pytest.approx(wanted)
    assert all(0 < part <= 1.0001 for part in found.values())
    capacity = [hours_in_week(team, member, week, begin=today) for week in horizon.weeks]
    assert list(horizon.capacity("cem")) == pytest.approx(capacity)


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, ("2026-11-23", "2026-12-06")),
        ({"due": "2026-11-01"}, ("2026-11-23", "2026-11-23")),
        ({"start": "2026-12-01"}, ("2026-12-01", "2026-12-14")),
        ({"start": "2026-12-01", "due": "2026-11-30"}, ("2026-12-01", "2026-12-01")),
        ({"start": "2026-11-01", "due": "2026-11-30"}, ("2026-11-23", "2026-11-30")),
    ],
)
def test_a_card_has_days_on_which_it_is_worked_on(fields: dict[str, str], days: tuple[str, str]) -> None:
    """From its start or today to its due date, or over two weeks."""
    assert tuple(map(date.isoformat, days_of(task(1, **fields), MONDAY))) == days
