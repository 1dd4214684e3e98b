"""The board's state without a terminal: what is shown, where the cursor is, what is scrolled where."""

from __future__ import annotations

from datetime import date

from store.index import Cell
from store.models import Raw
from store.team import Team
from widgets.board import cursor
from widgets.board.census import Census, fullest
from widgets.board.grid import Grid, Place
from widgets.board.layout import columns_that_fit, lay_out, lines_per_card
from widgets.board.lines import HEADING, View
from widgets.board.shown import Shown


class Scene:
    """Everything that decides what the board's lines say, and how keys change it."""

    def __init__(self) -> None:
        self.team = Team()
        self.today = date.min
        self.place = Place(0, 0)
        self.only: int | None = None
        """Key of the one lane that is shown; `None`: all."""
        self._width, self._height = 80, 24
        self._left = self._top = 0
        self._first: dict[Cell, int] = {}
        self._wish = 0
        """Cards below the top of its cell where the cursor wants to be on the way sideways."""
        self._roaming = False
        """Whether the wheel may have taken the cursor out of view."""
        self._renumbered: dict[int, int] = {}
        self._shown = Shown()
        self._census = Census.of(self.team)
        self._grid = Grid((), (), {})
        self._arrange()

    # --- questions ---------------------------------------------------------------------------------------

    @property
    def task(self) -> int | None:
        """The card under the cursor; `None` in an empty cell."""
        return self._grid.task(self.place)

    @property
    def cell(self) -> Cell:
        """Column and lane of the cursor, by number; zeros while the team has no columns."""
        return self._grid.cell(self.place) if self._grid.columns else (0, 0)

    @property
    def slots(self) -> int:
        """Columns that stand side by side."""
        return columns_that_fit(self._width, len(self._grid.columns))

    @property
    def grid(self) -> Grid:
        """What is shown, in view or scrolled out of it."""
        return self._grid

    @property
    def is_filtered(self) -> bool:
        """Whether only some cards are shown."""
        return self._shown.is_filtered

    def view(self, hint: str = "") -> View:
        """What the lines say now."""
        return View(
            self._grid,
            self._layout,
            self._census,
            self.team.columns,
            self._first,
            self.place,
            self._left,
            self.slots,
            self._top,
            hint,
        )

    # --- what comes from outside -------------------------------------------------------------------------

    def update(self, team: Team, today: date, changed: frozenset[int] | None, follow: bool) -> None:
        """Show another snapshot; the cursor stays on its card, or on the one that moved up."""
        old, task, before = self._grid, self.task, self._raw(self.task)
        anchor = self._anchor()
        self._shown.follow(self.team, team, changed)
        self.team, self.today = team, today
        self._census = Census.of(team)
        self._regrid()
        if task is not None and self._raw(task) is None:
            task = self._renumbered.get(task, task)
        self._renumbered.clear()
        self.place = cursor.settle(old, self.place, self._grid, task, (before, self._raw(task)), follow)
        self._arrange()
        self._hold(anchor)
        if self._roaming:
            self._top = self._layout.clamped(self._top)
        else:
            self._reveal()

    def show_only(self, ids: frozenset[int] | None) -> None:
        """Restrict the board to some cards, or show all again; the cursor stays on its card if it can."""
        old, task, raw = self._grid, self.task, self._raw(self.task)
        self._shown.only(ids, self.team)
        self._regrid()
        place = cursor.settle(old, self.place, self._grid, task, (raw, raw), follow=True)
        self.place = place if ids is None else cursor.nearest(self._grid, place)
        self._first.clear()
        self._arrange()
        self._reveal()

    def show_lane(self, key: int | None) -> None:
        """Show one lane only, or all again; the cursor stays on its card or in its column."""
        old, task, raw = self._grid, self.task, self._raw(self.task)
        self.only = key
        self._regrid()
        self.place = cursor.settle(old, self.place, self._grid, task, (raw, raw), follow=True)
        self._arrange()
        self._reveal()

    def resize(self, width: int, height: int) -> None:
        """Fit the board to another size; the cursor stays in view."""
        self._width, self._height = width, height
        self._arrange()
        self._reveal()

    def select(self, task: int) -> bool:
        """Put the cursor on a card, if need be by showing all lanes; `False` when it is not on the board."""
        only = self.only
        if self._find(task) is None and only is not None:
            self.show_lane(None)
        place = self._find(task)
        if place is not None:
            self.put(place)
        elif only != self.only:
            self.show_lane(only)
        return place is not None

    def renumber(self, old_id: int, new_id: int) -> None:
        """A new card has got its real number, in this snapshot or in the next one."""
        self._renumbered[old_id] = new_id
        self._shown.renumber(old_id, new_id, self.team)

    # --- the cursor --------------------------------------------------------------------------------------

    def put(self, place: Place) -> None:
        """Put the cursor somewhere."""
        self.place = place
        self._reveal()

    def sideways(self, step: int) -> None:
        """One column to the side."""
        if self._grid.columns:
            wish = self._wish
            self.put(cursor.sideways(self._grid, self.place, step, self._first, wish))
            self._wish = wish  # kept on the way through empty cells

    def vertical(self, step: int) -> None:
        """Cards up or down."""
        if self._grid.columns:
            self.put(cursor.vertical(self._grid, self.place, step))

    def page(self, step: int) -> None:
        """A cellful up or down."""
        if self._grid.columns:
            capacity = self._layout.capacity(self.place.lane, self._grid.count(self.place))
            self.vertical(step * max(2, capacity))

    def edge(self, down: bool) -> None:
        """To the first or last card of the cell, then of the column."""
        if self._grid.columns:
            self.put(cursor.edge(self._grid, self.place, down))

    def walk_lanes(self, step: int) -> None:
        """Show the cursor's lane alone; then the next one or the one before it."""
        keys = list(self._census.lanes)
        if self.only in keys:
            self.show_lane(keys[(keys.index(self.only) + step) % len(keys)])
        else:
            self.show_lane(self.cell[1])

    def wheel(self, place: Place | None, step: int) -> None:
        """Scroll the cell under the mouse; where it has no more, the board. The cursor stays."""
        self._roaming = True
        if place is not None:
            count, cell = self._grid.count(place), self._grid.cell(place)
            first = self._first.get(cell, 0)
            moved = max(0, min(first + step, self._layout.last_first(place.lane, count)))
            if moved != first:
                self._first[cell] = moved
                return
        self._top = self._layout.clamped(self._top + step * self._layout.card)

    # --- upkeep ------------------------------------------------------------------------------------------

    def _raw(self, task: int | None) -> Raw | None:
        return self.team.tables.get("tasks", {}).get(task) if task is not None else None

    def _find(self, task: int) -> Place | None:
        return self._grid.find(task, self._raw(task))

    def _regrid(self) -> None:
        columns = tuple(column.id for column in self.team.columns)
        cells = self._shown.cells(self.team)
        lanes = tuple(self._census.lanes)
        if self.only not in lanes:
            self.only = None
        if self.only is not None:
            lanes = (self.only,)
        elif self._shown.is_filtered:
            matching = tuple(lane for lane in lanes if fullest(columns, lane, cells))
            lanes = matching or tuple(lane for lane in lanes if lane == self.cell[1]) or lanes[:1]
        self._grid = Grid(columns, lanes, cells)

    def _arrange(self) -> None:
        """Lanes' heights, from the number of cards in their cells."""
        grid = self._grid
        most = [fullest(grid.columns, lane, grid.cells) for lane in grid.lanes]
        card = lines_per_card(self._width // self.slots, self._height)
        self._layout = lay_out(most, max(1, self._height - HEADING), card)

    def _anchor(self) -> tuple[Cell, int, int]:
        """The cursor's cell and row, and how far below the top of the screen its lane begins."""
        top = self._layout.tops[self.place.lane] if self._grid.columns else 0
        return self.cell, self.place.row, top - self._top

    def _hold(self, anchor: tuple[Cell, int, int]) -> None:
        """Keep the cursor's lines where they are on the screen although others put cards in above them."""
        cell, row, below = anchor
        if not self._grid.columns or self.cell[1] != cell[1]:
            return
        if self._top:
            self._top = max(0, self._layout.tops[self.place.lane] - below)
        if self.cell == cell and self._first.get(cell):
            self._first[cell] = max(0, self._first[cell] + self.place.row - row)

    def _reveal(self) -> None:
        """Scroll so that the cursor can be seen, no more than needed."""
        self._roaming = False
        grid, place, layout = self._grid, self.place, self._layout
        if not grid.columns:
            return
        count, cell = grid.count(place), grid.cell(place)
        first = layout.scrolled(place.lane, count, self._first.get(cell, 0), place.row)
        self._first[cell] = first
        self._wish = place.row - first
        line = layout.tops[place.lane] + 1 + self._wish * layout.card
        self._top = layout.revealed(layout.clamped(self._top), place.lane, line, layout.card if count else 1)
        self._left = max(place.column - self.slots + 1, min(self._left, place.column))
        self._left = max(0, min(self._left, len(grid.columns) - self.slots))
