"""Dialogs that ask in a line of their own."""

from __future__ import annotations

from typing import TypeVar

from textual import events

from tui.dialogs.base import Dialog
from tui.screens.asking import Asking
from tui.workplace import Workplace
from widgets.prompt import Prompt

R = TypeVar("R")


class AskingDialog(Dialog[R]):
    """A dialog with a line for questions. While one is open it has every key; a subclass shows the line."""

    def __init__(self, place: Workplace | None = None) -> None:
        super().__init__(place)
        self._prompt = Prompt()
        self._asking = Asking(self._prompt, self.turned, stays=True)

    def turned(self) -> None:
        """A question has opened or ended."""

    @property
    def writes_at(self) -> int | None:
        """The line of the screen that is being written in; `None`: none is."""
        return self._prompt.region.y if self._asking.is_open else super().writes_at

    def take_key(self, event: events.Key) -> bool:
        """A key for the question, or a command."""
        if self._asking.is_open:
            self._asking.take_key(event)
            return True
        return super().take_key(event)

    def take_paste(self, event: events.Paste) -> bool:
        """Pasted text for the question; without one it is nothing."""
        if self._asking.is_open:
            self._asking.take_paste(event.text)
        return True
