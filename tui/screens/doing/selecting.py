"""Keys that choose the cards that the next command is for."""

from __future__ import annotations

from store.errors import Refused
from tui.screens.doing.bench import Bench


class SelectingCommands:
    """One card or a cell full of them; `esc` takes the selection away."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def do_select(self) -> None:
        self._bench.task()
        self._bench.view.toggle_selected()

    def do_select_cell(self) -> None:
        if self._bench.view.cursor_task is None:
            raise Refused("There is no card in this cell.")
        self._bench.view.select_cell()
