"""A list to choose from, drawn line by line: however long it is, only what is in view costs anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import cut, fit
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs

_LABEL = 12
"""Cells that a label takes at least, so that what is said behind short ones stands in line."""


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """What one line says."""

    label: str
    detail: str = ""
    """Said quietly behind the label, as far as there is room."""
    hint: str = ""
    """Stands at the right, whatever happens to the rest."""


class ChoiceList(Widget):
    """Lines with a cursor. It binds no keys and takes no focus; its owner feeds it."""

    DEFAULT_CSS = """
    ChoiceList {
        height: 1fr; color: $foreground;
        .choices--detail { color: $text-muted; }
        .choices--hint { color: $text-accent; text-style: bold; }
        .choices--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
    }
    ChoiceList:ansi, ChoiceList:nocolor {
        .choices--detail { color: ansi_default; text-style: dim; }
        .choices--cursor { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES = {"choices--detail", "choices--hint", "choices--cursor"}
    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """The person wants this one."""

        index: int

    def __init__(self, *, signs: Signs = UNICODE, nothing: str = "") -> None:
        super().__init__()
        self._signs = signs
        self._nothing = nothing
        """What an empty list says."""
        self._lines: Sequence[ChoiceLine] = ()
        self._cursor = self._top = 0
        self._drawn: list[Strip] = []

    @property
    def cursor(self) -> int | None:
        """Index of the line under the cursor; `None` while there is none."""
        return self._cursor if self._lines else None

    def update(self, lines: Sequence[ChoiceLine]) -> None:
        """Show other lines; the cursor is on the first."""
        self._lines, self._cursor, self._top = lines, 0, 0
        self._draw()

    def move(self, step: int) -> None:
        """Move the cursor; a single step beyond the end comes in again at the other one."""
        count = len(self._lines)
        if abs(step) == 1 and count:
            self._cursor = (self._cursor + step) % count
        else:
            self._cursor = max(0, min(self._cursor + step, count - 1))
        self._reveal()
        self._draw()

    def page(self, step: int) -> None:
        """Move the cursor by as many lines as there are in view."""
        self.move(step * max(2, self.size.height - 1))

    # --- life --------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line."""
        at, width = self._top + y, self.size.width
        if at < len(self._lines):
            return self._strip(self._lines[at], at == self._cursor, width)
        text = f" {self._nothing}" if not self._lines and y == 0 else ""
        return LeanStrip([Segment(fit(text, width, self._signs.ellipsis), self._style("detail"))], width)

    def _on_resize(self, event: events.Resize) -> None:
        self._reveal()
        self._draw()

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        at = self._top + event.y
        if at < len(self._lines):
            self._cursor = at
            self._draw()
            self.post_message(self.Chosen(at))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -3)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        event.stop()
        self._top = max(0, min(self._top + step, len(self._lines) - self.size.height))
        self._draw()

    # --- drawing -----------------------------------------------------------------------------------------

    def _reveal(self) -> None:
        last = self._cursor - self.size.height + 1
        self._top = max(0, last, min(self._top, self._cursor))

    def _draw(self) -> None:
        """Have those lines sent again that look different."""
        old, width = self._drawn, self.size.width
        self._drawn = [self.render_line(y) for y in range(self.size.height)]
        if len(old) != len(self._drawn):
            self.refresh()
            return
        different = [y for y, (a, b) in enumerate(zip(old, self._drawn, strict=True)) if a != b]
        if different:
            self.refresh(*(Region(0, y, width, 1) for y in different))

    def _strip(self, line: ChoiceLine, is_under: bool, width: int) -> Strip:
        under = self._style("cursor") if is_under else None
        sign = self._signs.cursor if is_under else " "
        room = max(0, width - cell_len(line.hint) - 4)
        label = cut(line.label, room, self._signs.ellipsis)
        label = fit(label, min(room, max(_LABEL, cell_len(label))))
        detail = fit(f"  {line.detail}", room - cell_len(label), self._signs.ellipsis)
        return LeanStrip(
            [
                Segment(f"{sign} {label}", under or self.rich_style),
                Segment(detail, under or self._style("detail")),
                Segment(f" {line.hint} ", under or self._style("hint")),
            ]
        ).adjust_cell_length(width, under or self.rich_style)

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"choices--{part}")
