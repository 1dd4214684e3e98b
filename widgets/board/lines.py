"""Which line of the board says what: from grid, layout and scroll offsets to rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.index import Cell
from store.models import Column
from widgets.board.census import Census
from widgets.board.grid import Grid, Place
from widgets.board.layout import Layout
from widgets.board.looks import Looks
from widgets.board.rows import BLANK, CardLine, ColumnHead, LaneHead, Look, More, Row, Vacant

HEADING = 1
"""Lines of the columns' headings."""


@dataclass(frozen=True, slots=True)
class View:
    """Everything that decides what the lines of the board say at one moment."""

    grid: Grid
    layout: Layout
    census: Census
    columns: tuple[Column, ...]
    first: Mapping[Cell, int]
    """The topmost row that each scrolled cell shows."""
    looks: Looks
    left: int
    """Index of the leftmost column in view."""
    slots: int
    """Columns that stand side by side."""
    top: int
    """Lines that are scrolled out above."""

    def rows(self, slot: int) -> list[Row]:
        """The lines of one column in view, from its heading to the bottom of the screen."""
        lines: list[Row] = []
        layout, bottom = self.layout, self.top + self.layout.viewport
        column = self.left + slot
        if column < len(self.columns):
            lane = layout.lane_at(self.top)
            skipped = self.top - layout.tops[lane] if layout.tops else 0
            while lane < len(layout.tops) and layout.tops[lane] < bottom:
                lines += self._lane(slot, column, lane)
                lane += 1
            lines = [self._head(slot, column), *lines[skipped : skipped + layout.viewport]]
        elif not self.columns and slot == 0:
            lines = [BLANK, Vacant(self.looks.hint)]
        return lines + [BLANK] * (HEADING + layout.viewport - len(lines))

    def first_row(self, column: int, lane: int) -> int:
        """Index of the topmost row in view of the cell with these indexes."""
        first = self.first.get((self.grid.columns[column], self.grid.lanes[lane]), 0)
        return min(first, self.layout.last_first(lane, self.grid.rows(column, lane))) if first else 0

    def _head(self, slot: int, column: int) -> ColumnHead:
        document = self.columns[column]
        return ColumnHead(
            name=document.name,
            kind=document.kind,
            count=self.census.cards.get(document.id, 0),
            limit=document.wip_limit,
            hidden_left=self.left if slot == 0 else 0,
            hidden_right=len(self.columns) - self.left - self.slots if slot == self.slots - 1 else 0,
        )

    def _lane(self, slot: int, column: int, lane: int) -> list[Row]:
        height, heading = self.layout.heights[lane], self.layout.heading
        count = self.grid.rows(column, lane)
        first, capacity = self.first_row(column, lane), self.layout.capacity(lane, count)
        rows: list[Row] = [self._lane_head(slot, column, lane)] if heading else []
        for row in range(first, min(count, first + capacity)):
            rows += self._card(column, lane, row)
        if height and not count:
            look = self.looks.of_cell(self.grid, column, lane)
            rows.append(Vacant(self.looks.hint_for(look), look) if look is not Look.PLAIN else BLANK)
        rows += [BLANK] * (height + heading - len(rows))
        if capacity < count:
            rows[height + heading - 1] = More(first, count - first - capacity)
        return rows

    def _card(self, column: int, lane: int, row: int) -> list[Row]:
        """The lines of one row of a cell: a card, or the one that is being written."""
        draft, lines = self.grid.draft, self.layout.card
        if draft is not None and (draft.column, draft.lane) == (column, lane) and row >= draft.row:
            if row == draft.row:
                return [self.looks.draft, *[BLANK] * (lines - 1)]
            row -= 1
        task = self.grid.cards(column, lane)[row][1]
        look = self.looks.of_card(self.grid, Place(column, lane, row), task)
        return [CardLine(task, line, look) for line in range(lines)]

    def _lane_head(self, slot: int, column: int, lane: int) -> LaneHead:
        number, count = self.grid.lanes[lane], self.grid.inside(column, lane)
        shown, is_folded = self.census.lanes[number], number in self.grid.folded
        look = self.looks.of_heading(self.grid, column, lane)
        if slot:
            return LaneHead("", shown.colour, 0, None, count, is_folded=is_folded, look=look)
        load = self.census.loads.get(number, 0)
        return LaneHead(shown.name, shown.colour, load, shown.limit, count, shown.priority, is_folded, look)
