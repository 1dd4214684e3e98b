"""`tagwerk member`: who is in the team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.models import Fields, Member
from store.rules import setup
from store.rules.words import listed
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.session import session
from tui.commands.shapes import member_shape


def add(
    call: Call, *, login: str, name: str | None, roles: list[str], initials: str | None, time_zone: str | None
) -> Said:
    """Take somebody into the team.

    Raises:
        Refused: the person who asks is not in the team, the login is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        typed = [part for word in roles for part in word.split(",") if part.strip()]
        found = [finding.role(team, part) for part in typed]
        fields: Fields = {
            "name": name,
            "roles": [role.id for role in found if role],
            "initials": initials,
            "time_zone": time_zone or team.settings.time_zone,
        }
        change = setup.add_member(
            team, login, opened.member, opened.now, **{k: v for k, v in fields.items() if v}
        )
        number = opened.commit(change)["members", -1]
        member = opened.team.find(Member, number)
        assert member is not None
        does = listed(role.name for role in found if role) if found else ""
        sentence = (
            f"{member.display_name} ({member.login}) is in the team now{f', for {does}' if does else ''}."
        )
        return Said((sentence,), {"member": member_shape(opened.team, member)})


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
