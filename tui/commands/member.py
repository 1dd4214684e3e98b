"""`tagwerk member`: who is in the team."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from store.days import spoken
from store.models import Fields, Member, Playbook, PlaybookKind
from store.rules import leaving
from store.rules.words import listed, quoted
from store.team import Team
from tui.commands import finding, joining
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.session import Session, session
from tui.commands.shapes import member_shape
from tui.commands.values import Day


def add(
    call: Call,
    *,
    login: str,
    name: str | None,
    roles: list[str],
    initials: str | None,
    time_zone: str | None,
    on: Day | None,
    playbooks: list[str],
) -> Said:
    """Take somebody into the team, and start the playbooks for it that are wanted.

    Raises:
        NotFound: a role or playbook that is named is not there.
        Refused: the person who asks is not in the team, the login is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, today = opened.team, opened.today
        typed = [part for word in roles for part in word.split(",") if part.strip()]
        found = [finding.role(team, part) for part in typed]
        numbers = [role.id for role in found if role]
        day = on(today) if on else None
        fields: Fields = {
            "name": name,
            "roles": numbers,
            "initials": initials,
            "time_zone": time_zone or team.settings.time_zone,
        }
        kind = PlaybookKind.JOINING
        by, given = opened.member, {k: v for k, v in fields.items() if v}
        # What is wrong is said before anybody is asked anything.
        leaving.join(team, login, by, opened.now, day=day, **given)
        started = joining.wanted(call, team, kind, numbers, playbooks, day or today, today)
        change = leaving.join(
            team, login, by, opened.now, day=day, playbooks=[one.id for one in started], **given
        )
        number = opened.commit(change)["members", -1]
        names = [role.name for role in found if role]
        return _joined(opened, number, names, day or today, started)


def _joined(
    opened: Session, number: int, roles: Sequence[str], day: date, started: Sequence[Playbook]
) -> Said:
    team, member = opened.team, opened.team.find(Member, number)
    assert member is not None
    does = f", for {listed(roles)}" if roles else ""
    offered = joining.offered(team, PlaybookKind.JOINING, member.roles)
    sentences = (
        f"{member.display_name} ({member.login}) is in the team now{does}.",
        *(f"Started {quoted(one.name)} for {spoken(day, opened.today)}." for one in started),
        *joining.hint(offered, started),
    )
    content = {"member": member_shape(team, member), **joining.shapes(team, offered, started)}
    return Said(sentences, content)


def everybody(call: Call) -> People:
    """Everybody in the team, by login.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return People(opened.team)


@dataclass(frozen=True)
class People:
    """The people in the team."""

    team: Team
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """Login, name and roles, a line each."""
        if not self.team.members:
            return ["Nobody is in the team yet; “tagwerk member add LOGIN --name NAME” takes somebody in."]
        names = {role.id: role.name for role in self.team.roles}
        rows = [
            [member.login, member.name, ", ".join(names[id] for id in member.roles if id in names)]
            for member in self.team.members.values()
        ]
        return aligned(rows, width, (0, 8, 12))

    def document(self) -> Json:
        """See `shapes`."""
        return {"members": [member_shape(self.team, member) for member in self.team.members.values()]}
