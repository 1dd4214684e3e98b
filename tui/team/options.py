"""People and roles to choose from: those who come first for it, then the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from store.absences.away import absence_on, told
from store.duties.responsibilities import responsibilities
from store.models import Absence, Member, Role
from store.phrases import counted
from store.team import Team
from tui.palette.named import Named


def people(
    team: Team, today: date, first: Iterable[str] = (), without: Collection[str] = ()
) -> Sequence[Named]:
    """The people of the team: those named first, then by name; each with what she does already."""
    duties = _duties(team)
    rest = sorted(team.members.values(), key=lambda one: (one.display_name.casefold(), one.login))
    logins = dict.fromkeys((*first, *(member.login for member in rest)))
    members = [team.members[login] for login in logins if login in team.members and login not in without]
    return [Named(one.login, one.display_name, _about(team, one, duties, today)) for one in members]


def covers(team: Team, absence: Absence, today: date) -> Sequence[Named]:
    """Who could cover for somebody: who shares a role with her, then the others; last who is away too."""
    own = team.members.get(absence.person)
    roles = frozenset(own.roles if own else ())
    busy = {
        login
        for login, many in team.absences.items()
        if any(one.start <= absence.end and absence.start <= one.end for one in many)
    }

    def place(member: Member) -> tuple[bool, bool, str]:
        return member.login in busy, roles.isdisjoint(member.roles), member.display_name.casefold()

    first = [member.login for member in sorted(team.members.values(), key=place)]
    found = people(team, today, first, (absence.person,))
    return [
        Named(one.key, one.name, f"away in that time, {one.detail}") if one.key in busy else one
        for one in found
    ]


def roles(team: Team, without: Collection[int] = ()) -> Sequence[Named]:
    """The roles in their order."""
    return [_role(role) for role in team.roles if role.id not in without]


def _role(role: Role) -> Named:
    return Named(role.id, role.name, role.department)


def _duties(team: Team) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for one in responsibilities(team):
        for login in one.accountable:
            found[login] = found.get(login, 0) + 1
    return found


def _about(team: Team, member: Member, duties: Mapping[str, int], today: date) -> str:
    names = {role.id: role.name for role in team.roles}
    parts = [", ".join(names[role] for role in dict.fromkeys(member.roles) if role in names)]
    if count := duties.get(member.login, 0):
        parts.append(f"answers for {counted(count, 'thing')}")
    if absence := absence_on(team, member.login, today):
        parts.append(told(team, absence, today))
    return "; ".join(filter(None, parts))
