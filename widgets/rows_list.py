"""A list of names with a value each, and a cursor; it draws only the lines that are in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import cut, fit
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


@dataclass(frozen=True)
class ListRow:
    """One line."""

    label: str
    value: str = ""
    heading: bool = False
    """Whether it only names what comes below; the cursor passes over it."""


class RowsList(Widget):
    """Shows rows; it binds no keys and takes no focus."""

    DEFAULT_CSS = """
    RowsList {
        height: 1fr;
        .rows--value { color: $text-accent; }
        .rows--heading { color: $text-primary; text-style: bold; }
        .rows--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
    }
    RowsList:ansi, RowsList:nocolor {
        .rows--cursor { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES = {"rows--value", "rows--heading", "rows--cursor"}
    ALLOW_SELECT = False

    def __init__(self, rows: Sequence[ListRow], *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._rows, self._signs = tuple(rows), signs
        self._cursor = next((at for at, row in enumerate(rows) if not row.heading), 0)
        self._top = 0

    @property
    def cursor(self) -> int:
        """Index of the row under the cursor."""
        return self._cursor

    def update(self, rows: Sequence[ListRow]) -> None:
        """Show the same rows with other values."""
        before, self._rows = self._rows, tuple(rows)
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self._refresh_row(at)

    def move(self, step: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        places = self._places()
        at = min(max(places.index(self._cursor) + step, 0), len(places) - 1)
        self._put(places[at])

    def page(self, step: int) -> None:
        """Move the cursor down or up by what is in view; one row stays in view."""
        wanted = self._cursor + step * max(1, self.size.height - 1)
        beyond = [at for at in self._places() if (at - self._cursor) * step > 0]
        reached = [at for at in beyond if (at - wanted) * step <= 0]
        if beyond:
            self._put((max if step > 0 else min)(reached, default=beyond[0 if step > 0 else -1]))

    def render_line(self, y: int) -> Strip:
        """A row."""
        width, at = self.size.width, self._top + y
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[at]
        if row.heading:
            style = self.get_component_rich_style("rows--heading")
            return LeanStrip([Segment(fit(f" {row.label}", width, self._signs.ellipsis), style)], width)
        value = cut(row.value, max(1, width * 3 // 5), self._signs.ellipsis)
        room = width - cell_len(value) - 4
        label = fit(row.label, max(0, room), self._signs.ellipsis)
        if at == self._cursor:
            style = self.get_component_rich_style("rows--cursor")
            text = f"{self._signs.cursor} {label} {value} "
            return LeanStrip([Segment(fit(text, width, self._signs.ellipsis), style)], width)
        value_style = self.get_component_rich_style("rows--value")
        runs = [Segment(f"  {label} ", self.rich_style), Segment(f"{value} ", value_style)]
        return LeanStrip(runs).adjust_cell_length(width, self.rich_style)

    def _on_resize(self, event: events.Resize) -> None:
        if self._scroll():
            self.refresh()

    def _places(self) -> list[int]:
        """Where the cursor can be."""
        return [at for at, row in enumerate(self._rows) if not row.heading]

    def _put(self, at: int) -> None:
        before, self._cursor = self._cursor, at
        if self._scroll():
            self.refresh()
        elif before != at:
            self._refresh_row(before)
            self._refresh_row(at)

    def _scroll(self) -> bool:
        """Bring the cursor into view, with its heading above it where that fits; whether anything moved."""
        height, before = max(1, self.size.height), self._top
        first = self._cursor
        while first > 0 and self._rows[first - 1].heading:
            first -= 1
        if first < self._top and self._cursor - first < height:
            self._top = first
        self._top = min(max(self._top, self._cursor - height + 1), self._cursor)
        return self._top != before

    def _refresh_row(self, at: int) -> None:
        if self._top <= at < self._top + self.size.height:
            self.refresh(self.content_region.at_offset((0, at - self._top)).crop_size((self.size.width, 1)))
