"""The board's drawing: one widget that has the focus, and one plain column for each step of work in view."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from widgets.board import messages
from widgets.board.column import ColumnView
from widgets.board.grouping import LaneKey
from widgets.board.marks import NO_COLOURS
from widgets.board.painter import Painter
from widgets.board.palette import PARTS, PREFIX, all_styles
from widgets.board.scene import Scene
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


class BoardCanvas(Widget, can_focus=True):
    """Shows a scene, line by line; only lines that look different are drawn again."""

    COMPONENT_CLASSES = {PREFIX + part for part in PARTS}
    ALLOW_SELECT = False

    HINT_EMPTY = "a adds a card"
    """What an empty cell says under the cursor."""
    HINT_FILTERED = "nothing matches"
    """The same while a filter is on."""
    HINT_DROP = "put it here"
    """The same while a card is dragged over it."""
    HINT_NO_COLUMNS = "This team has no columns yet."
    HINT_LOADING = "Loading…"

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs
        self._scene = Scene()
        self._columns: list[ColumnView] = []
        self._painter: Painter | None = None
        self._tag_colours: Mapping[str, str] = NO_COLOURS
        self._moved: Mapping[int, str] = {}
        self._told: int | None = None
        self._told_folded: frozenset[LaneKey] = frozenset()
        self._told_selected: frozenset[int] = frozenset()
        self._is_loading = False
        self._restyling = False

    @property
    def lines_drawn(self) -> int:
        """Lines drawn so far, for tests and benchmarks."""
        return sum(column.lines_drawn for column in self._columns)

    @property
    def is_loading(self) -> bool:
        """Whether the first snapshot is still on its way; a team without columns then says so in one line."""
        return self._is_loading

    @is_loading.setter
    def is_loading(self, is_loading: bool) -> None:
        self._is_loading = is_loading
        self._paint()

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

    # --- drawing -----------------------------------------------------------------------------------------

    def _paint(self) -> None:
        if self._columns:
            painter = self._painter or self._new_painter()
            view = self._scene.view(self._hint, self.HINT_DROP)
            painter.look_at(
                self._scene.team, self._scene.today, view.layout.card, self._tag_colours, self._moved
            )
            for slot, column in enumerate(self._columns):
                column.show(view.rows(slot), painter)
        self._tell()

    def _tell(self) -> None:
        """Say what has changed since the last time, once."""
        scene = self._scene
        if scene.task != self._told:
            self._told = scene.task
            self.post_message(messages.CursorMoved(self._told))
        if scene.selection.tasks is not self._told_selected and scene.selection.tasks != self._told_selected:
            self._told_selected = scene.selection.tasks
            self.post_message(messages.SelectionChanged(len(self._told_selected)))
        if scene.folding.kept != self._told_folded:
            self._told_folded = scene.folding.kept
            self.post_message(messages.FoldingChanged(self._told_folded))

    @property
    def _hint(self) -> str:
        if not self._scene.team.columns:
            return self.HINT_LOADING if self._is_loading else self.HINT_NO_COLUMNS
        return self.HINT_FILTERED if self._scene.is_filtered else self.HINT_EMPTY

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(PREFIX + part)

    def _new_painter(self) -> Painter:
        self._painter = Painter(all_styles({part: self._style(part) for part in PARTS}), self._signs)
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
