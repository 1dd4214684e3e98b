"""Keys that write, change and put away goals."""

from __future__ import annotations

from store.models import Goal
from tui.goals.on_goal import OnGoal


class ChangeCommands:
    """What a goal says."""

    def __init__(self, on: OnGoal) -> None:
        self._on = on
        self._place = on.place

    def do_add(self) -> None:
        self._write(None)

    def do_add_part(self) -> None:
        self._write(self._on.here())

    def do_edit(self) -> None:
        # Imported when a form is opened: it takes Textual's fields.
        from tui.dialogs.goal_form import edit_goal

        edit_goal(self._place, self._on.here())

    def do_parts(self) -> None:
        # Imported when it is opened.
        from tui.dialogs.sections import SectionsDialog
        from tui.goals.parts import KeyResults, Milestones

        place, goal = self._place, self._on.here()
        sections = [KeyResults(goal.id, place.today), Milestones(goal.id, place.today)]
        place.ask(SectionsDialog(place, f"Goal {goal.id} {goal.title}", sections))

    def _write(self, parent: Goal | None) -> None:
        from tui.dialogs.goal_form import write_goal

        write_goal(self._place, self._on.wrote, parent)
