"""When somebody is away, for reading and as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store import days
from store.models import Absence, AbsenceKind
from store.team import Team

KIND_WORDS = {
    AbsenceKind.HOLIDAY: "on holiday",
    AbsenceKind.SICK: "sick",
    AbsenceKind.TRAINING: "in training",
    AbsenceKind.ELSEWHERE: "elsewhere",
    AbsenceKind.LEAVE: "on leave",
}
"""How each kind is said of a person."""


def span(start: date, end: date, today: date) -> str:
    """Days for reading: `Fri 27 Nov`, `Fri 27 Nov to Mon 30 Nov`."""
    first = days.spoken(start, today)
    return first if start == end else f"{first} to {days.spoken(end, today)}"


def last_day(typed: Callable[[date], date], start: date, today: date) -> date:
    """The last day that is meant behind a first one: `mon fri` is the Friday after that Monday.

    Args:
        typed: gives the day that was typed, once it knows from which day on it counts.
        start: the first day.
        today: the day it is for the team.
    """
    return start if typed(today) == start else typed(start)


def overlapping(team: Team, login: str, start: date, end: date, besides: int = 0) -> Absence | None:
    """The first absence of a person that has a day in common with these; `besides` is the number of one
    that does not count."""
    hers = team.absences.get(login, ())
    return next((a for a in hers if a.id != besides and a.start <= end and start <= a.end), None)
