"""Keys that take back what one did."""

from __future__ import annotations

from typing import Protocol

from tui.workplace import Workplace


class InApp(Protocol):
    """What these keys need of a screen's tools, or of a dialog's."""

    @property
    def place(self) -> Workplace:
        """The app."""


class UndoCommands:
    """Back, and on again."""

    def __init__(self, tools: InApp) -> None:
        self._place = tools.place

    def do_undo(self) -> None:
        self._place.tell(f"You {self._place.undo()}.")

    def do_redo(self) -> None:
        self._place.tell(f"You {self._place.redo()}.")
