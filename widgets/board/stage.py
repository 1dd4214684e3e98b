"""What the board shows of a snapshot: which lanes and cards, where the cursor is, and what is in view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.models import Raw
from store.team import Team
from widgets.board import cursor
from widgets.board.census import Census, fullest
from widgets.board.draft import Draft, begin, place_of
from widgets.board.folding import Folding
from widgets.board.grid import Grid, Place
from widgets.board.grouping import Grouping
from widgets.board.selection import Selection
from widgets.board.shown import Shown
from widgets.board.window import Window


class Stage:
    """The state that every key works on, kept right while snapshots, filters, lanes and sizes change."""

    def __init__(self) -> None:
        self.team = Team()
        self.today = date.min
        self.place = Place(0, 0)
        """The cursor."""
        self.only: int | None = None
        """Number of the one lane that is shown; `None`: all."""
        self.folding = Folding()
        self.selection = Selection()
        self._window = Window()
        self._shown = Shown()
        self._draft: Draft | None = None
        self._renumbered: dict[int, int] = {}
        self._census = self._count()
        self._grid = Grid((), (), {})
        self._arrange()

    @property
    def task(self) -> int | None:
        """The card under the cursor; `None` in an empty cell."""
        return self._grid.task(self.place)

    # --- what comes from outside -------------------------------------------------------------------------

    def update(self, team: Team, today: date, changed: frozenset[int] | None, follow: bool) -> None:
        """Show another snapshot; the cursor stays on its card, or on the one that moved up."""
        old, task, before = self._grid, self.task, self._raw(self.task)
        anchor = self._window.anchor(old, self.place)
        if changed is not None:
            # The number that a new card had until now is gone with this snapshot.
            changed |= {*self._renumbered, *self._renumbered.values()}
        self._shown.follow(self.team, team, changed)
        self.team, self.today = team, today
        self.selection.follow(team, self._renumbered)
        self._census = self._count()
        self._regrid()
        if task is not None and self._raw(task) is None:
            task = self._renumbered.get(task, task)
        self._renumbered.clear()
        # Who is writing a card stays where it will stand, even if the card above it is taken away.
        follow = follow and self._draft is None
        self.place = cursor.settle(old, self.place, self._grid, task, (before, self._raw(task)), follow)
        self._arrange()
        self._window.hold(self._grid, self.place, anchor)
        if self._window.is_roaming:
            self._window.stay()
        else:
            self._reveal()

    def show_only(self, ids: frozenset[int] | None) -> None:
        """Restrict the board to some cards, or show all again; the cursor stays on its card if it can."""
        self._shown.only(ids, self.team)
        self.folding.filter(ids is not None)
        self._window.first.clear()
        self._restage()
        if ids is not None:
            self.place = cursor.nearest(self._grid, self.place)
            self._reveal()

    def show_lane(self, lane: int | None) -> None:
        """Show one lane only, or all again; the cursor stays on its card or in its column."""
        self.only = lane
        self._restage()

    def resize(self, width: int, height: int) -> None:
        """Fit the board to another size; the cursor stays in view."""
        self._window.width, self._window.height = width, height
        self._arrange()
        self._reveal()

    def renumber(self, old_id: int, new_id: int) -> None:
        """A new card has got its real number, in this snapshot or in the next one."""
        self._renumbered[old_id] = new_id
        self._shown.renumber(old_id, new_id, self.team)
        if self._draft is not None and self._draft.under is not None and self._draft.under[1] == old_id:
            self._draft = replace(self._draft, under=(self._draft.under[0], new_id))

    # --- upkeep ------------------------------------------------------------------------------------------

    def _raw(self, task: int | None) -> Raw | None:
        return self.team.tables.get("tasks", {}).get(task) if task is not None else None

    def _find(self, task: int) -> Place | None:
        lane = self._grid.cell(self.place)[1] if self._grid.columns else None
        return self._grid.find(task, self._raw(task), lane)

    def _count(self) -> Census:
        return Census.of(self.team, self._shown.sorting, self._shown.every(self.team))

    def _restage(self) -> None:
        """The same snapshot, shown otherwise."""
        old, task, raw = self._grid, self.task, self._raw(self.task)
        self._regrid()
        self.place = cursor.settle(old, self.place, self._grid, task, (raw, raw), follow=True)
        self._arrange()
        self._reveal()

    def _regrid(self) -> None:
        columns = tuple(column.id for column in self.team.columns)
        lanes, cells = tuple(self._census.lanes), self._shown.cells(self.team)
        if self.only not in lanes:
            self.only = None
        if self.only is not None:
            lanes = (self.only,)
        elif self._shown.is_filtered:
            here = {self._draft.cell[1]} if self._draft else set()
            matching = tuple(lane for lane in lanes if lane in here or fullest(columns, lane, cells))
            lanes = matching or self._lane_of_cursor(lanes) or lanes[:1]
        self._grid = Grid(columns, lanes, cells, self._shown.sorting.lanes_of, self._folded(lanes))

    def _lane_of_cursor(self, lanes: tuple[int, ...]) -> tuple[int, ...]:
        if not self._grid.columns:
            return ()
        here = self._grid.cell(self.place)[1]
        return tuple(lane for lane in lanes if lane == here)

    def _folded(self, lanes: tuple[int, ...]) -> frozenset[int]:
        folded, key = self.folding.now, self._shown.sorting.key
        # A lane that is shown alone is there to be seen.
        if not folded or self.only is not None or self._shown.grouping is Grouping.NONE:
            return frozenset()
        # Nor is one in which a card is being written.
        written = self._draft.cell[1] if self._draft else None
        return frozenset(lane for lane in lanes if lane != written and key(lane) in folded)

    def _arrange(self) -> None:
        """Put the draft in its place, and all lanes at theirs."""
        grid = replace(self._grid, draft=None)
        if self._draft is not None and grid.columns:
            place = place_of(self._draft, grid)
            if place is None:
                self._draft = replace(begin(grid, self.place), line=self._draft.line)
                place = place_of(self._draft, grid)
            grid = replace(grid, draft=place)
        self._grid = grid
        self._window.arrange(grid, 0 if self._shown.grouping is Grouping.NONE else 1)

    def _reveal(self) -> None:
        """Scroll so that the cursor, or the card that is being written, can be seen."""
        self._window.reveal(self._grid, self._grid.draft or self.place)
