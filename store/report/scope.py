"""Of whom a report is: the whole team, or one department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from store.errors import NotFound
from store.kpis.listing import department_of, kpis
from store.models import Goal, Raw, Role
from store.models.raws import words_in
from store.phrases import listed, quoted
from store.team import Team


@dataclass(frozen=True, slots=True)
class Scope:
    """The whole team, or a department with its roles and people."""

    department: str | None = None
    """`None`: the whole team."""
    roles: frozenset[int] = frozenset()
    """Numbers of its roles; without a department nobody asks."""
    people: frozenset[str] = frozenset()
    """Logins of those in one of them."""

    def has_task(self, raw: Raw) -> bool:
        """Whether a card, as it is kept, belongs to it."""
        role = raw.get("role")
        return self.department is None or (isinstance(role, int) and role in self.roles)

    def has_goal(self, team: Team, goal: Goal) -> bool:
        """Whether one of its roles contributes, or its owner is in one."""
        return (
            self.department is None
            or not self.roles.isdisjoint(goal.roles)
            or (not goal.roles and goal.owner in self.people)
        )

    def has_person(self, login: str) -> bool:
        """Whether somebody is in it."""
        return self.department is None or login in self.people


WHOLE_TEAM = Scope()
"""Everybody and everything."""


def departments(team: Team) -> list[str]:
    """The names of all departments, by the alphabet."""
    names = [role.department for role in team.roles] + [department_of(team, kpi) for kpi in kpis(team)]
    known: dict[str, str] = {}
    for name in filter(None, names):
        known.setdefault(name.casefold(), name)
    return [known[key] for key in sorted(known)]


def department_named(team: Team, text: str) -> Scope:
    """A department by its name, or by how that begins.

    Raises:
        NotFound: there is none, or several begin like that.
    """
    known, word = departments(team), text.strip().casefold()
    found = [name for name in known if name.casefold() == word]
    found = found or [name for name in known if word and name.casefold().startswith(word)]
    if len(found) != 1:
        if not known:
            raise NotFound(
                "No role and no KPI names a department yet; “tagwerk role edit ROLE --department NAME” does."
            )
        raise NotFound(f"There is no department {quoted(text)}; there are {listed(known)}.")
    name = found[0].casefold()
    roles = frozenset(role.id for role in team.all(Role) if role.department.casefold() == name)
    people = frozenset(m.login for m in team.members.values() if not roles.isdisjoint(m.roles))
    return Scope(found[0], roles, people)


def cards_of(team: Team, scope: Scope) -> Team:
    """The snapshot with the cards of the scope only, for the figures of the flow of work."""
    if scope.department is None:
        return team
    tasks = {id: raw for id, raw in team.tables.get("tasks", {}).items() if scope.has_task(raw)}
    return Team({**team.tables, "tasks": tasks})


def moment_in(raw: Raw, field: str) -> datetime | None:
    """A moment of a document as it is kept; `None` where none can be read."""
    value = raw.get(field)
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def assignees_in(team: Team, raw: Raw) -> str:
    """Who is on a card, by name; empty: nobody."""
    names = [team.name_of(login) for login in words_in(raw.get("assignees"))]
    return listed(names) if names else ""
