"""Keys that show a card, to be read or changed."""

from __future__ import annotations

from tui.screens.doing.bench import Bench


class LookingCommands:
    """Opening cards."""

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
