"""Keys that have nothing to do with cards: help, leaving."""

from __future__ import annotations

from tui.screens.doing.bench import Bench
from tui.themes import next_theme, theme_sentence


class ShellCommands:
    """The app around the board."""

    def __init__(self, bench: Bench) -> None:
        self._place = bench.place

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        self._place.ask(HelpDialog(self._place))

    def do_preferences(self) -> None:
        from tui.dialogs.preferences import PreferencesDialog

        self._place.ask(PreferencesDialog(self._place))

    def do_next_theme(self) -> None:
        name = next_theme(self._place.preferences.theme)
        self._place.prefer(theme=name)
        self._place.tell(theme_sentence(name))

    def do_quit(self) -> None:
        self._place.leave()
