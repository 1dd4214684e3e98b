"""The lines of a matrix: rows that have no cursor are drawn once, as long as the same columns are in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.geometry import Size

from widgets.listing_row import Key
from widgets.matrix.face import Face, Piece, Sizes
from widgets.matrix.line import Line, line_of
from widgets.matrix.parts import MatrixCell, MatrixColumn, MatrixRow
from widgets.matrix.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Content:
    """What a matrix shows."""

    rows: Sequence[MatrixRow]
    columns: Sequence[MatrixColumn]
    cell: Callable[[Key, Key], MatrixCell]


class Canvas:
    """Draws one content of a matrix in one size."""

    def __init__(self, face: Face, size: Size, sizes: Sizes, content: Content, between: str) -> None:
        self.size = size
        self.sizes = sizes
        self._face, self._content = face, content
        self._rows, self._columns = content.rows, content.columns
        self._between = f" {between} "
        self._across: range | None = None
        self._kept: dict[int, Line] = {}

    def nothing(self, sentence: str) -> list[Line]:
        """A sentence instead of rows."""
        width = self.size.width
        lines = ["", f" {sentence}"] + [""] * self.size.height
        return [line_of([self._face.text(text, width, "plain")], width) for text in lines[: self.size.height]]

    def lines(self, down: Stretch, across: Stretch, at: int, column: int, place: Sequence[str]) -> list[Line]:
        """Everything, from top to bottom.

        Args:
            down: The rows in view.
            across: The columns in view.
            at: Place of the cursor's row.
            column: Place of the cursor's column.
            place: What is in view, in words: of the rows, and of the columns.
        """
        if across.shown != self._across:
            self._across = across.shown
            self._kept.clear()
        lines = self._heads(self._group(down.first), across.shown, column, place)
        for row in down.shown:
            lines.append(
                self._row(row, across.shown, column) if row == at else self._plain(row, across.shown)
            )
        blank = line_of([self._face.text("", self.size.width, "plain")], self.size.width)
        return [*lines, *[blank] * (self.size.height - len(lines))][: self.size.height]

    def _heads(self, group: str, across: range, cursor: int, place: Sequence[str]) -> list[Line]:
        face, sizes = self._face, self.sizes
        corner = [*[""] * sizes.heads, *self._said(place), group][-sizes.heads :]
        lines: list[list[Piece]] = [[face.text(f" {text}", sizes.label, "head")] for text in corner]
        for column in across:
            pieces = face.head(self._columns[column], sizes.column, sizes.heads, is_here=column == cursor)
            for line, piece in zip(lines, pieces, strict=True):
                line.append(piece)
        return [self._filled(line, across, "head") for line in lines]

    def _said(self, place: Sequence[str]) -> Sequence[str]:
        """What is in view, on one line, or on two where it is too long for one."""
        line = self._between.join(place)
        if cell_len(line) < self.sizes.label - 1:
            return (line,)
        return place if self.sizes.heads > len(place) else (line.replace(" of ", "/"),)

    def _plain(self, at: int, across: range) -> Line:
        """A row without the cursor."""
        if at not in self._kept:
            self._kept[at] = self._row(at, across, None)
        return self._kept[at]

    def _row(self, at: int, across: range, cursor: int | None) -> Line:
        row, face, sizes = self._rows[at], self._face, self.sizes
        if row.is_group:
            blank = face.text("", sizes.column, "empty")
            return self._filled([face.group(row, sizes.label), *[blank] * len(across)], across, "plain")
        pieces = [face.label(row, sizes.label, is_here=cursor is not None)]
        for column in across:
            cell = self._content.cell(row.key, self._columns[column].key)
            pieces.append(face.cell(cell, sizes.column, has_cursor=column == cursor))
        return self._filled(pieces, across, "plain")

    def _filled(self, pieces: list[Piece], across: range, part: str) -> Line:
        rest = self.sizes.width - self.sizes.label - len(across) * self.sizes.column
        if rest > 0:
            pieces.append(self._face.text("", rest, part))
        return line_of(pieces, self.sizes.width)

    def _group(self, first: int) -> str:
        """Name of the group to which the topmost row in view belongs; empty where its heading is in view."""
        if self._rows[first].is_group:
            return ""
        above = (self._rows[at] for at in range(first - 1, -1, -1))
        return next((row.label for row in above if row.is_group), "")
