"""Who is in a role: who leads it, who stands in, and who works in it with which share of her time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from store.absences.away import away_on, stands_in
from store.absences.workdays import split
from store.models import Absence, Member, Role
from store.team import Team

_WHOLE = 100
"""Percent of a person's hours."""


class Rank(StrEnum):
    """What somebody is in a role."""

    LEAD = "lead"
    DEPUTY = "deputy"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in a role."""

    login: str
    rank: Rank
    percent: int | None = None
    """Of her hours; `None`: she leads it or stands in without working in it."""
    absence: Absence | None = None
    """Why she is away on the day; `None`: she is not."""
    cover: str = ""
    """Login of who stands in for her meanwhile; empty: nobody."""


@dataclass(frozen=True)
class Seats:
    """The people of all roles on a day; people who have left the team are in none."""

    team: Team
    today: date

    @cached_property
    def workers(self) -> Mapping[int, Sequence[Member]]:
        """The people who work in each role that is not put away, by login."""
        found: dict[int, list[Member]] = {role.id: [] for role in self.team.roles}
        for member in self.team.members.values():
            for role in dict.fromkeys(member.roles):
                if role in found:
                    found[role].append(member)
        return found

    @cached_property
    def away(self) -> Mapping[str, Absence]:
        """Those who are away on the day."""
        return away_on(self.team, self.today)

    def people(self, role: Role) -> frozenset[str]:
        """Logins of those who work in a role, lead it or stand in for who does."""
        named = (login for login in (role.lead, role.deputy) if login in self.team.members)
        return frozenset((*(member.login for member in self.workers.get(role.id, ())), *named))

    def of(self, role: Role) -> tuple[Seat, ...]:
        """Lead, deputy, then the others by their share of time."""
        people = self.people(role)
        ranks = dict.fromkeys(sorted(people), Rank.MEMBER)
        ranks |= {login: Rank.DEPUTY for login in (role.deputy,) if login in people}
        ranks |= {login: Rank.LEAD for login in (role.lead,) if login in people}
        seats = [self._seat(login, rank, role) for login, rank in ranks.items()]
        order = list(Rank)
        return tuple(
            sorted(seats, key=lambda seat: (order.index(seat.rank), -(seat.percent or 0), seat.login))
        )

    def _seat(self, login: str, rank: Rank, role: Role) -> Seat:
        absence = self.away.get(login)
        cover = stands_in(self.team, login, self.today) if absence else ""
        share = self.percent(self.team.members[login], role.id)
        return Seat(login, rank, share, absence, cover)

    def percent(self, member: Member, role: int) -> int | None:
        """How much of a person's time belongs to a role; `None`: she does not work in it."""
        part = split(member).get(role)
        return None if part is None else round(part * _WHOLE)
