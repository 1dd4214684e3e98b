"""Text of any length to be read, that its owner scrolls; only the lines in view are drawn."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from widgets.signs import UNICODE, Signs

_MARGIN = 2
"""Cells on the left and on the right."""


class TextSheet(Widget):
    """Shows one text. It binds no keys and takes no focus: the screen scrolls it.

    Textual's own widget for text lays out all of it, which for a large role takes longer than a key may.
    """

    DEFAULT_CSS = """
    TextSheet { background: $background; color: $foreground; .sheet--more { color: $text-muted; } }
    TextSheet:ansi, TextSheet:nocolor {
        background: ansi_default; color: ansi_default; .sheet--more { color: ansi_default; }
    }
    """
    COMPONENT_CLASSES = {"sheet--more"}
    ALLOW_SELECT = False

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._signs = signs
        self._about: object = None
        self._text: Callable[[int], Content] = lambda width: Content("")
        self._shown: tuple[int, Content] = 0, Content("")
        """Cells of a line, and the text."""
        self._lines: list[Content] = []
        self._top = 0
        self._strips: dict[int, Strip] = {}
        """What was drawn of the lines, by their place."""
        self._looks: dict[str, Style] = {}

    def update(self, about: object, text: Callable[[int], Content]) -> None:
        """Show another text, or its newer state.

        Args:
            about: What it is about; while that stays the same, the sheet stays scrolled where it is.
            text: Gives the text for so many cells.
        """
        if about != self._about:
            self._about, self._top = about, 0
        self._text = text
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self._top = max(0, min(self._top + lines, self._last_top))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line; at the edge stands a sign where there is more above or below."""
        at, width = self._top + y, self.size.width
        if at not in self._strips:
            self._strips[at] = self._draw(at, width)
        has_more = (y == 0 and self._top > 0) or (y == self.size.height - 1 and self._top < self._last_top)
        if not has_more:
            return self._strips[at]
        sign = self._signs.above if y == 0 else self._signs.below
        mark = Strip([Segment(f"{sign} ", self.get_component_rich_style("sheet--more"))])
        return Strip.join([self._strips[at].crop(0, width - _MARGIN), mark])

    def notify_style_update(self) -> None:
        """Another theme: nothing that was drawn is right any more."""
        super().notify_style_update()
        self._strips.clear()
        self._looks.clear()

    @property
    def _last_top(self) -> int:
        return max(0, len(self._lines) - self.size.height)

    def _on_resize(self, event: events.Resize) -> None:
        self._fill()

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_by(3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_by(-3)

    def _fill(self) -> None:
        room = self.size.width - 2 * _MARGIN
        if not self.is_mounted or room < 1:
            return
        shown = room, self._text(room)
        if shown != self._shown:
            self._shown = shown
            self._lines = [
                part for line in shown[1].split("\n", allow_blank=True) for part in _wrapped(line, room)
            ]
            self._strips.clear()
        self._top = min(self._top, self._last_top)
        self.refresh()

    def _draw(self, at: int, width: int) -> Strip:
        blank = Segment(" " * _MARGIN, self.rich_style)
        line = self._lines[at] if at < len(self._lines) else Content("")
        parts = line.render(self.visual_style, end="", parse_style=self._styled)
        drawn = [Segment(text, style.rich_style) for text, style in parts]
        return Strip([blank, *drawn]).adjust_cell_length(width, self.rich_style)

    def _styled(self, style: str | Style) -> Style:
        """A style by its name, looked up once in a theme."""
        if isinstance(style, Style):
            return style
        if style not in self._looks:
            self._looks[style] = self.app.stylesheet.parse_style(style)
        return self._looks[style]


def _wrapped(line: Content, room: int) -> list[Content]:
    return [line] if line.cell_length <= room else line.wrap(room)
