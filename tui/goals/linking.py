"""The key that says which cards serve a goal."""

from __future__ import annotations

from store.rules.membership import refuse_outsider
from tui.goals.on_goal import OnGoal


class LinkCommands:
    """The cards of a goal."""

    def __init__(self, on: OnGoal) -> None:
        self._on = on

    def do_link(self) -> None:
        # Imported when it is opened.
        from tui.dialogs.goal_cards import GoalCardsDialog

        place, goal = self._on.place, self._on.here()
        refuse_outsider(place.team, place.person)
        place.ask(GoalCardsDialog(place, goal.id))
