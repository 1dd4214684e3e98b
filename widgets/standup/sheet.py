"""What one person says in the stand-up, to be read by everybody."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from widgets.signs import UNICODE, Signs
from widgets.standup import text
from widgets.standup.text import Turn


class TurnSheet(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one person's turn. It binds no keys: the screen scrolls it."""

    DEFAULT_CSS = """
    TurnSheet {
        background: $surface; color: $foreground; padding: 0 2; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        Static { width: 1fr; height: auto; }
        #said { margin: 1 0 0 0; }
        #notes { margin: 1 0 0 0; }
    }
    TurnSheet:ansi { background: ansi_default; }
    """

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs
        self._turn: Turn | None = None
        self._heading, self._said, self._notes = Static(id="name"), Static(id="said"), Static(id="notes")

    def update(self, turn: Turn | None) -> None:
        """Show a person's turn, or its newer state; `None`: nobody's."""
        if turn is None or self._turn is None or turn.login != self._turn.login:
            self.scroll_home(animate=False, immediate=True)
        self._turn = turn
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def compose(self) -> ComposeResult:
        """The name, what is said, and what is kept of the round."""
        yield self._heading
        yield self._said
        yield self._notes

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known where lines break.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        turn, width, signs = self._turn, max(1, self.scrollable_content_region.width), self._signs
        _put(self._heading, text.heading(turn) if turn else Content(""))
        _put(self._said, text.said(turn, signs, width) if turn else Content(""))
        _put(self._notes, text.notes(turn.held, turn.team, signs, width) if turn else Content(""))


def _put(static: Static, content: Content) -> None:
    """Show it, unless it is there already: the same again would be drawn again."""
    static.display = bool(content.plain)
    if static.content != content:
        static.update(content)
