"""What is told of the thing under the cursor, beside or below a list."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual

from widgets.lean_lines import LeanLines
from widgets.lean_strip import LeanStrip
from widgets.listing_row import Key
from widgets.signs import UNICODE, Signs

Draw = Callable[[int], Content]
"""Gives what is told, in lines of so many cells."""
_EDGES = 2
"""Cells left free on both sides together."""


class Sheet(LeanLines):
    """Shows a text line by line, and sends those that look different. It binds no keys."""

    DEFAULT_CSS = """
    Sheet { height: 1fr; background: $surface; color: $foreground; }
    Sheet:ansi, Sheet:nocolor { background: ansi_default; }
    """
    ALLOW_SELECT = False

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs
        self._about: Key | None = None
        self._draw: Draw = lambda width: Content("")
        self._text: list[Strip] = []
        """All lines, also those out of view."""
        self._drawn: list[Strip] = []
        self._top = 0

    def tell(self, about: Key | None, draw: Draw) -> None:
        """Tell of something; the sheet stays scrolled where it is while that is the same thing."""
        if about != self._about:
            self._about, self._top = about, 0
        self._draw = draw
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll by so many lines, not beyond the ends."""
        self._top += lines
        self._paint()

    def render_line(self, y: int) -> Strip:
        """One line."""
        if len(self._drawn) != self.size.height:
            self._drawn = self._in_view()
        return self._drawn[y] if y < len(self._drawn) else Strip.blank(self.size.width, self.rich_style)

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._drawn = []
        if self.is_mounted and self.size:
            self._text = self._written()

    def _on_resize(self, event: events.Resize) -> None:
        self._fill()

    def _fill(self) -> None:
        if self.is_mounted and self.size:
            self._text = self._written()
            self._paint()

    def _written(self) -> list[Strip]:
        width, style = self.size.width, self.rich_style
        # A tab takes as many cells as it likes.
        told = self._draw(max(1, width - _EDGES)).expand_tabs(4)
        strips = Visual.to_strips(self, told, max(1, width - _EDGES), None, self.visual_style)
        edge = Segment(" ", style)
        return [LeanStrip([edge, *strip]).adjust_cell_length(width, style) for strip in strips]

    def _in_view(self) -> list[Strip]:
        height, width = self.size.height, self.size.width
        self._top = max(0, min(self._top, len(self._text) - height))
        lines = self._text[self._top : self._top + height]
        if self._top + height < len(self._text) and lines and width > 1:
            lines[-1] = LeanStrip(
                [*lines[-1].crop(0, width - 1), Segment(self._signs.below, self.rich_style)], width
            )
        return lines + [Strip.blank(width, self.rich_style)] * (height - len(lines))

    def _paint(self) -> None:
        if not self.is_mounted or not self.size:
            return
        old, self._drawn = self._drawn, self._in_view()
        if len(old) != len(self._drawn):
            self.refresh()
            return
        lines = enumerate(zip(old, self._drawn, strict=True))
        if different := [y for y, (before, now) in lines if before != now]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in different))
