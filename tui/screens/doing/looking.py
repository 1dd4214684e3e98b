"""Keys that show something: a card, a filter."""

from __future__ import annotations

from tui.screens.doing.bench import Bench


class LookingCommands:
    """Opening cards, and the filter."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def do_open(self) -> None:
        # Imported when it is opened: forms are what makes a start-up slow.
        from tui.dialogs.card import CardDialog

        place = self._bench.place
        place.ask(CardDialog(place, self._bench.task().id))

    def do_edit(self) -> None:
        from tui.dialogs.edit import EditDialog

        place = self._bench.place
        place.ask(EditDialog(place, self._bench.task().id))

    def do_filter(self) -> None:
        bench = self._bench
        before = bench.query
        bench.asking.line(
            "Filter", bench.filter, changed=bench.filter, cancelled=lambda: bench.filter(before), text=before
        )

    def do_clear(self) -> None:
        self._bench.filter("")
