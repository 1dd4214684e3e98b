"""What is told of the thing under the cursor, beside or below a list."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from widgets.listing_row import Key

Draw = Callable[[int], Content]
"""Gives what is told, in lines of so many cells."""


class Sheet(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Shows a text that is broken into lines as wide as there is room. It binds no keys."""

    DEFAULT_CSS = """
    Sheet {
        height: 1fr; background: $surface; color: $foreground; padding: 0 1; scrollbar-size-vertical: 1;
        Static { width: 1fr; height: auto; }
    }
    Sheet:ansi { background: ansi_default; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._text = Static()
        self._about: Key | None = None
        self._draw: Draw = lambda width: Content("")

    def tell(self, about: Key | None, draw: Draw) -> None:
        """Tell of something; the sheet stays scrolled where it is while that is the same thing."""
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False, immediate=True)
        self._draw = draw
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known where lines break.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        told = self._draw(max(1, self.scrollable_content_region.width))
        # The same again would be drawn again.
        if self._text.content != told:
            self._text.update(told)
