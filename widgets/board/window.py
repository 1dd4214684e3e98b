"""What part of the board is on the screen: its size, and how far it and its cells are scrolled."""

from __future__ import annotations

from store.index import Cell
from widgets.board.census import fullest
from widgets.board.grid import Grid, Place
from widgets.board.layout import Density, columns_that_fit, lay_out, lines_per_card
from widgets.board.lines import HEADING

Anchor = tuple[Cell, int, int]
"""The cursor's cell and row, and how far below the top of the screen its lane begins."""


class Window:
    """The screen's place over a grid."""

    def __init__(self) -> None:
        self.width, self.height = 80, 24
        self.density = Density.AUTO
        self.left = self.top = 0
        """Columns and lines that are scrolled out on the left and above."""
        self.first: dict[Cell, int] = {}
        """The topmost row that each scrolled cell shows."""
        self.wish = 0
        """Rows below the top of its cell where the cursor wants to be on the way sideways."""
        self.is_roaming = False
        """Whether the wheel may have taken the cursor out of view."""
        self.layout = lay_out((), 1, 1)
        self._heading = 1
        """Lines of a lane's heading."""

    def slots(self, columns: int) -> int:
        """Columns that stand side by side."""
        return columns_that_fit(self.width, columns)

    def arrange(self, grid: Grid, heading: int) -> None:
        """Lanes' heights, from the number of rows in their cells."""
        self._heading = heading
        most: list[int | None] = []
        # Only of the columns in view: cards that lie beside it must not leave blank lines.
        columns = grid.columns[self.left : self.left + self.slots(len(grid.columns))] or grid.columns
        for at, lane in enumerate(grid.lanes):
            written = grid.rows(grid.draft.column, at) if grid.draft and grid.draft.lane == at else 0
            most.append(None if lane in grid.folded else max(fullest(columns, lane, grid.cells), written))
        card = lines_per_card(self.width // self.slots(len(grid.columns)), self.height, self.density)
        self.layout = lay_out(most, max(1, self.height - HEADING), card, heading)

    def anchor(self, grid: Grid, place: Place) -> Anchor:
        """Where the cursor is on the screen."""
        if not grid.columns:
            return (0, 0), 0, 0
        return grid.cell(place), place.row, self.layout.tops[place.lane] - self.top

    def hold(self, grid: Grid, place: Place, anchor: Anchor) -> None:
        """Keep the cursor's lines where they are on the screen although others put cards in above them."""
        cell, row, below = anchor
        if not grid.columns or grid.cell(place)[1] != cell[1]:
            return
        if self.top:
            self.top = max(0, self.layout.tops[place.lane] - below)
        if grid.cell(place) == cell and self.first.get(cell):
            self.first[cell] = max(0, self.first[cell] + place.row - row)

    def reveal(self, grid: Grid, place: Place) -> None:
        """Scroll so that a row can be seen, no more than needed."""
        self.is_roaming = False
        if not grid.columns:
            return
        self._bring_in(grid, place.column)
        layout = self.layout
        count, cell = grid.rows(place.column, place.lane), grid.cell(place)
        first = layout.scrolled(place.lane, count, self.first.get(cell, 0), place.row)
        self.first[cell] = first
        self.wish = place.row - first
        line = layout.tops[place.lane] + layout.heading + self.wish * layout.card
        lines = layout.card if count else min(1, layout.heights[place.lane])
        self.top = layout.revealed(layout.clamped(self.top), place.lane, line, lines)

    def _bring_in(self, grid: Grid, column: int) -> None:
        """Scroll sideways so that a column can be seen; the lanes are as high as what is in view then."""
        slots = self.slots(len(grid.columns))
        left = max(column - slots + 1, min(self.left, column))
        left = max(0, min(left, len(grid.columns) - slots))
        if left != self.left:
            self.left = left
            self.arrange(grid, self._heading)

    def stay(self) -> None:
        """Keep the view where the wheel has put it, as far as that still exists."""
        self.top = self.layout.clamped(self.top)

    def wheel(self, grid: Grid, place: Place | None, step: int) -> None:
        """Scroll the cell under the mouse; where it has no more, the board."""
        self.is_roaming = True
        if place is not None:
            count, cell = grid.rows(place.column, place.lane), grid.cell(place)
            first = self.first.get(cell, 0)
            moved = max(0, min(first + step, self.layout.last_first(place.lane, count)))
            if moved != first:
                self.first[cell] = moved
                return
        self.top = self.layout.clamped(self.top + step * self.layout.card)

    def pan(self, grid: Grid, right: int, down: int) -> None:
        """Scroll the board by a column or a card's lines."""
        self.is_roaming = True
        columns = len(grid.columns)
        self.left = max(0, min(self.left + right, columns - self.slots(columns)))
        self.arrange(grid, self._heading)
        self.top = self.layout.clamped(self.top + down * self.layout.card)
