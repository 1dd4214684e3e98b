"""Keys that look at one person after the other, and at their cards."""

from __future__ import annotations

from tui.standup.bench import Bench

_LINE = 2
"""Lines that stay in view when one scrolls by a page."""


class CursorCommands:
    """Up and down among people and cards, and through what somebody says."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def do_down(self) -> None:
        self._look(self._bench.view.at + 1)

    def do_up(self) -> None:
        self._look(self._bench.view.at - 1)

    def do_first(self) -> None:
        self._look(0)

    def do_last(self) -> None:
        self._bench.view.move_to_end()
        self._bench.shown()

    def do_page_down(self) -> None:
        self._bench.sheet.scroll_by(max(1, self._bench.sheet.size.height - _LINE))

    def do_page_up(self) -> None:
        self._bench.sheet.scroll_by(-max(1, self._bench.sheet.size.height - _LINE))

    def do_whole(self) -> None:
        self._bench.zoomed()

    def do_next_card(self) -> None:
        self._bench.cards.move(1)

    def do_card_before(self) -> None:
        self._bench.cards.move(-1)

    def _look(self, at: int) -> None:
        self._bench.view.move_to(at)
        self._bench.shown()
