"""What screens and dialogs may do with keys that wait; see `tui.keyboard`."""

from __future__ import annotations

from textual._time import get_time

from tui.keyboard import Keyboard
from tui.texts_app import TextsApp


class KeysApp(TextsApp):
    """Lets keys wait, go on, or be forgotten."""

    _keyboard: Keyboard

    def hold_keys(self) -> None:
        """Let keys wait from now on."""
        self._keyboard.gate.close()

    def release_keys(self) -> None:
        """Let the waiting keys go on."""
        self._keyboard.gate.open()

    def forget_keys(self, before: float) -> int:
        """Leave out waiting keys that were pressed before a moment, for something else; how many."""
        return self._keyboard.gate.forget(before)

    def drop_typed(self) -> None:
        """What was typed ahead was for something that does not open: it is no command."""
        self._keyboard.ahead.drop(get_time())
