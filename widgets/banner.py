"""A line below the header that nobody overlooks: something is broken now."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import cut, fit
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs

_LEAST = 24
"""Cells that what is said keeps."""


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
    """What there is to say; empty: nothing. It gives way where there is little room."""
    told: reactive[str] = reactive("")
    """Who said it and when; not shown where little would be left of what is said."""

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs

    def watch_said(self, said: str) -> None:
        """It takes a line only while it says something."""
        self.set_class(bool(said), "-on")

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, ellipsis = self.size.width, self._signs.ellipsis
        told = f"  {self.told} "
        if width - cell_len(told) < _LEAST:
            told = ""
        text = cut(f" {self.said}", width - cell_len(told), ellipsis) + told
        return LeanStrip([Segment(fit(text, width, ellipsis), self.rich_style)], width)
