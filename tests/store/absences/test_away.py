"""Who is away, who stands in, and who is there now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from store.absences.away import away_on, coming, covering, is_in, stands_in, told
from store.absences.workdays import hours_in_week, hours_on, split, working_days
from store.change import Change
from store.models import Absence, Document, Member, Share
from store.team import Team
from tests import builders
from tests.builders import MAIL, NOW, PHOTO, SHOP

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def absence(id: int, person: str, start: date = MONDAY, days: int = 5, **fields: Any) -> Absence:
    """One absence from a day on."""
    return Absence(id=id, person=person, start=start, end=start + DAY * (days - 1), **fields)


def team(*more: Document) -> Team:
    """The shop team."""
    return builders.team(*more)


def member(**fields: Any) -> Member:
    """Ana, with other fields."""
    known = {"id": 1, "login": "ana", "name": "Ana Lima", "time_zone": "Europe/Berlin"}
    return Member(**{**known, **fields})


def test_who_is_away_on_a_day() -> None:
    """From the first to the last day; what was called off, and people who left, are not."""
    shop = team(
        absence(1, "ana"),
        absence(2, "ben", archived_at=NOW),
        absence(3, "zoe"),
        absence(4, "ana", days=9),
    )
    assert away_on(shop, MONDAY - DAY) == {}
    assert {login: one.id for login, one in away_on(shop, MONDAY).items()} == {"ana": 4}
    assert away_on(shop, MONDAY + 9 * DAY) == {}
    assert [one.id for one in coming(shop, "ana", MONDAY + 5 * DAY)] == [4]


def test_absences_are_worked_out_once_in_a_snapshot() -> None:
    """Also the next one has them, as long as nobody enters another."""
    shop = team(absence(1, "ana"))
    known = shop.absences
    other = shop.apply(Change.update("tasks", shop.task(1), title="x"))
    assert other.absences is known
    more = shop.apply(Change.insert("absences", absence(-1, "ben")))
    assert more.absences.keys() == {"ana", "ben"}


def test_covers_of_covers_are_followed_and_nobody_runs_in_circles() -> None:
    """Who stands in is there; where all of them are away, nobody does."""
    chain = team(absence(1, "ana", cover="ben"), absence(2, "ben", days=2, cover="cem"))
    assert stands_in(chain, "ana", MONDAY) == "cem"
    assert stands_in(chain, "ana", MONDAY + 3 * DAY) == "ben"
    assert stands_in(chain, "cem", MONDAY) == ""
    assert covering(chain, MONDAY) == {"cem": ("ana", "ben")}
    circle = team(absence(1, "ana", cover="ben"), absence(2, "ben", cover="ana"))
    assert stands_in(circle, "ana", MONDAY) == stands_in(circle, "ben", MONDAY) == ""
    assert stands_in(team(absence(1, "ana", cover="zoe")), "ana", MONDAY) == ""
    assert stands_in(team(absence(1, "ana")), "ana", MONDAY) == ""


def test_who_is_in_now() -> None:
    """Away comes first, then the days and hours of work, where the person is."""
    morning = datetime(2026, 11, 23, 8, tzinfo=UTC)
    plain = team(absence(1, "ben", cover="cem"))
    away = is_in(plain, "ben", morning)
    assert (away.there, away.stands_in) == ("away", "cem")
    assert away.absence is not None
    assert told(plain, away.absence, MONDAY, away.stands_in) == "away until Fri 27 Nov, Cem Demir covers"
    assert is_in(plain, "ana", morning).there == "in"
    assert is_in(plain, "ana", morning + 5 * DAY).there == "not a working day"

    hours = team(member(works_from="09:30", works_until="17:00"))
    assert is_in(hours, "ana", morning).there == "outside working hours"
    assert is_in(hours, "ana", morning + timedelta(hours=1)).there == "in"
    assert is_in(hours, "ana", morning + timedelta(hours=8)).there == "outside working hours"
    night = team(member(works_from="22:00", works_until="06:00"))
    assert is_in(night, "ana", morning).there == "outside working hours"
    assert is_in(night, "ana", morning - timedelta(hours=4)).there == "in"
    tokyo = team(member(time_zone="Asia/Tokyo", works_until="17:00", working_days=[0]))
    assert is_in(tokyo, "ana", morning + timedelta(hours=1)).there == "outside working hours"
    assert is_in(tokyo, "ana", morning + DAY).there == "not a working day"


def test_capacity_is_hours_on_working_days_without_absences() -> None:
    """Hours a week over working days; also from the middle of a week on, and for who has just come."""
    own = member(hours=24.0, working_days=[0, 1, 2])
    part = team(own, absence(1, "ana", MONDAY + DAY, 1))
    assert working_days(part, own) == {0, 1, 2}
    assert [hours_on(part, own, MONDAY + DAY * n) for n in range(4)] == [8, 0, 8, 0]
    assert hours_in_week(part, own, MONDAY + 6 * DAY) == 16
    assert hours_in_week(part, own, MONDAY, begin=MONDAY + DAY) == 8
    usual = team().members["cem"]
    assert hours_in_week(team(), usual, MONDAY) == 40
    new = member(joined_on=MONDAY + 3 * DAY)
    assert hours_in_week(team(new), new, MONDAY) == 16
    idle = member(hours=0.0)
    assert hours_in_week(team(idle), idle, MONDAY) == 0


def test_hours_are_divided_by_shares() -> None:
    """Roles without one take evenly what is left; too much is cut down in proportion."""

    def shares(**percents: int) -> list[Share]:
        numbers = {"shop": SHOP, "photo": PHOTO, "mail": MAIL}
        return [Share(id=name, role=numbers[name], percent=percent) for name, percent in percents.items()]

    roles = [SHOP, PHOTO, MAIL]
    assert split(member(roles=roles, shares=shares(shop=60))) == {SHOP: 0.6, PHOTO: 0.2, MAIL: 0.2}
    assert split(member(roles=[SHOP, PHOTO], shares=shares(shop=150, photo=50))) == {SHOP: 0.75, PHOTO: 0.25}
    assert split(member(roles=[SHOP], shares=shares(shop=50, mail=50))) == {SHOP: 0.5}
    assert split(member(roles=[])) == {}
