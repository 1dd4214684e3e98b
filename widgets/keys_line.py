"""The line at the bottom that says which keys do what; drawn once, not composed of widgets."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.lean_strip import LeanStrip


class KeysLine(Widget):
    """Keys and what they do, as many as there is room for; the first ones matter most."""

    DEFAULT_CSS = """
    KeysLine {
        dock: bottom; height: 1; background: $panel; color: $text-muted;
        .keys--key { color: $text-accent; text-style: bold; }
        .keys--label { color: $text-muted; }
    }
    KeysLine:ansi, KeysLine:nocolor {
        background: ansi_default; color: ansi_default;
        .keys--label { color: ansi_default; }
    }
    """
    COMPONENT_CLASSES = {"keys--key", "keys--label"}
    ALLOW_SELECT = False

    keys: reactive[Sequence[tuple[str, str]]] = reactive(())
    """Pairs of a key and its label, the most useful first."""

    def render_line(self, y: int) -> Strip:
        """The line."""
        key_style = self.get_component_rich_style("keys--key")
        label_style = self.get_component_rich_style("keys--label")
        segments: list[Segment] = []
        room = self.size.width
        for key, label in self.keys:
            before, after = f" {key}", f" {label} "
            room -= cell_len(before) + cell_len(after)
            if room < 0:
                break
            segments += [Segment(before, key_style), Segment(after, label_style)]
        return LeanStrip(segments).adjust_cell_length(self.size.width, self.rich_style)
