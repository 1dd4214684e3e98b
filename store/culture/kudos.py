"""Who was thanked for what: by all, by and of one person, and who was not for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from store.models import Kudos, Member, Role
from store.phrases import listed
from store.team import Team, WorkedOut

WEEKS = 4
"""Weeks that the wall goes back, where nothing else is asked for."""
QUIET = 60
"""Days without thanks after which it is time to look what somebody does well."""


class _Working(WorkedOut):
    """Who works in which role."""

    TABLES = ("members",)

    def __init__(self, team: Team) -> None:
        self.in_role: dict[int, list[Member]] = {}
        for member in team.members.values():
            for role in member.roles:
                self.in_role.setdefault(role, []).append(member)


def wall(team: Team, since: datetime, value: int | None = None) -> list[Kudos]:
    """What was said since a moment, newest first; with a value only what shows that."""
    found = (one for one in team.all(Kudos) if not one.archived_at and one.at >= since)
    wanted = (one for one in found if value is None or one.value == value)
    return sorted(wanted, key=lambda one: (one.at, one.id), reverse=True)


def thanked(team: Team, kudos: Kudos) -> tuple[str, ...]:
    """Logins of all who are thanked: by name, and who was in a thanked role then; never the giver."""
    named = [login for login in kudos.people if login != kudos.giver]
    meant = kudos.in_roles or in_roles(team, kudos)
    return tuple(dict.fromkeys([*named, *(login for login in meant if login != kudos.giver)]))


def in_roles(team: Team, kudos: Kudos) -> list[str]:
    """Logins of those who are in the thanked roles now, and were in the team when it was said."""
    found = [
        member.login
        for role in kudos.roles
        for member in _Working.of(team).in_role.get(role, ())
        if member.login != kudos.giver and not _came_later(team, member.joined_on, kudos.at)
    ]
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Mine:
    """What one person was thanked for, and what she thanked others for; newest first."""

    came_in: tuple[Kudos, ...]
    went_out: tuple[Kudos, ...]


def mine(team: Team, person: str) -> Mine:
    """One person's own; it is for nobody else to see put together."""
    found = wall(team, datetime.min.replace(tzinfo=UTC))
    return Mine(
        tuple(one for one in found if person in thanked(team, one)),
        tuple(one for one in found if one.giver == person),
    )


@dataclass(frozen=True, slots=True)
class Quiet:
    """Somebody who was not thanked for long."""

    person: str
    days: int | None
    """Since the last thanks; `None`: there were none."""


def quiet(team: Team, today: date, days: int = QUIET) -> list[Quiet]:
    """Who was not thanked for so many days, by name: a reminder to look, and never an order of people.

    Who is in the team for a shorter time is left out.
    """
    last: dict[str, datetime] = {}
    for one in team.all(Kudos):
        if not one.archived_at:
            for login in thanked(team, one):
                last[login] = max(last.get(login, one.at), one.at)
    found = []
    for login, member in team.members.items():
        if member.joined_on is not None and (today - member.joined_on).days < days:
            continue
        since = (today - team.today(last[login])).days if login in last else None
        if since is None or since >= days:
            found.append(Quiet(login, since))
    return sorted(found, key=lambda one: (team.name_of(one.person).casefold(), one.person))


def fresh_for(team: Team, person: str, now: datetime, days: int) -> list[Kudos]:
    """What a person was thanked for in the last days, newest first."""
    return [one for one in wall(team, now - timedelta(days=days)) if person in thanked(team, one)]


def to_whom(team: Team, kudos: Kudos) -> str:
    """Those who are thanked, as one reads them: `Ana, Ben and Warehouse`."""
    roles = (team.find(Role, id) for id in kudos.roles)
    names = [*map(team.name_of, kudos.people), *(role.name for role in roles if role)]
    return listed(names) if names else "somebody"


def _came_later(team: Team, joined_on: date | None, at: datetime) -> bool:
    return joined_on is not None and joined_on > team.today(at)
