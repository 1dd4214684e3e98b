"""Where the round is, with a quiet clock for who speaks."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import fit
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


class RoundLine(Widget):
    """One line: what is going on, and on the right how long somebody has spoken."""

    DEFAULT_CSS = """
    RoundLine {
        height: 1; background: $surface; color: $foreground; text-style: bold;
        .round--clock { color: $text-muted; }
        .round--over { color: $text-warning; text-style: bold; }
    }
    RoundLine:ansi, RoundLine:nocolor { background: ansi_default; color: ansi_default; }
    RoundLine:ansi .round--over, RoundLine:nocolor .round--over { text-style: bold reverse; }
    """
    COMPONENT_CLASSES = {"round--clock", "round--over"}
    ALLOW_SELECT = False

    said: reactive[str] = reactive("")
    """What is going on."""
    seconds: reactive[int | None] = reactive(None)
    """For how long somebody has spoken, in seconds; `None`: nobody speaks."""
    limit: reactive[int] = reactive(0)
    """For how long everybody may, in seconds."""

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, clock = self.size.width, ""
        if self.seconds is not None:
            over = f"{self._signs.over} " if self.seconds > self.limit else ""
            clock = f" {over}{_spoken(self.seconds)} of {_spoken(self.limit)} "
        look = "over" if self.seconds is not None and self.seconds > self.limit else "clock"
        room = max(0, width - cell_len(clock))
        left = Segment(fit(f" {self.said}", room, self._signs.ellipsis), self.rich_style)
        return LeanStrip(
            [left, Segment(clock[:width], self.get_component_rich_style(f"round--{look}"))], width
        )


def _spoken(seconds: int) -> str:
    """`1:30`."""
    return f"{seconds // 60}:{seconds % 60:02}"
