"""Which lanes a card stands in, for everything that cards can be grouped by.

Inside the board a lane is a number, as it is for roles; what it stands for is said by its `LaneKey`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from store.models import COLOURS, Goal, Priority, Raw, Role
from store.models.raws import number_in
from store.team import Team
from widgets.board.grid import Lane
from widgets.board.grouping import Grouping, LaneKey

NOBODY = 0
"""The lane of the cards that have no role, no person, no goal."""
_PRIORITIES = dict(enumerate(Priority, 1))
_RANKS = {priority.value: rank for rank, priority in _PRIORITIES.items()}
_COLOUR_OF = {Priority.URGENT: "red", Priority.HIGH: "yellow", Priority.NORMAL: "blue", Priority.LOW: "grey"}


class Sorting(Protocol):
    """How cards are sorted into lanes."""

    def lanes_of(self, raw: Raw) -> tuple[int, ...]:
        """The lanes of a card by number, at least one."""

    def key(self, lane: int) -> LaneKey:
        """What a lane stands for."""

    def lanes(self, team: Team, used: Collection[int]) -> list[Lane]:
        """All lanes from top to bottom; the used ones are among them."""


class ByRole:
    """A lane for each role."""

    def lanes_of(self, raw: Raw) -> tuple[int, ...]:
        """The card's role."""
        return (number_in(raw.get("role")) or NOBODY,)

    def key(self, lane: int) -> LaneKey:
        """The role's number."""
        return LaneKey(Grouping.ROLE, lane or None)

    def lanes(self, team: Team, used: Collection[int]) -> list[Lane]:
        """The roles in their order; those that were put away stay as long as they have cards."""
        found = [_role_lane(role) for role in team.roles]
        for number in sorted(set(used) - {lane.number for lane in found} - {NOBODY}):
            role = team.find(Role, number)
            found.append(_role_lane(role) if role else Lane(number, f"Role {number}"))
        return found if found and NOBODY not in used else [*found, Lane(NOBODY, "No role")]


class ByPerson:
    """A lane for each person; a card that several do stands in the lane of each of them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._logins: list[str] = [""]

    def lanes_of(self, raw: Raw) -> tuple[int, ...]:
        """The people who do it."""
        logins = raw.get("assignees")
        # Fields are as some program wrote them; what cannot be read is nobody, as it is for the card itself.
        if not isinstance(logins, list) or not logins:
            return (NOBODY,)
        return tuple(dict.fromkeys(self._number(str(login)) for login in logins))

    def key(self, lane: int) -> LaneKey:
        """The person's login."""
        return LaneKey(Grouping.PERSON, self._logins[lane] or None)

    def lanes(self, team: Team, used: Collection[int]) -> list[Lane]:
        """Everybody in the team by name, then those who left and still have cards."""
        colours = {role.id: _colour(role) for role in team.roles}
        members = sorted(team.members.values(), key=lambda member: member.display_name.casefold())
        found = [
            Lane(
                self._number(member.login),
                member.display_name,
                colours.get(member.roles[0] if member.roles else NOBODY, "grey"),
            )
            for member in members
        ]
        strangers = set(used) - {lane.number for lane in found} - {NOBODY}
        found += [
            Lane(number, self._logins[number]) for number in sorted(strangers, key=self._logins.__getitem__)
        ]
        return found if found and NOBODY not in used else [*found, Lane(NOBODY, "Nobody")]

    def _number(self, login: str) -> int:
        number = self._numbers.get(login)
        if number is None:
            number = self._numbers[login] = len(self._logins)
            self._logins.append(login)
        return number


class ByGoal:
    """A lane for each goal that cards serve."""

    def lanes_of(self, raw: Raw) -> tuple[int, ...]:
        """The card's goal."""
        goal = raw.get("goal")
        return (goal if isinstance(goal, int) and goal > 0 else NOBODY,)

    def key(self, lane: int) -> LaneKey:
        """The goal's number."""
        return LaneKey(Grouping.GOAL, lane or None)

    def lanes(self, team: Team, used: Collection[int]) -> list[Lane]:
        """The goals by number."""
        found = [Lane(n, goal_name(team, n), COLOURS[n % len(COLOURS)]) for n in sorted(set(used) - {NOBODY})]
        return found if found and NOBODY not in used else [*found, Lane(NOBODY, "No goal")]


class ByPriority:
    """A lane for each priority."""

    def lanes_of(self, raw: Raw) -> tuple[int, ...]:
        """The card's priority; one that nobody knows is as good as none."""
        return (_RANKS.get(str(raw.get("priority") or "").lower(), _RANKS[Priority.NORMAL.value]),)

    def key(self, lane: int) -> LaneKey:
        """The priority."""
        return LaneKey(Grouping.PRIORITY, _PRIORITIES[lane].value)

    def lanes(self, team: Team, used: Collection[int]) -> list[Lane]:
        """From urgent to low."""
        return [
            Lane(rank, priority.value.capitalize(), _COLOUR_OF[priority], priority=priority)
            for rank, priority in _PRIORITIES.items()
        ]


class Together:
    """One lane for everything."""

    def lanes_of(self, raw: Raw) -> tuple[int, ...]:
        """The one lane."""
        return (NOBODY,)

    def key(self, lane: int) -> LaneKey:
        """The one lane."""
        return LaneKey(Grouping.NONE)

    def lanes(self, team: Team, used: Collection[int]) -> list[Lane]:
        """The one lane; nobody reads its name."""
        return [Lane(NOBODY, "")]


SORTINGS: dict[Grouping, Callable[[], Sorting]] = {
    Grouping.ROLE: ByRole,
    Grouping.PERSON: ByPerson,
    Grouping.GOAL: ByGoal,
    Grouping.PRIORITY: ByPriority,
    Grouping.NONE: Together,
}


def goal_name(team: Team, goal: int) -> str:
    """How a goal is called on the board; a number that names none is all there is to say."""
    known = team.find(Goal, goal)
    return known.title if known else f"Goal {goal}"


def _role_lane(role: Role) -> Lane:
    return Lane(role.id, role.name, _colour(role), role.wip_limit)


def _colour(role: Role) -> str:
    return role.colour if role.colour in COLOURS else COLOURS[role.id % len(COLOURS)]
