"""The days of the coming weeks on which each person works, and how work is spread over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from store.absences.holidays import calendars, holiday_in
from store.absences.workdays import hours_a_week, working_days
from store.team import Team

_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Days:
    """One person's days from today on, up to the end of the last week."""

    hours: float
    """Hours on each of them, in h."""
    works: frozenset[int]
    """Days of the week on which she works."""
    there: tuple[int, ...]
    """How many days before each she works and is not away; one more than there are days."""
    would: tuple[int, ...]
    """How many days before each she works or would, if she were not away."""


class Horizon:
    """The coming weeks, each person's days worked out once."""

    def __init__(self, team: Team, today: date, weeks: int) -> None:
        self._team = team
        self._today = today
        monday = today - timedelta(days=today.weekday())
        self.weeks = tuple(monday + timedelta(days=_WEEK * number) for number in range(weeks))
        """The Monday of each."""
        self._starts = tuple(max(0, (week - today).days) for week in self.weeks)
        self._count = (self.weeks[-1] - today).days + _WEEK
        self._known: dict[str, _Days] = {}
        self._kept: dict[tuple[str, ...], list[int]] = {}

    def capacity(self, login: str) -> tuple[float, ...]:
        """Hours of a person in each week, in h."""
        days = self._days(login)
        return tuple(days.hours * (days.there[end] - days.there[begin]) for begin, end in self._spans())

    def away(self, login: str) -> tuple[float, ...]:
        """Working days of each week on which a person is not there."""
        days = self._days(login)
        lost = [would - there for would, there in zip(days.would, days.there, strict=True)]
        return tuple(float(lost[end] - lost[begin]) for begin, end in self._spans())

    def spread(self, login: str, first: date, last: date) -> Iterator[tuple[int, float]]:
        """Week (0 is the first one) and the part, 0 to 1, of work from one day to another that falls into it.

        Args:
            login: of the person; empty: the team's working days.
            first: not before today.
            last: not before the first.
        """
        days = self._days(login)
        begin, end = (first - self._today).days, (last - self._today).days + 1
        counts = days.there
        total = self._between(days, counts, begin, end)
        if not total:
            counts = days.would
            total = self._between(days, counts, begin, end)
        if not total:
            # Only days off: it is done on the next day on which somebody works.
            while total == 0 and end - begin < _WEEK:
                end += 1
                total = self._between(days, counts, begin, end)
        for at, (start, stop) in enumerate(self._spans()):
            low, high = max(begin, start), min(end, stop)
            if low < high and (inside := counts[high] - counts[low]):
                yield at, inside / total

    def _spans(self) -> Iterator[tuple[int, int]]:
        """The first day of each week and the one after its last, counted from today."""
        return zip(self._starts, (*self._starts[1:], self._count), strict=True)

    def _between(self, days: _Days, counts: tuple[int, ...], begin: int, end: int) -> int:
        """Working days from one to before another, counted from today; of later ones no absence is known."""
        inside = counts[min(end, self._count)] - counts[min(begin, self._count)]
        return inside + self._later(days.works, max(begin, self._count), end)

    def _later(self, works: frozenset[int], begin: int, end: int) -> int:
        if end <= begin:
            return 0
        weeks, rest = divmod(end - begin, _WEEK)
        weekday = self._today.weekday() + begin
        return weeks * len(works) + sum((weekday + n) % _WEEK in works for n in range(rest))

    def _days(self, login: str) -> _Days:
        known = self._known.get(login)
        if known is None:
            known = self._known[login] = self._worked_out(login)
        return known

    def _holidays(self, kept: tuple[str, ...]) -> list[int]:
        """The days from today on that are holidays in some calendars; most people keep the same ones."""
        found = self._kept.get(kept)
        if found is None:
            days = range(self._count) if kept else ()
            found = [n for n in days if holiday_in(kept, self._today + timedelta(days=n))]
            self._kept[kept] = found
        return found

    def _worked_out(self, login: str) -> _Days:
        team, today = self._team, self._today
        member = team.members.get(login)
        works = working_days(team, member)
        weekday = today.weekday()
        would = [(weekday + n) % _WEEK in works for n in range(self._count)]
        for n in self._holidays(tuple(calendars(team, member))):
            would[n] = False
        there = list(would)
        for absence in team.absences.get(login, ()) if member else ():
            begin, end = (absence.start - today).days, (absence.end - today).days + 1
            for n in range(max(0, begin), min(end, self._count)):
                there[n] = False
        if member and member.joined_on and member.joined_on > today:
            for n in range(min((member.joined_on - today).days, self._count)):
                there[n] = False
        hours = hours_a_week(team, member) / len(works) if member and works else 0.0
        return _Days(hours, works, tuple(accumulate(there, initial=0)), tuple(accumulate(would, initial=0)))
