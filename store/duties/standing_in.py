"""Who is there today for what somebody answers for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from store.absences.away import absence_on, stands_in
from store.team import Team


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether somebody is there, and who is instead."""

    login: str
    until: date | None = None
    """The last day of her absence; `None`: she is there."""
    covers: str = ""
    """Login of who stands in and is there; empty: nobody."""


def presences(team: Team, logins: Iterable[str], day: date) -> tuple[Presence, ...]:
    """Each of these people, once, who is in the team, as they are on a day."""
    known = dict.fromkeys(login for login in logins if login in team.members)
    return tuple(_presence(team, login, day) for login in known)


def _presence(team: Team, login: str, day: date) -> Presence:
    absence = absence_on(team, login, day)
    return Presence(login, absence.end, stands_in(team, login, day)) if absence else Presence(login)
