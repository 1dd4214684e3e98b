"""One column of the board: a plain widget that draws lines and repaints only those that look different."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region
from textual.strip import Strip

from widgets.board.painter import Painter
from widgets.board.rows import DraftLine, Row
from widgets.lean_lines import LeanLines


class ColumnView(LeanLines):
    """Shows rows from top to bottom. It has no state of its own and takes no focus."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False
        self._rows: Sequence[Row] = ()
        self._painter: Painter | None = None
        self._strips: list[Strip] = []
        self._width = 0
        """Cells across that the strips were drawn for."""
        self.lines_drawn = 0
        """Lines drawn so far; tests and benchmarks read it."""

    def show(self, rows: Sequence[Row], painter: Painter) -> None:
        """Draw these rows; lines that look as before are not sent to the terminal again."""
        self._rows, self._painter = rows, painter
        old, old_width, width = self._strips, self._width, self.size.width
        if not width:
            return  # there is no layout yet; the first frame draws it
        new = self._draw()
        if len(old) != len(new) or old_width != width:
            self.lines_drawn += len(new)
            self.refresh()
            return
        dirty = [y for y, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b and a != b]
        self.lines_drawn += len(dirty)
        if dirty:
            self.refresh(*_spans(dirty, width))

    @property
    def draft_line(self) -> int | None:
        """The line on which a card is being written; `None`: not in this column."""
        return next((y for y, row in enumerate(self._rows) if isinstance(row, DraftLine)), None)

    def render_line(self, y: int) -> Strip:
        """A line of the column."""
        if self._width != self.size.width:
            # The first frame comes before the message about the size does: drawn now, nothing is sent twice.
            self._draw()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def _draw(self) -> list[Strip]:
        painter, self._width = self._painter, self.size.width
        if painter is not None:
            self._strips = [painter.strip(row, self._width) for row in self._rows]
        return self._strips


def _spans(lines: Sequence[int], width: int) -> list[Region]:
    """Neighbouring lines as one region."""
    spans: list[Region] = []
    start = end = lines[0]
    for y in lines[1:]:
        if y != end + 1:
            spans.append(Region(0, start, width, end + 1 - start))
            start = y
        end = y
    return [*spans, Region(0, start, width, end + 1 - start)]
