"""The line at the bottom that says which keys do what; drawn once, not composed of widgets."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import cut
from widgets.lean_strip import LeanStrip

_SHORTEST = 14
"""Cells of a label from which on it is cut rather than left out."""


class KeysLine(Widget):
    """Keys and what they do, as many as there is room for: the essential ones, then the first."""

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
    essential: reactive[frozenset[str]] = reactive(frozenset[str]())
    """Keys that give way last."""

    def render_line(self, y: int) -> Strip:
        """The line."""
        key_style = self.get_component_rich_style("keys--key")
        label_style = self.get_component_rich_style("keys--label")
        segments: list[Segment] = []
        for key, label in self._fitting():
            segments += [Segment(f" {key}", key_style), Segment(f" {label} ", label_style)]
        return LeanStrip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _fitting(self) -> list[tuple[str, str]]:
        """The pairs that there is room for, in their order."""
        room = self.size.width
        fitting: dict[str, str] = {}
        for key, label in sorted(self.keys, key=lambda pair: pair[0] not in self.essential):
            rest = room - cell_len(f" {key}  ")
            if cell_len(label) > max(rest, _SHORTEST) and rest >= _SHORTEST:
                # A sentence says something without its end; a word does not.
                label = cut(label, rest)
            room = rest - cell_len(label)
            if room < 0:
                break
            fitting[key] = label
        return [(key, fitting[key]) for key, _ in self.keys if key in fitting]
