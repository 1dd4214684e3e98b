"""A line below the header that nobody overlooks: something is broken now."""

from __future__ import annotations

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import fit
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


class Banner(Widget):
    """One line, there only while there is something to say."""

    DEFAULT_CSS = """
    Banner { height: 1; background: $error; color: $text; text-style: bold; display: none; }
    Banner.-on { display: block; }
    Banner:ansi, Banner:nocolor {
        background: ansi_default; color: ansi_default; text-style: bold reverse;
    }
    """
    ALLOW_SELECT = False

    said: reactive[str] = reactive("")
    """What there is to say; empty: nothing."""

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs

    def watch_said(self, said: str) -> None:
        """It takes a line only while it says something."""
        self.set_class(bool(said), "-on")

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        return LeanStrip([Segment(fit(f" {self.said}", width, self._signs.ellipsis), self.rich_style)], width)
