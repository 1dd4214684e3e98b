"""Which department somebody belongs to, and who leads whom."""

from __future__ import annotations

from collections.abc import Iterator

from store.models import Member, Role
from store.team import Team, WorkedOut


class Departments(WorkedOut):
    """The department of each person, also of those who have left: that of her main role."""

    TABLES = ("members", "roles")

    def __init__(self, team: Team) -> None:
        names: dict[str, str] = {}
        self._of: dict[str, str] = {}
        # Those in the team last: where somebody came back under the same login, that holds.
        for member in sorted(team.all(Member), key=lambda one: (one.left_at is None, one.id)):
            role = main_role(team, member)
            name = role.department if role else ""
            self._of[member.login] = names.setdefault(name.casefold(), name)

    def of_person(self, login: str) -> str:
        """As the roles name it; empty for none."""
        return self._of.get(login, "")


def main_role(team: Team, member: Member | None) -> Role | None:
    """The first of a person's roles that is not put away; where all are, the first that is known."""
    known = [role for id in (member.roles if member else ()) if (role := team.find(Role, id))]
    return next((role for role in known if not role.archived_at), known[0] if known else None)


def led_by(team: Team, lead: str) -> frozenset[str]:
    """Logins of the people that somebody leads, never herself.

    They are those in the roles that she leads or stands in for, and who leads a role below one of these.
    """
    mine = {role.id for role in team.roles if lead in (role.lead, role.deputy)}
    people = {login for login, member in team.members.items() if mine.intersection(member.roles)}
    people.update(login for login in _leads_below(team, mine) if login in team.members)
    return frozenset(people - {lead})


def _leads_below(team: Team, roles: set[int]) -> Iterator[str]:
    for role in team.roles:
        if role.above in roles:
            yield role.lead
            yield role.deputy
