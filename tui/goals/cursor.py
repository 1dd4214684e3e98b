"""Keys that go from goal to goal."""

from __future__ import annotations

from store.errors import Refused
from tui.goals.bench import Bench
from tui.screens.doing.list_cursor import ListCursor


class CursorCommands(ListCursor):
    """Up and down, to the whole and to the parts."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.view)
        self._bench = bench

    def do_page_up(self) -> None:
        self._view.move(-self._view.page)

    def do_page_down(self) -> None:
        self._view.move(self._view.page)

    def do_whole(self) -> None:
        parent = self._bench.here().parent
        if parent is None:
            raise Refused("This goal is not a part of another one.")
        if not self._view.select(parent):
            raise Refused(f"It is a part of goal {parent}, which is not among those shown.")

    def do_part(self) -> None:
        goal = self._bench.here()
        if not any(part.parent == goal.id and self._view.select(part.id) for part, _ in self._bench.found):
            raise Refused("No goal that is shown is a part of this one.")
