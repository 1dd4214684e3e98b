"""What the board shows: columns and lanes by number, and the cards where they cross."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from store.index import Cards, Cell, cell_of
from store.models import Raw


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: today a role; anything else that cards can be grouped by has the same shape."""

    key: int
    """The role's number; 0 is nobody's lane."""
    name: str
    colour: str = "grey"
    limit: int | None = None
    """Cards that may be in active columns at once; `None`: no limit."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands on the board, by index and not by number."""

    column: int
    lane: int
    row: int = 0
    """Index of the card inside its cell; 0 in an empty one."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that are shown. There is always a lane, and a column unless the team has none."""

    columns: tuple[int, ...]
    """Numbers of the columns from left to right."""
    lanes: tuple[int, ...]
    """Keys of the lanes from top to bottom."""
    cells: Mapping[Cell, Cards]

    def cell(self, place: Place) -> Cell:
        """Column number and lane key of a place."""
        return self.columns[place.column], self.lanes[place.lane]

    def cards(self, column: int, lane: int) -> Cards:
        """The cards of the cell with these indexes."""
        return self.cells.get((self.columns[column], self.lanes[lane]), ())

    def count(self, place: Place) -> int:
        """How many cards the cell of a place holds."""
        return len(self.cards(place.column, place.lane))

    def task(self, place: Place) -> int | None:
        """The number of the card at a place; `None` where there is none."""
        if not self.columns:
            return None
        cards = self.cards(place.column, place.lane)
        return cards[place.row][1] if place.row < len(cards) else None

    def find(self, task: int, raw: Raw | None) -> Place | None:
        """Where a card stands; `None` when it is not shown."""
        cell = cell_of(raw) if raw is not None else None
        if raw is None or cell is None or cell[0] not in self.columns or cell[1] not in self.lanes:
            return None
        entry = str(raw.get("position", "")), task
        cards = self.cells.get(cell, ())
        row = bisect_left(cards, entry)
        if row == len(cards) or cards[row] != entry:
            return None
        return Place(self.columns.index(cell[0]), self.lanes.index(cell[1]), row)

    def clamp(self, place: Place) -> Place:
        """The nearest place that exists."""
        if not self.columns:
            return Place(0, 0)
        column = min(place.column, len(self.columns) - 1)
        lane = min(place.lane, len(self.lanes) - 1)
        return Place(column, lane, max(0, min(place.row, len(self.cards(column, lane)) - 1)))
