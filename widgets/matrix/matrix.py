"""A matrix with a cursor: draws only what is in view, and sends only what looks different."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from widgets.lean_lines import LeanLines
from widgets.listing_row import Key
from widgets.matrix.canvas import Canvas, Content
from widgets.matrix.face import Face, Sizes, sizes
from widgets.matrix.line import Line
from widgets.matrix.looks import CSS, PARTS
from widgets.matrix.parts import EMPTY, MatrixCell, MatrixColumn, MatrixRow
from widgets.matrix.stretch import Stretch
from widgets.signs import UNICODE, Signs

_WHEEL = 3
"""Rows or columns for one notch of the mouse wheel."""


class Matrix(LeanLines):
    """Rows and columns with fixed heads. It binds no keys and takes no focus: the screen moves its cursor."""

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"matrix--{part}" for part in PARTS}
    ALLOW_SELECT = False

    @dataclass
    class CursorMoved(Message):
        """Another cell is under the cursor, chosen with the mouse."""

        matrix: Matrix
        """The matrix."""

        @property
        def control(self) -> Matrix:
            """The matrix, as handlers choose by it."""
            return self.matrix

    @dataclass
    class Opened(Message):
        """The person has clicked twice on the cell under the cursor."""

        matrix: Matrix
        """The matrix."""

        @property
        def control(self) -> Matrix:
            """The matrix, as handlers choose by it."""
            return self.matrix

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._rows: Sequence[MatrixRow] = ()
        self._columns: Sequence[MatrixColumn] = ()
        self._items: list[int] = []
        """Places of the rows that are no headings."""
        self._cell: Callable[[Key, Key], MatrixCell] = lambda row, column: EMPTY
        self._widest, self._longest, self._most_lines, self._empty = 1, 0, 3, ""
        self._x = self._y = 0
        """The cursor: place of its column, and of its row among those that are no headings."""
        self._down, self._across = Stretch(), Stretch()
        self._looks: dict[str, Style] = {}
        self._face = Face(signs, self._look)
        self._canvas: Canvas | None = None
        self._drawn: list[Line] = []

    # --- what is shown, and the cursor -------------------------------------------------------------------

    @property
    def row(self) -> Key | None:
        """Key of the row under the cursor; `None` while there is none."""
        return self._rows[self._items[self._y]].key if self._items else None

    @property
    def column(self) -> Key | None:
        """Key of the column under the cursor; `None` while there is none."""
        return self._columns[self._x].key if self._columns else None

    @property
    def page(self) -> int:
        """Rows in view."""
        return max(1, self._down.room)

    @property
    def breadth(self) -> int:
        """Columns in view."""
        return max(1, self._across.room)

    def show(
        self,
        rows: Sequence[MatrixRow],
        columns: Sequence[MatrixColumn],
        cell: Callable[[Key, Key], MatrixCell],
        *,
        widest: int = 2,
        most_lines: int = 3,
        empty: str = "",
    ) -> None:
        """Show this; the cursor stays on its row and column, or in its place when they are gone.

        Args:
            rows: From top to bottom, headings of groups among them.
            columns: From left to right.
            cell: Gives what stands in a row and a column, by their keys; asked for those in view.
            widest: Cells of the widest text of a cell.
            most_lines: Lines over which the name above a column is broken at most; what is left over is not
                shown. At least two, which the place in the matrix takes.
            empty: What stands there when there are no rows or no columns.
        """
        row, column = self.row, self.column
        self._rows, self._columns, self._cell = rows, columns, cell
        self._items = [at for at, each in enumerate(rows) if not each.is_group]
        self._widest, self._most_lines, self._empty = widest, most_lines, empty
        self._longest = max(
            (cell_len(r.label) + (cell_len(r.note) + 1 if r.note else 0) for r in rows), default=0
        )
        self._canvas = None
        if row is None or not self._find_row(row):
            self._y = max(0, min(self._y, len(self._items) - 1))
        if column is None or not self._find_column(column):
            self._x = max(0, min(self._x, len(columns) - 1))
        self.paint()

    def move(self, down: int = 0, right: int = 0) -> None:
        """Move the cursor by so many rows and columns, not beyond the ends."""
        self._y = max(0, min(self._y + down, len(self._items) - 1))
        self._x = max(0, min(self._x + right, len(self._columns) - 1))
        self.paint()

    def move_to_end(self, way: int) -> None:
        """Put the cursor on the last row (1), or on the first one (-1)."""
        self.move(way * len(self._items))

    def select(self, row: Key | None = None, column: Key | None = None) -> bool:
        """Put the cursor on a row, on a column or on both; `False` when one is not there."""
        is_there = (row is None or self._find_row(row)) & (column is None or self._find_column(column))
        self.paint()
        return is_there

    # --- drawing -----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """A line of the heads, or a row."""
        if self._canvas is None or self._canvas.size != self.size or len(self._drawn) != self.size.height:
            self._drawn = self._draw()
        return self._drawn[y].strip if y < len(self._drawn) else Strip.blank(self.size.width, self.rich_style)

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._face.forget()
        self._looks.clear()
        self._canvas, self._drawn = None, []

    def paint(self) -> None:
        """Draw, and send what looks different."""
        if not self.is_mounted or not self.size:
            return
        old, new = self._drawn, self._draw()
        self._drawn = new
        if len(old) != len(new):
            self.refresh()
            return
        both = enumerate(zip(old, new, strict=True))
        spans = [(y, span) for y, (before, line) in both for span in line.changes(before)]
        if spans:
            self.refresh(*(Region(start, y, end - start, 1) for y, (start, end) in spans))

    def _draw(self) -> list[Line]:
        if self._canvas is None or self._canvas.size != self.size:
            content = Content(self._rows, self._columns, self._cell)
            self._canvas = Canvas(self._face, self.size, self._fitting(), content, self.signs.between)
        canvas, fitting = self._canvas, self._canvas.sizes
        if not self._items or not self._columns:
            return canvas.nothing(self._empty)
        at = self._items[self._y]
        self._down = self._down.following(at, self.size.height - fitting.heads, len(self._rows))
        self._across = self._across.following(self._x, fitting.columns, len(self._columns))
        return canvas.lines(self._down, self._across, at, self._x, self._place())

    def _fitting(self) -> Sizes:
        shorts = tuple(column.short for column in self._columns)
        return sizes(self.size.width, self._longest, self._widest, shorts, self._most_lines)

    def _place(self) -> list[str]:
        """What is in view, like `12–31 of 150` and `5–18 of 200`; nothing while all is."""
        to, said = "–" if self.signs is UNICODE else "-", []
        if self._down.is_cut:
            # Headings are not counted.
            first, end = (bisect_left(self._items, at) for at in (self._down.first, self._down.end))
            said.append(f"{first + 1:,}{to}{end:,} of {len(self._items):,}")
        if self._across.is_cut:
            shown = self._across
            said.append(f"{shown.first + 1:,}{to}{shown.end:,} of {shown.total:,}")
        return said

    def _look(self, part: str) -> Style:
        if part not in self._looks:
            own = f"matrix--{part}"
            # Looked up once: that goes through all that the widget stands in.
            self._looks[part] = self.rich_style if part == "plain" else self.get_component_rich_style(own)
        return self._looks[part]

    # --- size and mouse ----------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        self.paint()

    async def _on_click(self, event: events.Click) -> None:
        if self._canvas is None or not self._items or not self._columns:
            return
        fitting = self._canvas.sizes
        is_row, is_column = event.y >= fitting.heads, event.x >= fitting.label
        row = self._down.first + event.y - fitting.heads
        column = self._across.first + (event.x - fitting.label) // fitting.column
        if (is_row and (row >= self._down.end or self._rows[row].is_group)) or (
            is_column and column >= self._across.end
        ):
            return
        event.stop()
        if is_row:
            self._y = bisect_left(self._items, row)
        if is_column:
            self._x = column
        self.paint()
        is_cell = is_row and is_column
        self.post_message(self.Opened(self) if event.chain == 2 and is_cell else self.CursorMoved(self))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, _WHEEL, is_across=event.shift)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -_WHEEL, is_across=event.shift)

    def _on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        self._wheel(event, _WHEEL, is_across=True)

    def _on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        self._wheel(event, -_WHEEL, is_across=True)

    def _wheel(self, event: events.MouseEvent, step: int, *, is_across: bool) -> None:
        event.stop()
        self.move(right=step) if is_across else self.move(down=step)
        self.post_message(self.CursorMoved(self))

    # --- private -----------------------------------------------------------------------------------------

    def _find_row(self, key: Key) -> bool:
        for y, at in enumerate(self._items):
            if self._rows[at].key == key:
                self._y = y
                return True
        return False

    def _find_column(self, key: Key) -> bool:
        for x, column in enumerate(self._columns):
            if column.key == key:
                self._x = x
                return True
        return False
