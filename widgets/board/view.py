"""The kanban board: one widget that has the focus, and one plain column for each step of work in view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.index import Cell
from store.team import Team
from widgets.board.column import ColumnView
from widgets.board.grid import Place
from widgets.board.painter import Painter
from widgets.board.palette import CSS, PARTS, PREFIX
from widgets.board.scene import Scene
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


class BoardView(Widget, can_focus=True):
    """Columns are steps of work, lanes are roles, and the cursor is on a card or in an empty cell.

    It binds no keys: the screen calls its actions from the one key table. No action changes focus, layout or
    display, and only lines that look different are drawn again.
    """

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES = {PREFIX + part for part in PARTS}

    HINT_EMPTY = "a adds a card"
    """What an empty cell says under the cursor."""
    HINT_FILTERED = "nothing matches"
    """The same while a filter is on."""
    HINT_NO_COLUMNS = "This team has no columns yet."

    @dataclass
    class CursorMoved(Message):
        """Another card is under the cursor, or none."""

        task: int | None

    @dataclass
    class Opened(Message):
        """The person wants to see this card."""

        task: int

    def __init__(
        self,
        *,
        signs: Signs = UNICODE,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._signs = signs
        self._scene = Scene()
        self._columns: list[ColumnView] = []
        self._painter: Painter | None = None
        self._told: int | None = None
        self._restyling = False

    # --- what it shows -----------------------------------------------------------------------------------

    @property
    def cursor_task(self) -> int | None:
        """The number of the card under the cursor; `None` in an empty cell."""
        return self._scene.task

    @property
    def cursor_cell(self) -> Cell:
        """Numbers of the cursor's column and role; role 0 is nobody's lane."""
        return self._scene.cell

    @property
    def only_lane(self) -> int | None:
        """Number of the one role that is shown; `None`: all."""
        return self._scene.only

    @property
    def lines_drawn(self) -> int:
        """Lines drawn so far, for tests and benchmarks."""
        return sum(column.lines_drawn for column in self._columns)

    def update(
        self, team: Team, today: date, changed: frozenset[int] | None = None, follow: bool = True
    ) -> None:
        """Show another snapshot.

        Args:
            team: The snapshot.
            today: The day it is for the team.
            changed: Tasks that differ from the last snapshot; `None`: any.
            follow: Whether the cursor goes with its card into another cell; otherwise it stays in its row, on
                the card that moved up.
        """
        self._scene.update(team, today, changed, follow)
        self._fit_columns()
        self._paint()

    def show_only(self, ids: frozenset[int] | None) -> None:
        """Show these cards only; `None`: all."""
        self._scene.show_only(ids)
        self._paint()

    def show_lane(self, role: int | None) -> None:
        """Show one role's lane only; `None`: all."""
        self._scene.show_lane(role)
        self._paint()

    def select_task(self, id: int) -> bool:
        """Put the cursor on a card; `False` when it is not on the board."""
        found = self._scene.select(id)
        self._paint()
        return found

    def renumber(self, old_id: int, new_id: int) -> None:
        """A new card has got its real number; to be called before the snapshot that has it, or after."""
        self._scene.renumber(old_id, new_id)

    # --- actions -----------------------------------------------------------------------------------------

    def action_cursor_left(self) -> None:
        """Move to the column on the left."""
        self._scene.sideways(-1)
        self._paint()

    def action_cursor_right(self) -> None:
        """Move to the column on the right."""
        self._scene.sideways(1)
        self._paint()

    def action_cursor_up(self) -> None:
        """Move to the card above."""
        self._scene.vertical(-1)
        self._paint()

    def action_cursor_down(self) -> None:
        """Move to the card below."""
        self._scene.vertical(1)
        self._paint()

    def action_cursor_home(self) -> None:
        """Move to the first card of the cell; again: of the column."""
        self._scene.edge(down=False)
        self._paint()

    def action_cursor_end(self) -> None:
        """Move to the last card of the cell; again: of the column."""
        self._scene.edge(down=True)
        self._paint()

    def action_page_up(self) -> None:
        """Move up by as many cards as the cell shows."""
        self._scene.page(-1)
        self._paint()

    def action_page_down(self) -> None:
        """Move down by as many cards as the cell shows."""
        self._scene.page(1)
        self._paint()

    def action_next_lane(self) -> None:
        """Show the cursor's lane alone, then the next one."""
        self._scene.walk_lanes(1)
        self._paint()

    def action_previous_lane(self) -> None:
        """Show the cursor's lane alone, then the one before it."""
        self._scene.walk_lanes(-1)
        self._paint()

    def action_all_lanes(self) -> None:
        """Show all lanes."""
        self.show_lane(None)

    def action_open(self) -> None:
        """Ask for the card under the cursor to be opened."""
        if (task := self.cursor_task) is not None:
            self.post_message(self.Opened(task))

    # --- life --------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """As many columns as the terminal has room for, so that the first layout is the last."""
        self._scene.resize(*self.app.size)
        self._columns = [ColumnView() for _ in range(self._scene.slots)]
        self._mark_last()
        yield from self._columns

    def render_line(self, y: int) -> Strip:
        """The lines between the columns, the only part of the board that no column covers."""
        style, width = self._style("divider"), self.size.width
        line = [" "] * width
        for column in self._columns[:-1]:
            x = column.region.right - self.region.x
            if 0 <= x < width:
                line[x] = self._signs.divider
        return LeanStrip([Segment("".join(line), style)], width)

    def notify_style_update(self) -> None:
        """Another theme: take its colours as soon as they are there."""
        super().notify_style_update()
        if not self._restyling:
            self._restyling = True
            self.call_later(self._restyle)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The board looks the same with and without the focus: no need to look up all its styles again."""

    def _on_mount(self, event: events.Mount) -> None:
        self._paint()

    def _on_resize(self, event: events.Resize) -> None:
        self._scene.resize(*event.size)
        self._fit_columns()
        self._paint()

    async def _on_click(self, event: events.Click) -> None:
        place, on_card = self._place_at(event)
        if place is None:
            return
        event.stop()
        self._scene.put(place)
        self._paint()
        if on_card and event.chain == 2:
            self.action_open()

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 1)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        event.stop()
        place, _ = self._place_at(event)
        self._scene.wheel(place, step * 3)
        self._paint()

    def _place_at(self, event: events.MouseEvent) -> tuple[Place | None, bool]:
        for slot, column in enumerate(self._columns):
            if column.region.contains(event.screen_x, event.screen_y):
                return self._scene.view().place_at(slot, event.screen_y - column.region.y)
        return None, False

    # --- drawing -----------------------------------------------------------------------------------------

    def _paint(self) -> None:
        if self._columns:
            painter = self._painter or self._new_painter()
            view = self._scene.view(self._hint)
            painter.look_at(self._scene.team, self._scene.today, view.layout.card)
            for slot, column in enumerate(self._columns):
                column.show(view.rows(slot), painter)
        if self.cursor_task != self._told:
            self._told = self.cursor_task
            self.post_message(self.CursorMoved(self._told))

    @property
    def _hint(self) -> str:
        if not self._scene.team.columns:
            return self.HINT_NO_COLUMNS
        return self.HINT_FILTERED if self._scene.is_filtered else self.HINT_EMPTY

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(PREFIX + part)

    def _new_painter(self) -> Painter:
        self._painter = Painter({part: self._style(part) for part in PARTS}, self._signs)
        return self._painter

    def _restyle(self) -> None:
        self._restyling = False
        old = self._painter
        if old is not None and old.styles != self._new_painter().styles:
            self._paint()
            self.refresh()
        elif old is not None:
            self._painter = old

    def _mark_last(self) -> None:
        for column in self._columns:
            column.set_class(column is self._columns[-1], "-last")

    def _fit_columns(self) -> None:
        """As many column widgets as stand side by side; only another width or another column changes this."""
        missing = self._scene.slots - len(self._columns)
        if not missing or not self.is_mounted:
            return
        if missing > 0:
            fresh = [ColumnView() for _ in range(missing)]
            self._columns += fresh
            self.mount_all(fresh)
        else:
            surplus, self._columns = self._columns[missing:], self._columns[:missing]
            for column in surplus:
                column.remove()
        self._mark_last()
        self.refresh()
