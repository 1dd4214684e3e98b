"""Keys that every screen has: finding anything, help, leaving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tui.palette.source import Find
from tui.screens.base import TeamScreen
from tui.workplace import Workplace


class OnScreen(Protocol):
    """What these keys need of a screen's tools."""

    @property
    def place(self) -> Workplace:
        """The app."""

    @property
    def screen(self) -> TeamScreen:
        """The screen whose keys these are."""


@dataclass(frozen=True, slots=True)
class Tools:
    """These two and no more, for a screen without a bench of its own."""

    place: Workplace
    screen: TeamScreen


class ShellCommands:
    """The app around a screen."""

    def __init__(self, bench: OnScreen) -> None:
        self._place = bench.place
        self._screen = bench.screen

    def do_palette(self) -> None:
        # Imported when it is opened, like all dialogs.
        from tui.dialogs.palette import PaletteDialog
        from tui.palette.commands import CommandSource
        from tui.palette.finder import Finder

        screen, place = self._screen, self._place
        known = [command for _, group in screen.GROUPS for command in group if command.name != "palette"]
        commands = CommandSource([*known, *place.screens.commands], screen.do)
        finder = Finder([commands, *screen.sources()], place.screens.recent)
        place.ask(PaletteDialog(place, finder), self._chosen)

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        self._place.ask(HelpDialog(self._place, self._screen.GROUPS))

    def do_quit(self) -> None:
        self._place.leave()

    def _chosen(self, found: Find | None) -> None:
        if found is not None:
            self._screen.carry_out(found.choose)
