"""Who is there today for what somebody answers for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from store.models import Absence
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
    away = _away(team, day)
    known = dict.fromkeys(login for login in logins if login in team.members)
    return tuple(_presence(team, login, away) for login in known)


def _presence(team: Team, login: str, away: dict[str, Absence]) -> Presence:
    absence = away.get(login)
    if absence is None:
        return Presence(login)
    seen = {login}
    cover = absence.cover
    # Who stands in may be away too, and have named somebody.
    while cover in away and cover not in seen:
        seen.add(cover)
        cover = away[cover].cover
    is_there = cover in team.members and cover not in away
    return Presence(login, absence.end, cover if is_there else "")


def _away(team: Team, day: date) -> dict[str, Absence]:
    """Login to the absence of everybody who is away on a day; of several the one that ends last."""
    found: dict[str, Absence] = {}
    for absence in team.all(Absence):
        if absence.archived_at or not absence.covers(day):
            continue
        known = found.get(absence.person)
        if known is None or (absence.end, absence.cover) > (known.end, known.cover):
            found[absence.person] = absence
    return found
