"""Keys that every list of the training has: its cursor, words to search for, and what is told of a line."""

from __future__ import annotations

from typing import Protocol

from tui.screens.tab import TabDesk
from widgets.listing import Listing
from widgets.training.sheet import Sheet

_LINES = 3
"""Lines by which the text beside the list is scrolled."""


class InList(Protocol):
    """What these keys need of a tab."""

    desk: TabDesk
    view: Listing
    sheet: Sheet
    words: str

    def look(self) -> None:
        """Find what is wanted anew."""

    def moved(self) -> None:
        """Tell of the line under the cursor."""

    def cleared(self) -> bool:
        """Show everything again; `False`: it was shown already."""


class ListKeys:
    """Up and down, words, and scrolling."""

    def __init__(self, tab: InList) -> None:
        self._tab = tab

    def do_down(self) -> None:
        self._go(self._tab.view.at + 1)

    def do_up(self) -> None:
        self._go(self._tab.view.at - 1)

    def do_first(self) -> None:
        self._go(0)

    def do_last(self) -> None:
        self._tab.view.move_to_end()
        self._tab.moved()

    def do_page_down(self) -> None:
        self._go(self._tab.view.at + self._tab.view.page)

    def do_page_up(self) -> None:
        self._go(self._tab.view.at - self._tab.view.page)

    def do_text_down(self) -> None:
        self._tab.sheet.scroll_by(_LINES)

    def do_text_up(self) -> None:
        self._tab.sheet.scroll_by(-_LINES)

    def do_filter(self) -> None:
        before = self._tab.words
        self._tab.desk.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=lambda: self._search(before),
            text=before,
            may_be_empty=True,
        )

    def do_clear(self) -> None:
        if self._tab.words:
            self._tab.words = ""
        elif not self._tab.cleared():
            return
        self._tab.look()

    def _search(self, words: str) -> None:
        if words.strip() != self._tab.words:
            self._tab.words = words.strip()
            self._tab.look()

    def _go(self, at: int) -> None:
        self._tab.view.move_to(at)
        self._tab.moved()
