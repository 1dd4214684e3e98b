"""Keys that write, change and put away goals."""

from __future__ import annotations

from store.models import Goal
from store.rules import goals
from store.rules.words import quoted
from tui.goals.bench import Bench
from tui.keys import GOALS, key_for


class ChangeCommands:
    """What becomes of the goal under the cursor."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_add(self) -> None:
        self._write(None)

    def do_add_part(self) -> None:
        self._write(self._bench.here())

    def do_edit(self) -> None:
        # Imported when a form is opened: it takes Textual's fields.
        from tui.dialogs.goal_form import edit_goal

        edit_goal(self._place, self._bench.here())

    def do_archive(self) -> None:
        place, goal = self._place, self._bench.here()
        rule = goals.restore if goal.archived_at else goals.archive
        self._bench.act(rule(place.team, goal.id, place.person, place.now()))
        if goal.archived_at:
            place.tell(f"{quoted(goal.title)} is back among the goals.")
        else:
            found = f"{key_for(GOALS, 'narrow')} s x"
            place.tell(f"{quoted(goal.title)} is put away; {found} shows what is archived.")

    def do_undo(self) -> None:
        self._place.tell(f"Taken back: {self._place.undo()}")

    def do_redo(self) -> None:
        self._place.tell(f"Done again: {self._place.redo()}")

    def _write(self, parent: Goal | None) -> None:
        from tui.dialogs.goal_form import write_goal

        write_goal(self._place, parent)
