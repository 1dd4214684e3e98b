"""The coming days: whose birthday it is, who begins, who is away, and which holidays somebody keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from store.absences.holidays import calendars, holiday_in
from store.absences.times import KIND_WORDS
from store.days import spoken
from store.models import AbsenceKind, Member
from store.phrases import counted, listed
from store.team import Team

AHEAD = 14
"""Days that are looked ahead, and for which somebody counts as new."""
_NAMED = 5
"""People that a sentence names."""


class What(StrEnum):
    """Why a day is worth knowing, in the order in which it is told."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    FIRST_DAY = "first day"
    NEW = "new"
    """Somebody has begun in the last two weeks."""
    HOLIDAY = "holiday"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something about one day."""

    day: date
    what: What
    people: tuple[str, ...]
    """Logins of those whom it is about."""
    sentence: str


def coming(team: Team, today: date, ahead: int = AHEAD) -> list[Occasion]:
    """What there is from today on, day by day; absences that have begun stand on the first day."""
    last = today + timedelta(days=ahead)
    found = [
        *_birthdays(team, today, last),
        *_joined(team, today, last),
        *_new(team, today),
        *_holidays(team, today, last),
        *_away(team, today, last),
    ]
    order = list(What)
    return sorted(found, key=lambda one: (one.day, order.index(one.what), one.sentence))


def newcomers(team: Team, today: date, days: int = AHEAD) -> list[Member]:
    """Who has joined in the last days, or will in the next; the earliest first."""
    found = [
        member
        for member in team.members.values()
        if member.joined_on is not None and abs((member.joined_on - today).days) <= days
    ]
    return sorted(found, key=lambda member: (member.joined_on or today, member.login))


def birthday_in(member: Member, year: int) -> date | None:
    """A person's birthday in a year; on 1 March where a year has no 29 February. `None`: not said."""
    month, _, day = member.birthday.partition("-")
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return date(year, 3, 1) if member.birthday == "02-29" else None


def called(member: Member) -> str:
    """A person with pronouns and how the name is spoken, as far as she has said so: `Ana (she/her)`."""
    more = [text for text in (member.pronouns, f"say {member.spoken}" if member.spoken else "") if text]
    return f"{member.display_name} ({', '.join(more)})" if more else member.display_name


def _birthdays(team: Team, first: date, last: date) -> Iterator[Occasion]:
    for member in team.members.values():
        for year in {first.year, last.year} if member.birthday else ():
            day = birthday_in(member, year)
            if day is not None and first <= day <= last:
                yield Occasion(day, What.BIRTHDAY, (member.login,), f"{member.display_name}'s birthday")


def _joined(team: Team, first: date, last: date) -> Iterator[Occasion]:
    for member in team.members.values():
        joined = member.joined_on
        for year in {first.year, last.year} if joined else ():
            day = _in_year(joined, year) if joined else first
            years = year - joined.year if joined else 0
            if not first <= day <= last or years < 0:
                continue
            who = (member.login,)
            if years:
                text = f"{member.display_name} has been here for {counted(years, 'year')}"
                yield Occasion(day, What.ANNIVERSARY, who, text)
            else:
                yield Occasion(day, What.FIRST_DAY, who, f"{called(member)} begins; say hello")


def _new(team: Team, today: date) -> Iterator[Occasion]:
    for member in newcomers(team, today):
        since = member.joined_on
        if since is not None and since < today:
            text = f"{called(member)} is new here since {spoken(since, today)}; say hello"
            yield Occasion(today, What.NEW, (member.login,), text)


def _in_year(day: date, year: int) -> date:
    return date(year, 3, 1) if (day.month, day.day) == (2, 29) and year % 4 else day.replace(year=year)


def _holidays(team: Team, first: date, last: date) -> Iterator[Occasion]:
    """Holidays of those who keep them; the same one of several people stands in one line."""
    keeping: dict[tuple[str, ...], list[str]] = {}
    for member in team.members.values():
        if kept := calendars(team, member):
            keeping.setdefault(tuple(kept), []).append(member.login)
    if not team.members and team.settings.holidays:
        keeping[tuple(team.settings.holidays)] = []
    for n in range((last - first).days + 1 if keeping else 0):
        day = first + timedelta(days=n)
        found: dict[str, list[str]] = {}
        for kept, people in keeping.items():
            if name := holiday_in(kept, day):
                found.setdefault(name, []).extend(people)
        for name, people in found.items():
            yield Occasion(day, What.HOLIDAY, tuple(sorted(people)), f"{name}: {_whose(team, people)}")


def _whose(team: Team, people: list[str]) -> str:
    if len(people) == len(team.members):
        return "everybody"
    named = [team.name_of(login) for login in sorted(people)]
    more = len(named) - _NAMED
    return listed(named if more <= 1 else [*named[:_NAMED], f"{more} more"])


def _away(team: Team, first: date, last: date) -> Iterator[Occasion]:
    for login, absences in team.absences.items():
        for absence in absences if login in team.members else ():
            if absence.start <= last and absence.end >= first:
                is_long, is_later = absence.end > absence.start, absence.start > first
                since = f" from {spoken(absence.start, first)}" if is_long and is_later else ""
                until = f"{since} until {spoken(absence.end, first)}" if is_long else ""
                # That somebody is ill is hers to tell.
                is_ill = absence.kind is AbsenceKind.SICK
                why = "away" if is_ill else KIND_WORDS.get(absence.kind, "away")
                text = f"{team.name_of(login)} is {why}{until}"
                yield Occasion(max(first, absence.start), What.AWAY, (login,), text)
