"""What one line says of a goal, as data."""

from __future__ import annotations

from dataclasses import dataclass

from store.goals.pace import Pace
from store.goals.saying import outlook, percent
from store.goals.smart import smart
from store.goals.standing import Standings
from store.models import Goal, GoalState
from store.team import Team
from widgets.words import day

_COLOURS = {
    Pace.AHEAD: "green",
    Pace.ON_TRACK: "green",
    Pace.AT_RISK: "yellow",
    Pace.OFF_TRACK: "red",
    GoalState.REACHED: "green",
    GoalState.MISSED: "red",
    GoalState.DROPPED: "grey",
    GoalState.DRAFT: "grey",
    GoalState.ACTIVE: "blue",
}
_VALUES = 12
"""Values that a sparkline may show."""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal on one line."""

    id: int
    title: str
    depth: int
    """How many of the goals above it contain it."""
    mark: Pace | GoalState
    """Its pace; its state where it has none. `active`: nobody knows how far it is."""
    share: float | None
    """What is done, of 1.0; `None`: not known."""
    expected: float | None
    """What should be done today, of 1.0."""
    at_due: float | None
    """What will be done on the due date if it goes on like this, of 1.0."""
    due: str
    is_overdue: bool
    owner: str
    """Initials of who answers for it."""
    is_owed: bool
    """Whether somebody has to say how it goes."""
    values: tuple[float, ...]
    """The newest ones, the last one on the right."""
    letters: tuple[bool, ...]
    """Which of the five letters of SMART are met."""
    outlook: str

    @property
    def word(self) -> str:
        """The pace or state in words."""
        return "unknown" if self.mark is GoalState.ACTIVE else self.mark.value

    @property
    def percent(self) -> str:
        """Progress; empty while nothing is known."""
        return "" if self.share is None else percent(max(min(self.share, 9.99), -0.99))

    @property
    def colour(self) -> str:
        """Colour name for what its pace or state says; there is a sign as well."""
        return colour_of(self.mark)

    @property
    def is_quiet(self) -> bool:
        """Whether nobody works towards it."""
        return isinstance(self.mark, GoalState) and self.mark is not GoalState.ACTIVE


def colour_of(mark: Pace | GoalState) -> str:
    """Colour name for a pace or state."""
    return _COLOURS[mark]


def goal_row(team: Team, standings: Standings, goal: Goal, depth: int) -> GoalRow:
    """What a goal's line says."""
    standing = standings.of(goal)
    ahead, way = standing.forecast(), standing.way
    shows_plan = goal.state is GoalState.ACTIVE
    owner = team.members.get(goal.owner)
    return GoalRow(
        id=goal.id,
        title=goal.title,
        depth=depth,
        mark=standing.pace or goal.state,
        share=standing.share,
        expected=standing.expected if shows_plan else None,
        at_due=way.share(ahead.at_due) if ahead and way else None,
        due=day(goal.due, standings.today) if goal.due else "",
        is_overdue=shows_plan and goal.due is not None and goal.due < standings.today,
        owner=owner.short if owner else goal.owner[:2].upper(),
        is_owed=standings.is_owed(goal),
        values=tuple(value for _, value in standing.series[-_VALUES:]),
        letters=tuple(letter.is_met for letter in smart(team, goal)),
        outlook=outlook(standing, ahead),
    )
