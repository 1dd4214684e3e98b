"""What the board shows: columns and lanes by number, and the cards where they cross."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from store.index import Cards, Cell, cell_of
from store.models import Priority, Raw
from store.models.raws import number_in

LanesOf = Callable[[Raw], tuple[int, ...]]
"""The numbers of the lanes that a card stands in."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: a role, or anything else that cards can be grouped by."""

    number: int
    """The role's number, or whatever the grouping counts by; 0 is nobody's lane."""
    name: str
    colour: str = "grey"
    limit: int | None = None
    """Cards that may be in active columns at once; `None`: no limit."""
    priority: Priority | None = None
    """Whose sign it carries; `None`: its colour's."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands on the board, by index and not by number."""

    column: int
    lane: int
    row: int = 0
    """Index of the card inside its cell; 0 in an empty one."""


def by_role(raw: Raw) -> tuple[int, ...]:
    """The one lane of a card where lanes are roles."""
    return (number_in(raw.get("role")),)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that are shown. There is always a lane, and a column unless the team has none."""

    columns: tuple[int, ...]
    """Numbers of the columns from left to right."""
    lanes: tuple[int, ...]
    """Numbers of the lanes from top to bottom."""
    cells: Mapping[Cell, Cards]
    lanes_of: LanesOf = by_role
    folded: frozenset[int] = frozenset()
    """Numbers of the lanes that show their heading only; for the cursor their cells are empty."""
    draft: Place | None = None
    """Where a new card is being written: it takes up this row, and the cards below it stand one lower."""

    def cell(self, place: Place) -> Cell:
        """Column and lane number of a place."""
        return self.columns[place.column], self.lanes[place.lane]

    def cards(self, column: int, lane: int) -> Cards:
        """The cards of the cell with these indexes, as far as one can get at them."""
        number = self.lanes[lane]
        return () if number in self.folded else self.cells.get((self.columns[column], number), ())

    def inside(self, column: int, lane: int) -> int:
        """How many cards the cell holds, folded or not."""
        return len(self.cells.get((self.columns[column], self.lanes[lane]), ()))

    def count(self, place: Place) -> int:
        """How many cards one can get at in the cell of a place."""
        return len(self.cards(place.column, place.lane))

    def rows(self, column: int, lane: int) -> int:
        """How many rows the cell takes up: its cards, and the one that is being written."""
        draft = self.draft
        is_written = draft is not None and (draft.column, draft.lane) == (column, lane)
        return len(self.cards(column, lane)) + is_written

    def task(self, place: Place) -> int | None:
        """The number of the card at a place; `None` where there is none."""
        if not self.columns:
            return None
        cards = self.cards(place.column, place.lane)
        return cards[place.row][1] if place.row < len(cards) else None

    def find(self, task: int, raw: Raw | None, lane: int | None = None) -> Place | None:
        """Where a card stands; `None` when it is not shown.

        Args:
            task: Its number.
            raw: Its fields.
            lane: Number of the lane that is looked at first, for cards that stand in several.
        """
        cell = cell_of(raw) if raw is not None else None
        if raw is None or cell is None or cell[0] not in self.columns:
            return None
        column, entry = self.columns.index(cell[0]), (str(raw.get("position", "")), task)
        its_lanes = [self.lanes.index(number) for number in self.lanes_of(raw) if number in self.lanes]
        for at in sorted(its_lanes, key=lambda at: (self.lanes[at] != lane, at)):
            cards = self.cards(column, at)
            row = bisect_left(cards, entry)
            if row < len(cards) and cards[row] == entry:
                return Place(column, at, row)
        return None

    def clamp(self, place: Place) -> Place:
        """The nearest place that exists."""
        if not self.columns:
            return Place(0, 0)
        column = min(place.column, len(self.columns) - 1)
        lane = min(place.lane, len(self.lanes) - 1)
        return Place(column, lane, max(0, min(place.row, len(self.cards(column, lane)) - 1)))
