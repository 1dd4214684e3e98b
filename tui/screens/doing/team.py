"""Keys that show what the team has agreed on, and what it has put away."""

from __future__ import annotations

from rich.cells import cell_len

from store.errors import Refused
from tui.screens.doing.bench import Bench


class TeamCommands:
    """The policy of a column, archived cards."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_archived(self) -> None:
        from tui.dialogs.archived import ArchivedDialog

        self._place.ask(ArchivedDialog(self._place))

    def do_policy(self) -> None:
        from tui.dialogs.policy import PolicyDialog, in_one_line

        column_id, _ = self._bench.view.cursor_cell
        if not column_id:
            raise Refused("This team has no columns yet, so there is no policy.")
        line = in_one_line(self._place.team, column_id)
        # Where it can be read at a glance, nothing has to be closed.
        if line and cell_len(line) <= self._bench.view.size.width - 2:
            self._place.tell(line)
        else:
            self._place.ask(PolicyDialog(self._place, column_id))
