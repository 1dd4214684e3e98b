"""The goals that are most behind, above the board."""

from __future__ import annotations

from store.goals.browsing import Period, Wanted, browse
from store.goals.standing import Standings
from store.models import Goal, GoalState
from store.repository.shared import Touched
from tui.goals.pacing import Pacer
from tui.keys import SCREENS, key_for
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.goals.row import goal_row
from widgets.goals.strip import GoalStrip

TABLES = frozenset({"goals", "key_results", "check_ins", "tasks", "settings", "members"})
"""What a goal's line depends on."""
_HIGH = 30
"""Lines of the terminal from which on there is room for more of them."""
_FEW, _MANY = 2, 3


class StripKeeper:
    """Shows in a strip how the goals stand that are most behind."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._pacer = Pacer()
        self._standings: Standings | None = None
        self.strip = GoalStrip(signs=known_signs())

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot; with very many goals a moment later."""
        if touched is None or any(table in TABLES for table, _ in touched):
            self._standings = Standings(self._place.team, self._place.today)
            goals = [*self._place.team.all(Goal)]
            if self._pacer.knows(self._standings, goals):
                self._fill()
            else:
                self._pacer.work_out(self.strip.app, self._standings, goals, self._fill)

    def _fill(self) -> None:
        team, standings = self._place.team, self._standings
        if standings is None or not self.strip.is_attached:
            return
        room = _MANY if self.strip.app.size.height >= _HIGH else _FEW
        wanted = Wanted(Period.THIS, mark=GoalState.ACTIVE)
        found = browse(team, standings, wanted, by_risk=True)[:room]
        rows = [goal_row(team, standings, goal, 0) for goal, _ in found]
        self.strip.show(rows, f"No goal is active; {key_for(SCREENS, 'goals')} shows the goals.")
