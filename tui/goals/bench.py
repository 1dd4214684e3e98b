"""What the commands of the goals screen share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from store.errors import Refused
from store.goals.browsing import Found, Period, Wanted, browse
from store.goals.pace import Pace
from store.goals.standing import Standings
from store.models import Goal
from store.rules.goals import goal_numbered
from store.team import Team
from tui.keys import GOALS, key_for
from tui.screens.asking import Asking
from tui.screens.base import TeamScreen
from tui.workplace import Workplace
from widgets.goals.goal_list import GoalList
from widgets.goals.row import GoalRow, goal_row


@dataclass
class Bench:
    """The goals that are shown, and the way to everything around them."""

    place: Workplace
    screen: TeamScreen
    view: GoalList
    asking: Asking
    shown: Callable[[], None]
    """To be called when other goals are wanted."""
    wanted: Wanted = field(default_factory=lambda: Wanted(Period.THIS))
    by_risk: bool = False
    found: Found = ()
    _known: tuple[Team, date, Standings] | None = None
    _rows: dict[int, GoalRow] = field(default_factory=dict)
    _depths: dict[int, int] = field(default_factory=dict)

    @property
    def standings(self) -> Standings:
        """How the goals stand in the snapshot that is shown."""
        team, today = self.place.team, self.place.today
        if self._known is None or self._known[0] is not team or self._known[1] != today:
            self._known = team, today, Standings(team, today)
            self._rows = {}
        return self._known[2]

    @property
    def needs_paces(self) -> bool:
        """Whether it takes the pace of every goal to know what is shown, and where."""
        return self.by_risk or isinstance(self.wanted.mark, Pace)

    def look(self) -> None:
        """Find what is wanted in the newest snapshot."""
        self.found = browse(self.place.team, self.standings, self.wanted, by_risk=self.by_risk)
        depths = {goal.id: depth for goal, depth in self.found}
        if depths != self._depths:
            self._depths, self._rows = depths, {}

    def row(self, number: int) -> GoalRow:
        """What the line of a goal says."""
        if number not in self._rows:
            team, standings = self.place.team, self.standings
            goal = goal_numbered(team, number)
            self._rows[number] = goal_row(team, standings, goal, self._depths.get(number, 0))
        return self._rows[number]

    @property
    def goal(self) -> Goal | None:
        """The goal under the cursor."""
        number = self.view.goal
        return None if number is None else self.place.team.find(Goal, number)

    def here(self) -> Goal:
        """The goal that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """
        goal = self.goal
        if goal is None:
            raise Refused(f"There is no goal here; {key_for(GOALS, 'add')} writes one.")
        return goal

    def wrote(self, goal: int) -> None:
        """A goal was written: go to it."""
        self.shown()
        self.view.select(goal)

    def want(self, wanted: Wanted) -> None:
        """Show other goals."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.shown()
