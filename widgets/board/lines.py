"""Which line of the board says what: from grid, layout and scroll offsets to rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.index import Cell
from store.models import Column
from widgets.board.census import Census
from widgets.board.grid import Grid, Place
from widgets.board.layout import Layout
from widgets.board.rows import BLANK, CardLine, ColumnHead, LaneHead, More, Row, Vacant

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
    """The topmost card that each scrolled cell shows."""
    place: Place
    """The cursor."""
    left: int
    """Index of the leftmost column in view."""
    slots: int
    """Columns that stand side by side."""
    top: int
    """Lines that are scrolled out above."""
    hint: str
    """What an empty cell says under the cursor."""

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
            lines = [BLANK, Vacant(self.hint)]
        return lines + [BLANK] * (HEADING + layout.viewport - len(lines))

    def place_at(self, slot: int, y: int) -> tuple[Place | None, bool]:
        """The place that is drawn at a line of a column in view, and whether a card is there."""
        line, column = self.top + y - HEADING, self.left + slot
        if y < HEADING or line >= self.layout.total or column >= len(self.columns):
            return None, False
        lane = self.layout.lane_at(line)
        inside = line - self.layout.tops[lane] - 1
        count = len(self.grid.cards(column, lane))
        first = self._first(column, lane, count)
        row = first + inside // self.layout.card
        on_card = inside >= 0 and row < min(count, first + self.layout.capacity(lane, count))
        return self.grid.clamp(Place(column, lane, row if on_card else first)), on_card

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
        cards, height = self.grid.cards(column, lane), self.layout.heights[lane]
        count = len(cards)
        first, capacity = self._first(column, lane, count), self.layout.capacity(lane, count)
        here = self.place.column == column and self.place.lane == lane
        rows: list[Row] = [self._lane_head(slot, lane, count)]
        for row in range(first, min(count, first + capacity)):
            task, selected = cards[row][1], here and row == self.place.row
            rows += [CardLine(task, line, selected) for line in range(self.layout.card)]
        if here and not count:
            rows.append(Vacant(self.hint))
        rows += [BLANK] * (height + 1 - len(rows))
        if capacity < count:
            rows[height] = More(first, count - first - capacity)
        return rows

    def _lane_head(self, slot: int, lane: int, count: int) -> LaneHead:
        shown = self.census.lanes[self.grid.lanes[lane]]
        if slot:
            return LaneHead("", shown.colour, 0, None, count)
        return LaneHead(shown.name, shown.colour, self.census.loads.get(shown.key, 0), shown.limit, count)

    def _first(self, column: int, lane: int, count: int) -> int:
        first = self.first.get((self.grid.columns[column], self.grid.lanes[lane]), 0)
        return min(first, self.layout.last_first(lane, count)) if first else 0
