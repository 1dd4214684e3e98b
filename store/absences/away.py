"""Who is away, who stands in, and who is there at this moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from store import days
from store.absences.workdays import is_working_day
from store.models import Absence, Member
from store.team import Team


class There(StrEnum):
    """Whether somebody can be asked now, as far as it was agreed on."""

    IN = "in"
    AWAY = "away"
    NO_WORKING_DAY = "not a working day"
    OUTSIDE_HOURS = "outside working hours"


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one person is at a moment."""

    there: There
    absence: Absence | None = None
    """Why she is away; `None`: she is not."""
    stands_in: str = ""
    """Login of who stands in for her and is there; empty: nobody."""


def away_on(team: Team, day: date) -> Mapping[str, Absence]:
    """The people of the team who are away on a day by login, each with her absence.

    Of two absences on one day, which only another program can have entered, the one that ends last counts.
    """
    found = ((login, absence_on(team, login, day)) for login in team.absences if login in team.members)
    return {login: absence for login, absence in found if absence is not None}


def absence_on(team: Team, login: str, day: date) -> Absence | None:
    """The absence of a person on a day; `None`: she is not away."""
    on_it = [absence for absence in team.absences.get(login, ()) if absence.covers(day)]
    return max(on_it, key=lambda one: one.end, default=None)


def stands_in(team: Team, login: str, day: date) -> str:
    """Login of who stands in for a person on a day: her cover, or who covers for that one while away too.

    Empty where she is not away, or where in the end nobody is there.
    """
    seen = {login}
    absence = absence_on(team, login, day)
    while absence is not None:
        cover = absence.cover
        if cover in seen or cover not in team.members:
            return ""
        seen.add(cover)
        absence = absence_on(team, cover, day)
        if absence is None:
            return cover
    return ""


def covering(team: Team, day: date) -> Mapping[str, tuple[str, ...]]:
    """Logins of those for whom each person stands in on a day, by her login."""
    found: dict[str, list[str]] = {}
    for login in away_on(team, day):
        if cover := stands_in(team, login, day):
            found.setdefault(cover, []).append(login)
    return {cover: tuple(sorted(away)) for cover, away in found.items()}


def coming(team: Team, login: str, day: date) -> list[Absence]:
    """The absences of a person that are not over on a day, the earliest first."""
    return [absence for absence in team.absences.get(login, ()) if absence.end >= day]


def is_in(team: Team, login: str, now: datetime) -> Presence:
    """Whether a person is there at a moment: away, on a day off, outside of her hours, or in.

    Days of absence are the team's; working days and hours go by the person's time zone.
    """
    today = team.today(now)
    absence = absence_on(team, login, today)
    if absence is not None:
        return Presence(There.AWAY, absence, stands_in(team, login, today))
    member = team.members.get(login)
    here = local_time(team, member, now)
    if not is_working_day(team, member, here.date()):
        return Presence(There.NO_WORKING_DAY)
    return Presence(There.IN if _in_hours(member, here.time()) else There.OUTSIDE_HOURS)


def local_time(team: Team, member: Member | None, now: datetime) -> datetime:
    """What time it is where the person is."""
    return now.astimezone(ZoneInfo(member.time_zone if member else team.settings.time_zone))


def told(team: Team, absence: Absence, today: date, cover: str = "") -> str:
    """`away until Fri 4 Dec, Ben covers`."""
    covered = f", {team.name_of(cover)} covers" if cover else ""
    return f"away until {days.spoken(absence.end, today)}{covered}"


def _in_hours(member: Member | None, at: time) -> bool:
    """Whether a time of day is within somebody's hours; hours that were not said are always.

    Who begins later than she ends works through the night.
    """
    if member is None or not (member.works_from or member.works_until):
        return True
    begin, end = member.works_from or "00:00", member.works_until or "24:00"
    clock = f"{at:%H:%M}"
    return begin <= clock < end if begin <= end else clock >= begin or clock < end
