"""Keys that go from goal to goal."""

from __future__ import annotations

from store.errors import Refused
from tui.goals.bench import Bench


class CursorCommands:
    """Up and down, to the whole and to the parts."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._view = bench.view

    def do_down(self) -> None:
        self._view.move(1)

    def do_up(self) -> None:
        self._view.move(-1)

    def do_first(self) -> None:
        self._view.move_to(0)

    def do_last(self) -> None:
        self._view.move_to_end()

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
