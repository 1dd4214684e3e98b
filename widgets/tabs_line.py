"""A line of words of which one is chosen; where there is little room, only that one and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import cut
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


class TabsLine(Widget):
    """Says in which section one is."""

    DEFAULT_CSS = """
    TabsLine {
        height: 1; background: $surface; color: $text-muted;
        .tabs--chosen { color: $text-accent; text-style: bold reverse; }
    }
    TabsLine:ansi, TabsLine:nocolor { background: ansi_default; color: ansi_default; }
    """
    COMPONENT_CLASSES = {"tabs--chosen"}
    ALLOW_SELECT = False

    chosen: reactive[int] = reactive(0)
    """Place of the chosen word."""
    note: reactive[str] = reactive("")
    """What stands on the right, where there is room for it."""

    def __init__(self, words: Sequence[str], *, signs: Signs = UNICODE, keeps_words: bool = False) -> None:
        super().__init__()
        self._words = tuple(words)
        self._signs = signs
        self._keeps_words = keeps_words
        """Whether the words are worth more than the note, where there is not room for both."""

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, chosen = self.size.width, self.get_component_rich_style("tabs--chosen")
        note = f" {self.note} " if self.note else ""
        segments = self._tabs(width if self._keeps_words else width - cell_len(note), chosen)
        room = width - sum(segment.cell_length for segment in segments)
        note = cut(note, room, self._signs.ellipsis)
        segments.append(Segment(" " * (room - cell_len(note)) + note, self.rich_style))
        return LeanStrip(segments).adjust_cell_length(width, self.rich_style)

    def _tabs(self, width: int, chosen: Style) -> list[Segment]:
        words = self._words
        if sum(cell_len(word) + 3 for word in words) <= width:
            segments: list[Segment] = []
            for at, word in enumerate(words):
                segments += [Segment(f" {word} ", chosen if at == self.chosen else self.rich_style)]
                segments += [Segment(" ", self.rich_style)]
            return segments
        word = f" {words[self.chosen]} "
        place = f" {self._signs.left} {self.chosen + 1}/{len(words)} {self._signs.right}"
        rest = cut(place, max(0, width - cell_len(word)), self._signs.ellipsis)
        return [Segment(word, chosen), Segment(rest, self.rich_style)]
