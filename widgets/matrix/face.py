"""How the parts of a matrix are drawn: pieces of fixed widths, of which lines are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from widgets.cells import cut, fit
from widgets.matrix.heads import broken, standing
from widgets.matrix.parts import MatrixCell, MatrixColumn, MatrixRow
from widgets.signs import ASCII, Signs

Piece = tuple[Segment, ...]
"""What stands in the cells of one head or one cell, on one line."""
Look = Callable[[str], Style]
"""The style of a part."""

_EDGE = 2
"""Cells before a label: for the cursor and for a sign."""
_LEAST_LABEL, _WIDEST_LABEL = 18, 60
_PLACE = 30
"""Cells of a place, like `12–31 of 150 · 5–18 of 200`."""
_LEAST_COLUMN, _WIDEST_COLUMN = 4, 9
"""With the cell that separates it from the next one; in a narrower one no name can be read."""
_LEAST_HEADS = 2
"""Lines that say where one is, and in which group."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Cells of the parts of a line."""

    width: int
    label: int
    column: int
    heads: int
    """Lines above the rows."""

    @property
    def columns(self) -> int:
        """Columns that there is room for."""
        return max(1, (self.width - self.label) // self.column)


def sizes(width: int, longest: int, widest: int, shorts: tuple[str, ...], most_lines: int = 3) -> Sizes:
    """What fits on a line.

    Args:
        width: Cells of the line.
        longest: Cells of the longest label, its note included.
        widest: Cells of the widest cell.
        shorts: What stands above the columns.
        most_lines: Lines that this takes at most.
    """
    count = max(1, len(shorts))
    least = max(widest + 1, _LEAST_COLUMN)
    wanted = longest + _EDGE + 1
    share = min(_WIDEST_LABEL, max(_LEAST_LABEL, width * 3 // 8))
    # Where everything fits, no label is cut for the columns' sake; and also short labels leave room for the
    # line that says where one is.
    fits = count * least + wanted <= width
    label = wanted if fits else min(max(wanted, _PLACE), share, width)
    column = max(least, min(_WIDEST_COLUMN, (width - label) // count))
    lines = max((len(broken(short, column - 1)) for short in shorts), default=1)
    return Sizes(width, label, column, max(_LEAST_HEADS, min(most_lines, lines)))


class Face:
    """Draws pieces with one set of signs and looks; each is drawn once."""

    def __init__(self, signs: Signs, look: Look) -> None:
        self._signs, self._look = signs, look
        self._dot = "." if signs is ASCII else "·"
        self._cells: dict[tuple[MatrixCell, int, bool], Piece] = {}

    def forget(self) -> None:
        """Another theme: nothing that was drawn is right any more."""
        self._cells.clear()

    def cell(self, cell: MatrixCell, width: int, *, has_cursor: bool) -> Piece:
        """A cell and what separates it from the next one."""
        key = cell, width, has_cursor
        if key not in self._cells:
            self._cells[key] = self._draw_cell(cell, width, has_cursor)
        return self._cells[key]

    def label(self, row: MatrixRow, width: int, *, is_here: bool) -> Piece:
        """The head of a row."""
        room = max(0, width - _EDGE - 1 - (cell_len(row.note) + 1 if row.note else 0))
        plain = self._look("here" if is_here else "plain")
        telling = plain if is_here else self._look(row.look)
        cursor = self._signs.cursor if is_here else " "
        return (
            Segment(cursor, plain),
            Segment(fit(row.sign, 1), telling),
            Segment(fit(row.label, room, self._signs.ellipsis), plain),
            *((Segment(f" {row.note}", telling),) if row.note else ()),
            Segment(" ", self._look("plain")),
        )

    def group(self, row: MatrixRow, width: int) -> Piece:
        """The heading of a group, as wide as the labels."""
        text = cut(
            f" {row.sign} {row.label}" if row.sign else f" {row.label}", width - 1, self._signs.ellipsis
        )
        note = cut(f" {row.note}" if row.note else "", width - 1 - cell_len(text))
        rest = width - 1 - cell_len(text) - cell_len(note)
        rule = f" {self._signs.rule * (rest - 1)}" if rest else ""
        name = self._look("group") + self._tint(row.look)
        return (Segment(text, name), Segment(f"{rule}{note} ", self._look("empty")))

    def head(self, column: MatrixColumn, width: int, lines: int, *, is_here: bool) -> list[Piece]:
        """The name above a column, one piece for each line."""
        look = self._look("above") if is_here else self._look("head") + self._tint(column.look)
        gap = self._look("head")
        *above, last = standing(column.short, width - 1, lines)
        # Behind the name, where it is nearer to it than to the next one.
        is_inside = cell_len(last) + cell_len(column.sign) < width
        bottom = (last + column.sign, " ") if is_inside else (last, column.sign)
        return [
            # Above the name there is nothing to be marked.
            (Segment(fit(text, width - 1), look if text else gap), Segment(sign, gap))
            for text, sign in [*((text, " ") for text in above), bottom]
        ]

    def text(self, text: str, width: int, part: str) -> Piece:
        """Nothing but a text."""
        return (Segment(fit(text, width, self._signs.ellipsis), self._look(part)),)

    def _draw_cell(self, cell: MatrixCell, width: int, has_cursor: bool) -> Piece:
        look = self._look("cursor" if has_cursor else cell.look if cell.text else "empty")
        told = cut(cell.text or self._dot, width - 1) + cell.sign
        told = fit(told, max(width - 1, cell_len(told)))
        # The gap looks like what most cells are, so that nothing has to be switched for it.
        gap = " " * (width - cell_len(told))
        return (Segment(told, look), *((Segment(gap, self._look("empty")),) if gap else ()))

    def _tint(self, look: str) -> Style:
        """The colour of a look, on another background."""
        return Style(color=self._look(look).color) if look != "plain" else Style.null()
