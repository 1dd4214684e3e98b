"""Levels that people have estimated and that wait for somebody to confirm them."""

from __future__ import annotations

from collections.abc import Collection

from store.models import Assessment
from store.skills.catalogue import Catalogue
from store.skills.levels import Levels
from store.skills.people import led_by
from store.team import Team


def unconfirmed(team: Team, people: Collection[str] | None = None) -> list[Assessment]:
    """The newest estimate of each person and skill that nobody has confirmed, the oldest first.

    Of everybody in the team, or only of some. Nothing to confirm is in a level of 0.
    """
    known, levels = Catalogue.of(team).by_id, Levels.of(team)
    found = []
    for login in team.members if people is None else people:
        if login not in team.members:
            continue
        for skill, level in levels.unconfirmed(login):
            if skill in known:
                found.append(team.find(Assessment, level.assessment))
    return sorted((one for one in found if one), key=lambda one: (one.at, one.id))


def waiting_for(team: Team, lead: str) -> list[Assessment]:
    """What waits for one person to confirm: the estimates of the people whom she leads."""
    return unconfirmed(team, led_by(team, lead))
