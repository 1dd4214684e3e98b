"""On which days people work, and how many hours that makes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from store.absences.holidays import holiday_on
from store.models import Member
from store.team import Team

_WEEK = 7


def working_days(team: Team, member: Member | None) -> frozenset[int]:
    """The days of the week on which a person works, Monday is 0: her own, or the team's."""
    own = member.working_days if member else []
    return frozenset(own or team.settings.working_days)


def is_working_day(team: Team, member: Member | None, day: date) -> bool:
    """Whether a person works on a day, as far as it is agreed on: not on holidays that she keeps."""
    return day.weekday() in working_days(team, member) and not holiday_on(team, member, day)


def hours_a_week(team: Team, member: Member) -> float:
    """Working hours of a person in a week without absences, in h: her own, or those of the team."""
    return team.settings.hours_per_week if member.hours is None else member.hours


def hours_on(team: Team, member: Member, day: date) -> float:
    """Capacity of a person on one day, in h: hours a week / working days a week.

    0 on a day on which she does not work, keeps a holiday, is away, or was not in the team yet.
    """
    own = working_days(team, member)
    if day.weekday() not in own or (member.joined_on is not None and day < member.joined_on):
        return 0.0
    if any(absence.covers(day) for absence in team.absences.get(member.login, ())):
        return 0.0
    if holiday_on(team, member, day):
        return 0.0
    return hours_a_week(team, member) / len(own)


def hours_in_week(team: Team, member: Member, day: date, begin: date | None = None) -> float:
    """Capacity of a person in the ISO week of a day, in h: the sum of its days.

    Args:
        team: the snapshot.
        member: the person.
        day: any day of the week.
        begin: days before this one do not count; `None`: all do.
    """
    return sum(hours_on(team, member, one) for one in week_of(day) if begin is None or one >= begin)


def week_of(day: date) -> tuple[date, ...]:
    """The seven days of the ISO week of a day, from Monday on."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(_WEEK))


def split(member: Member) -> Mapping[int, float]:
    """Which part of a person's hours belongs to each of her roles, 0 to 1.

    Roles with a share take that; those without take evenly what is left. Shares of more than the whole are
    cut down in proportion; what is left over where every role has a share belongs to none.
    """
    said: dict[int, float] = {}
    for share in member.shares:
        # Of two shares of one role the later one counts; those of roles that she left do not.
        if share.role in member.roles:
            said[share.role] = share.percent / 100
    total = sum(said.values())
    if total > 1:
        said = {role: part / total for role, part in said.items()}
    open_roles = [role for role in dict.fromkeys(member.roles) if role not in said]
    left = max(0.0, 1 - total)
    return {**said, **{role: left / len(open_roles) for role in open_roles}}
