"""The playbooks, runs, routines and freezes of a team, in the order in which people see them."""

from __future__ import annotations

from store.models import Freeze, Member, Playbook, PlaybookKind, PlaybookRun, Role, Routine
from store.team import Team


def playbooks(team: Team, kind: PlaybookKind | None = None, *, archived: bool = False) -> list[Playbook]:
    """The playbooks in their order: of one kind, or all; those that were put away where asked for."""
    found = [
        one
        for one in team.all(Playbook)
        if bool(one.archived_at) == archived and (kind is None or one.kind is kind)
    ]
    return sorted(found, key=lambda one: (one.position, one.id))


def playbooks_for(team: Team, kind: PlaybookKind, roles: list[int]) -> list[Playbook]:
    """What joining or leaving asks for: the playbooks for everybody, then those of the roles."""
    found = [one for one in playbooks(team, kind) if one.role is None or one.role in roles]
    return sorted(found, key=lambda one: one.role is not None)


def runs(team: Team, *, archived: bool = False) -> list[PlaybookRun]:
    """The playbooks that were started, the earliest day first."""
    found = [run for run in team.all(PlaybookRun) if bool(run.archived_at) == archived]
    return sorted(found, key=lambda run: (run.day, run.id))


def routines(team: Team, *, archived: bool = False) -> list[Routine]:
    """The cards that come again, by title."""
    found = [routine for routine in team.all(Routine) if bool(routine.archived_at) == archived]
    return sorted(found, key=lambda routine: (routine.title.casefold(), routine.id))


def freezes(team: Team, *, archived: bool = False) -> list[Freeze]:
    """The freezes, the earliest first."""
    found = [freeze for freeze in team.all(Freeze) if bool(freeze.archived_at) == archived]
    return sorted(found, key=lambda freeze: (freeze.start, freeze.id))


def person_in(team: Team, login: str) -> Member | None:
    """Somebody who is in the team, or was."""
    known = team.members.get(login)
    return known or next((member for member in team.all(Member) if member.login == login), None)


def live(team: Team, role: int | None) -> Role | None:
    """A role that is not archived, by its number."""
    found = team.find(Role, role) if role is not None else None
    return found if found is not None and not found.archived_at else None
