"""Where the keys take the cursor on what is shown."""

from __future__ import annotations

from dataclasses import replace

from store.index import Cell
from widgets.board import cursor
from widgets.board.grid import Place
from widgets.board.grouping import LaneKey
from widgets.board.stage import Stage


class Walks(Stage):
    """The cursor's moves; each leaves it in view."""

    @property
    def cell(self) -> Cell:
        """Column and lane of the cursor, by number; zeros while the team has no columns."""
        return self._grid.cell(self.place) if self._grid.columns else (0, 0)

    def key(self, lane: int) -> LaneKey:
        """What a lane stands for."""
        return self._shown.sorting.key(lane)

    def put(self, place: Place) -> None:
        """Put the cursor somewhere."""
        self.place = place
        self._reveal()

    def sideways(self, step: int) -> None:
        """One column to the side."""
        if self._grid.columns:
            wish = self._window.wish
            self.put(cursor.sideways(self._grid, self.place, step, self._window.first, wish))
            self._window.wish = wish  # kept on the way through empty cells

    def vertical(self, step: int) -> None:
        """Cards up or down."""
        if self._grid.columns:
            self.put(cursor.vertical(self._grid, self.place, step))

    def page(self, step: int) -> None:
        """A cellful up or down."""
        if self._grid.columns:
            capacity = self._window.layout.capacity(self.place.lane, self._grid.count(self.place))
            self.vertical(step * max(2, capacity))

    def edge(self, down: bool) -> None:
        """To the first or last card of the cell, then of the column."""
        if self._grid.columns:
            self.put(cursor.edge(self._grid, self.place, down))

    def walk_lanes(self, step: int) -> None:
        """Show the cursor's lane alone; then the next one or the one before it."""
        lanes = list(self._census.lanes)
        if self.only in lanes:
            self.show_lane(lanes[(lanes.index(self.only) + step) % len(lanes)])
        else:
            self.show_lane(self.cell[1])

    def select(self, task: int) -> bool:
        """Put the cursor on a card, if need be by opening its lane; `False` when it is not on the board."""
        place = self._find(task)
        if place is None:
            all_lanes = replace(self._grid, lanes=tuple(self._census.lanes), folded=frozenset())
            hidden = all_lanes.find(task, self._raw(task))
            if hidden is None:
                return False
            lane = all_lanes.lanes[hidden.lane]
            self.only = None
            self.folding.fold(frozenset({self.key(lane)}), False)
            self._restage()
            place = self._find(task)
        if place is not None:
            self.put(place)
        return place is not None
