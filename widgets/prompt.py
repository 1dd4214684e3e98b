"""A line at the bottom in which one writes: a filter, a new card's title, an answer."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import cut, fit
from widgets.lean_strip import LeanStrip
from widgets.line_edit import LineEdit, window

__all__ = ["LineEdit", "Prompt"]

_LEAST = 30
"""Cells to write in, before a label is cut where half of the line would be too little for it."""


class Prompt(Widget):
    """Shows a label and a line that is being written; while none is, a status text.

    It takes no focus: the screen feeds it keys at once, so that none that was typed ahead is lost or taken
    for a command. It is always one line high, so that opening it moves nothing.
    """

    DEFAULT_CSS = """
    Prompt {
        height: 1; background: $surface; color: $foreground;
        .prompt--label { text-style: bold; color: $text-accent; }
        .prompt--cursor { text-style: reverse; }
        .prompt--hint, .prompt--status { color: $text-muted; }
    }
    Prompt:ansi, Prompt:nocolor { .prompt--hint, .prompt--status { color: ansi_default; } }
    """
    COMPONENT_CLASSES = {"prompt--label", "prompt--cursor", "prompt--hint", "prompt--status"}
    ALLOW_SELECT = False

    status: reactive[str] = reactive("", repaint=False)
    """What the line says while nothing is being written."""

    def __init__(self) -> None:
        super().__init__()
        self._edit: LineEdit | None = None
        self._label = self._hint = ""
        self._start = 0

    def watch_status(self, before: str, after: str) -> None:
        """Only as much of the line is sent as had a text or has one now."""
        width = min(max(cell_len(before), cell_len(after)), self.size.width)
        if self._edit is None and width:
            self.refresh(Region(0, 0, width, 1))

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return self._edit is not None

    @property
    def text(self) -> str:
        """What has been written so far."""
        return self._edit.text if self._edit else ""

    @property
    def cursor(self) -> int:
        """Index into the text before which the cursor stands."""
        return self._edit.cursor if self._edit else 0

    def open(self, label: str, text: str = "", hint: str = "") -> None:
        """Begin to write.

        Args:
            label: What is asked for, `Filter: `.
            text: What is there already.
            hint: What stands there, quietly, as long as nothing has been written.
        """
        self._label, self._hint, self._edit, self._start = label, hint, LineEdit(text), 0
        self.refresh()

    def rewrite(self, text: str, cursor: int) -> None:
        """Another text in the place of what is being written."""
        if self._edit is not None:
            self._edit = LineEdit(text, cursor)
            self.refresh()

    def relabel(self, label: str) -> None:
        """Another label for what is being written."""
        self._label = label
        self.refresh()

    def close(self) -> str:
        """Stop, and give what was written."""
        text, self._edit = self.text, None
        self.refresh()
        return text

    def key(self, key: str, character: str | None = None) -> bool:
        """Take a key; `False` when nothing is being written or the key is none for a line of text."""
        taken = self._edit is not None and self._edit.key(key, character)
        if taken:
            self.refresh()
        return taken

    def paste(self, text: str) -> None:
        """Take pasted text."""
        if self._edit is not None:
            self._edit.paste(text)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        if self._edit is None:
            return LeanStrip([Segment(fit(self.status, width), self._style("status"))], width)
        label = self._fitted_label(width)
        room = max(2, width - cell_len(label))
        segments = [Segment(label, self._style("label")), *self._line(self._edit, room)]
        return LeanStrip(segments).adjust_cell_length(width, self.rich_style)

    def _fitted_label(self, width: int) -> str:
        """The label; where it is cut, what ends it stays."""
        words = self._label.rstrip(": ")
        end = self._label[len(words) :]
        return cut(words, max(width // 2, width - _LEAST) - len(end)) + end

    def _line(self, edit: LineEdit, room: int) -> list[Segment]:
        self._start = window(edit.text, edit.cursor, room, self._start)
        under = LineEdit(edit.text, edit.cursor)
        under.right()
        before, at = edit.text[self._start : edit.cursor], edit.text[edit.cursor : under.cursor]
        rest = room - cell_len(before) - max(1, cell_len(at))
        after = set_cell_size(edit.text[under.cursor :], max(0, rest))
        plain = self.rich_style
        tail = Segment(after, plain)
        if not edit.text and self._hint:
            tail = Segment(" " + cut(self._hint, max(0, rest - 1)), self._style("hint"))
        return [Segment(before, plain), Segment(at or " ", self._style("cursor")), tail]

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"prompt--{part}")
