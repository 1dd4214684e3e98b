"""What the app leaves out of Textual's: keys of its own, motion, and frames that nobody could use."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any, ClassVar

from textual.app import App

from tui.plain_lines import PlainLines
from tui.terminal import encoding, speaks_unicode
from tui.themes import wants_no_colour


class LeanApp(App[None], inherit_bindings=False):
    """An app whose keys all come from the one table, and that sends no byte more than it has to."""

    TITLE = "Tagwerk"
    ENABLE_COMMAND_PALETTE = False
    # Everything is a key of the one table; Textual's own quit and focus keys would be a second one.
    BINDINGS: ClassVar[list[Any]] = []
    # Each screen is a mode of Textual's, which is kept when another one is on top; it begins with the first.
    DEFAULT_MODE = "1"

    def __init__(self) -> None:
        # Textual chooses its colour filter here: without colours a later theme would be black on black.
        super().__init__(ansi_color=True if wants_no_colour() else None)
        self.animation_level = "none"
        if not speaks_unicode():
            self._filters.append(PlainLines(encoding()))
        self._held_frames = ExitStack()

    def on_load(self) -> None:
        """Keep the first frames back until the board is there: each is a whole screen over the line."""
        self.hold_frames()

    def hold_frames(self) -> None:
        """Send nothing to the terminal from now on."""
        self._held_frames.enter_context(self.batch_update())

    def release_frames(self) -> None:
        """Send what there is to show, from now on."""
        self._held_frames.close()

    def send_between_frames(self, sequence: str) -> None:
        """Send something to the terminal that draws nothing."""
        # In its turn among the messages: a frame is written as one of them, and never half of it.
        self.call_later(self._send, sequence)

    def _send(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()
