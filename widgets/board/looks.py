"""How the things on the board look beside what they say: cursor, selection, the draft, what is dragged."""

from __future__ import annotations

from dataclasses import dataclass

from store.index import Cell
from widgets.board.grid import Grid, Place
from widgets.board.rows import NOTHING_WRITTEN, DraftLine, Look


@dataclass(frozen=True, slots=True)
class Target:
    """Where something that is dragged would be put."""

    cell: Cell
    """Column and lane, by number."""
    below: int | None
    """The card that it would stand under; `None`: on top."""


@dataclass(frozen=True, slots=True)
class Drag:
    """Cards on their way with the mouse."""

    tasks: tuple[int, ...]
    source: Cell
    """Where they were taken; by number."""
    target: Target | None = None
    """`None`: nowhere."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What is where on a grid."""

    cursor: Place
    selected: frozenset[int] = frozenset()
    draft: DraftLine = NOTHING_WRITTEN
    drag: Drag | None = None
    hint: str = ""
    """What an empty cell says under the cursor."""
    drop_hint: str = ""
    """What an empty cell says while something is dragged over it."""

    def of_card(self, grid: Grid, place: Place, task: int) -> Look:
        """The look of a card."""
        if self.drag is not None:
            target = self.drag.target
            if target is not None and target.below == task and target.cell == grid.cell(place):
                return Look.TARGET
            if task in self.drag.tasks:
                return Look.CARRIED
        is_current = place == self.cursor and grid.draft is None
        if task in self.selected:
            return Look.BOTH if is_current else Look.SELECTED
        return Look.CURRENT if is_current else Look.PLAIN

    def of_cell(self, grid: Grid, column: int, lane: int) -> Look:
        """The look of an empty cell."""
        if self._is_target(grid, column, lane):
            return Look.TARGET
        return Look.CURRENT if self._has_cursor(grid, column, lane) else Look.PLAIN

    def of_heading(self, grid: Grid, column: int, lane: int) -> Look:
        """The look of a lane's heading: it stands for the top of a cell, or for all of a folded one."""
        is_folded = grid.lanes[lane] in grid.folded
        if self._is_target(grid, column, lane) and (is_folded or grid.inside(column, lane)):
            return Look.TARGET
        return Look.CURRENT if is_folded and self._has_cursor(grid, column, lane) else Look.PLAIN

    def hint_for(self, look: Look) -> str:
        """What an empty cell with this look says."""
        return self.drop_hint if look is Look.TARGET else self.hint

    def _has_cursor(self, grid: Grid, column: int, lane: int) -> bool:
        if self.drag is not None or grid.draft is not None:
            return False
        return (self.cursor.column, self.cursor.lane) == (column, lane)

    def _is_target(self, grid: Grid, column: int, lane: int) -> bool:
        target = self.drag.target if self.drag else None
        if target is None or target.cell != (grid.columns[column], grid.lanes[lane]):
            return False
        return target.below is None or target.cell[1] in grid.folded
