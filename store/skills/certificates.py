"""Certificates that expire soon, or have expired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from store.models import Skill
from store.skills.catalogue import Catalogue
from store.skills.levels import Level, Levels
from store.team import Team

AHEAD = 90
"""Days ahead that are usually looked at."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What somebody can do, and shows by something that expires."""

    person: str
    """Login."""
    skill: Skill
    level: Level
    expires: date
    """The last day on which it holds."""

    def days_left(self, today: date) -> int:
        """Days until its last one; negative once it has expired."""
        return (self.expires - today).days


def certificates(
    team: Team, today: date, within: int | None = AHEAD, person: str | None = None
) -> list[Certificate]:
    """Those that expire within some days (`None`: whenever), and those that have, the earliest first.

    Of the people in the team, or only of one.
    """
    last = None if within is None else today + timedelta(days=within)
    known, levels = Catalogue.of(team).by_id, Levels.of(team)
    found = [
        Certificate(login, known[skill], level, level.expires)
        for login in (team.members if person is None else (person,))
        for skill, level in levels.expiring(login)
        if level.expires and skill in known and (last is None or level.expires <= last)
    ]
    return sorted(found, key=lambda one: (one.expires, one.skill.name.casefold(), one.person))
