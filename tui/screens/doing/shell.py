"""Keys that have nothing to do with cards: help, leaving."""

from __future__ import annotations

from tui.screens.doing.bench import Bench


class ShellCommands:
    """The app around the board."""

    def __init__(self, bench: Bench) -> None:
        self._place = bench.place

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        self._place.ask(HelpDialog(self._place))

    def do_who(self) -> None:
        from tui.dialogs.who import WhoDialog

        self._place.ask(WhoDialog(self._place))

    def do_quit(self) -> None:
        self._place.leave()
