"""Keys that go through a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from widgets.lean_list import LeanList

_SCROLL = 3
"""Lines of what is told, for one key."""


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


class Told(Protocol):
    """A list, and what is told of what is under its cursor."""

    @property
    def view(self) -> LeanList:
        """The list."""

    @property
    def sheet(self) -> Scrolled:
        """What is told."""

    @property
    def looked(self) -> Callable[[], None]:
        """To be called when something else is under the cursor."""


class Scrolled(Protocol):
    """What is longer than its place."""

    def scroll_by(self, lines: int) -> None:
        """Show what stands so many lines below, or above."""


class SheetCursor(ListCursor):
    """Up and down, by pages, and through what is told of one."""

    def __init__(self, bench: Told) -> None:
        super().__init__(bench.view)
        self._told = bench

    def do_down(self) -> None:
        super().do_down()
        self._told.looked()

    def do_up(self) -> None:
        super().do_up()
        self._told.looked()

    def do_first(self) -> None:
        super().do_first()
        self._told.looked()

    def do_last(self) -> None:
        super().do_last()
        self._told.looked()

    def do_page_down(self) -> None:
        self._view.move(self._view.page)
        self._told.looked()

    def do_page_up(self) -> None:
        self._view.move(-self._view.page)
        self._told.looked()

    def do_scroll_down(self) -> None:
        self._told.sheet.scroll_by(_SCROLL)

    def do_scroll_up(self) -> None:
        self._told.sheet.scroll_by(-_SCROLL)
