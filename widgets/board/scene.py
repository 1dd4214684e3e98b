"""The board without a terminal: everything that keys and the mouse do to what is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.index import Cell
from store.team import Team
from widgets.board.carrying import target_of, up_to_date
from widgets.board.draft import above, begin
from widgets.board.grid import Grid, Place
from widgets.board.grouping import Grouping, LaneKey
from widgets.board.hits import Hit
from widgets.board.layout import Density
from widgets.board.lines import View
from widgets.board.looks import Drag, Looks
from widgets.board.rows import NOTHING_WRITTEN, DraftLine
from widgets.board.walks import Walks


class Scene(Walks):
    """Decides what the board's lines say, and how keys change it."""

    def __init__(self) -> None:
        super().__init__()
        self.drag: Drag | None = None
        self._left_at: dict[LaneKey, int] = {}
        """The card that the cursor was on when its lane was folded."""

    # --- questions ---------------------------------------------------------------------------------------

    @property
    def grouping(self) -> Grouping:
        """What the lanes stand for."""
        return self._shown.grouping

    @property
    def density(self) -> Density:
        """How much room a card takes."""
        return self._window.density

    @property
    def lane(self) -> LaneKey:
        """The cursor's lane."""
        return self.key(self.cell[1]) if self._grid.columns else LaneKey(self.grouping)

    @property
    def lane_name(self) -> str:
        """What the cursor's lane is called."""
        lane = self._census.lanes.get(self.cell[1])
        return lane.name if lane is not None else ""

    @property
    def slots(self) -> int:
        """Columns that stand side by side."""
        return self._window.slots(len(self._grid.columns))

    @property
    def grid(self) -> Grid:
        """What is shown, in view or scrolled out of it."""
        return self._grid

    @property
    def is_filtered(self) -> bool:
        """Whether only some cards are shown."""
        return self._shown.is_filtered

    @property
    def is_drafting(self) -> bool:
        """Whether a card is being written."""
        return self._draft is not None

    @property
    def draft_place(self) -> tuple[int, LaneKey, int | None]:
        """Column and lane of the card that is being written, or would be, and the card above it."""
        if self._draft is None or not self._grid.columns:
            return self.cell[0], self.lane, self.task
        column, lane = self._draft.cell
        return column, self.key(lane), above(self._draft, self._grid)

    @property
    def is_roaming(self) -> bool:
        """Whether the mouse may have taken the cursor out of view."""
        return self._window.is_roaming

    def lane_at(self, place: Place) -> LaneKey:
        """The lane of a place."""
        return self.key(self._grid.lanes[place.lane])

    def number(self, key: LaneKey) -> int | None:
        """The number of a lane; `None` when it is not there."""
        return next((lane for lane in self._census.lanes if self.key(lane) == key), None)

    def in_order(self, tasks: frozenset[int]) -> tuple[int, ...]:
        """Cards as they stand on the board, column by column; those that are not shown come last."""
        last = Place(len(self._grid.columns), 0)
        places = {task: self._find(task) or last for task in tasks}
        return tuple(sorted(tasks, key=lambda t: (places[t].column, places[t].lane, places[t].row, t)))

    def view(self, hint: str = "", drop_hint: str = "") -> View:
        """What the lines say now."""
        line = self._draft.line if self._draft else NOTHING_WRITTEN
        looks = Looks(self.place, self.selection.tasks, line, self.drag, hint, drop_hint)
        window = self._window
        return View(
            self._grid,
            window.layout,
            self._census,
            self.team.columns,
            window.first,
            looks,
            window.left,
            self.slots,
            window.top,
        )

    # --- lanes and cards ---------------------------------------------------------------------------------

    def group_by(self, grouping: Grouping) -> None:
        """Sort the cards into other lanes; the cursor stays on its card."""
        if grouping is self.grouping:
            return
        task, column = self.task, self.place.column
        self.only = self.drag = self._draft = None
        self._shown.group_by(grouping, self.team)
        self._census = self._count()
        self._window.first.clear()
        self._left_at.clear()
        self._regrid()
        found = self._grid.find(task, self._raw(task)) if task is not None else None
        self.place = found or self._grid.clamp(Place(column, 0))
        self._arrange()
        self._reveal()

    def set_density(self, density: Density) -> None:
        """Give cards more room, or less."""
        self._window.density = density
        self._arrange()
        self._reveal()

    def set_folded(self, keys: frozenset[LaneKey]) -> None:
        """Fold these lanes and no others."""
        self.folding.kept = keys
        self._restage()

    def fold(self, key: LaneKey | None = None) -> None:
        """Fold a lane, or open it again; `None`: the cursor's. One that was shown alone joins the others."""
        key = key or self.lane
        self._fold(frozenset({key}), key not in self.folding.now or self.only is not None)

    @property
    def all_folded(self) -> bool:
        """Whether every lane there is is folded."""
        return self.folding.now.issuperset(map(self.key, self._census.lanes))

    def fold_all(self, fold: bool) -> None:
        """Fold all lanes, or open them."""
        self._fold(frozenset(map(self.key, self._census.lanes)), fold)

    def _fold(self, keys: frozenset[LaneKey], fold: bool) -> None:
        if self.grouping is Grouping.NONE:
            return
        here, task = self.lane, self.task
        self.only = None
        self.folding.fold(keys, fold)
        self._restage()
        if here not in keys:
            return
        if fold and task is not None:
            self._left_at[here] = task
        elif not fold and (left := self._left_at.pop(here, None)) is not None:
            found = self._find(left)
            if found is not None and (found.column, found.lane) == (self.place.column, self.place.lane):
                self.put(found)

    def toggle_selected(self) -> None:
        """Take the card under the cursor into the selection, or out of it, and go on to the next."""
        if (task := self.task) is not None:
            self.selection.toggle(task)
            self.vertical(1)

    def select_cell(self) -> None:
        """Take all cards of the cell into the selection; when they are in, out of it."""
        if self._grid.columns:
            cards = self._grid.cards(self.place.column, self.place.lane)
            self.selection.toggle_all(task for _, task in cards)

    # --- writing a card ----------------------------------------------------------------------------------

    def begin_draft(self) -> None:
        """Make room for a new card under the one under the cursor."""
        if not self._grid.columns:
            return
        if self._grid.cell(self.place)[1] in self._grid.folded:
            self.fold()
        self._draft = begin(self._grid, self.place)
        self._arrange()
        self._reveal()

    def show_draft(self, text: str, at: int) -> None:
        """Show what is written so far."""
        if self._draft is not None:
            self._draft = replace(self._draft, line=DraftLine(text, at))
            if self._window.is_roaming:
                self._reveal()

    def end_draft(self) -> None:
        """Close the gap again."""
        self._draft = None
        self._arrange()
        self._reveal()

    # --- the mouse ---------------------------------------------------------------------------------------

    def wheel(self, place: Place | None, step: int) -> None:
        """Scroll the cell under the mouse; where it has no more, the board. The cursor stays."""
        self._window.wheel(self._grid, place, step)

    def pan(self, right: int, down: int) -> None:
        """Bring what lies beyond the edge into view: a column, or a card's lines."""
        self._window.pan(self._grid, right, down)

    def click_column(self, column: int) -> None:
        """Put the cursor into the column with this index, in its lane."""
        self.put(self._grid.clamp(replace(self.place, column=column)))

    def card_at(self, place: Place) -> tuple[int, Cell] | None:
        """The card at a place and its cell, both by number; `None` where there is none."""
        task = self._grid.task(place)
        return None if task is None else (task, self._grid.cell(place))

    def lift(self, task: int, source: Cell) -> None:
        """Take up a card from its cell, with all that are selected if it is one of them."""
        several = self.selection.tasks
        tasks = self.in_order(several) if task in several else (task,)
        self.drag = up_to_date(Drag(tasks, source), self._grid, self.team)

    def carry(self, hit: Hit | None) -> None:
        """Hold what was taken up over something."""
        if self.drag is not None:
            target = target_of(self._grid, hit, self.drag.tasks, self.grouping)
            self.drag = replace(self.drag, target=target)

    def put_down(self) -> Drag | None:
        """Let go of what was taken up; `None` when that was nowhere."""
        drag, self.drag = self.drag, None
        return drag if drag is not None and drag.target is not None else None

    def update(self, team: Team, today: date, changed: frozenset[int] | None, follow: bool) -> None:
        """Show another snapshot; what is being dragged and was put away meanwhile is let go."""
        super().update(team, today, changed, follow)
        if self.drag is not None:
            self.drag = up_to_date(self.drag, self._grid, team)
