"""Keys that go through a list."""

from __future__ import annotations

from widgets.lean_list import LeanList


class ListCursor:
    """Up, down, and to the ends."""

    def __init__(self, view: LeanList) -> None:
        self._view = view

    def do_down(self) -> None:
        self._view.move(1)

    def do_up(self) -> None:
        self._view.move(-1)

    def do_first(self) -> None:
        self._view.move_to(0)

    def do_last(self) -> None:
        self._view.move_to_end()
