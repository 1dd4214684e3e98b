"""Text of any length to be read, that its owner scrolls."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class TextSheet(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one text. It binds no keys: the screen scrolls it."""

    DEFAULT_CSS = """
    TextSheet {
        background: $background; color: $foreground; padding: 0 2; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        Static { width: 1fr; height: auto; }
    }
    TextSheet:ansi { background: ansi_default; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._about: object = None
        self._text: Callable[[int], Content] = lambda width: Content("")
        self._static = Static()

    def update(self, about: object, text: Callable[[int], Content]) -> None:
        """Show another text, or its newer state.

        Args:
            about: What it is about; while that stays the same, the sheet stays scrolled where it is.
            text: Gives the text for so many cells.
        """
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False, immediate=True)
        self._text = text
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._static

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known where lines break.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        content = self._text(max(1, self.scrollable_content_region.width))
        # Said anew, even the same would be drawn again.
        if self._static.content != content:
            self._static.update(content)
