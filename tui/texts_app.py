"""What becomes of texts that a person takes out of the app, or could not save in it."""

from __future__ import annotations

from pathlib import Path

from tui.history_app import HistoryApp


class TextsApp(HistoryApp):
    """Copies texts, and keeps those that would be lost."""

    def copy(self, text: str) -> None:
        """Put a text into the clipboard of the person's terminal."""
        self.copy_to_clipboard(text)

    def keep_text(self, text: str) -> Path:
        """Keep what a person wrote and could not be saved in a file on this machine; its path."""
        # Imported when something is to be kept.
        from tui import editor

        return editor.keep(text)
