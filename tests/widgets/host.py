"""A tiny app that shows one board and binds its actions to real keys."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding

from store.change import Change
from store.team import Team
from tests.widgets.teams import TODAY
from widgets.board import BoardView, Density, Grouping, LaneKey
from widgets.board.palette import VARIABLES
from widgets.signs import UNICODE, Signs

KEYS = {
    "left,h": "cursor_left",
    "right,l": "cursor_right",
    "up,k": "cursor_up",
    "down,j": "cursor_down",
    "home": "cursor_home",
    "end": "cursor_end",
    "pageup": "page_up",
    "pagedown": "page_down",
    "tab": "next_lane",
    "shift+tab": "previous_lane",
    "0": "all_lanes",
    "enter": "open",
}
CALLS = {
    "z": "fold",
    "space": "toggle_selected",
    "v": "select_cell",
    "V": "clear_selection",
    "a": "begin_draft",
    "escape": "end_draft",
}
"""Keys that call a method of the board."""
GROUPINGS = dict(zip(("f1", "f2", "f3", "f4", "f5"), Grouping, strict=True))
DENSITIES = dict(zip(("f6", "f7", "f8"), Density, strict=True))
RIGHT = {"L": True, "x": False}
"""Keys that move the card one column on, and whether the cursor follows."""


class Host(App[None]):
    """The board and nothing else."""

    BINDINGS = [
        *(Binding(keys, f"board('{action}')", priority=True) for keys, action in KEYS.items()),
        *(Binding(key, f"call('{name}')", priority=True) for key, name in CALLS.items()),
        *(Binding(key, f"group('{grouping.value}')") for key, grouping in GROUPINGS.items()),
        *(Binding(key, f"density('{density.value}')") for key, density in DENSITIES.items()),
        *(Binding(key, f"move({follow})") for key, follow in RIGHT.items()),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, team: Team, signs: Signs = UNICODE, theme: str = "textual-dark") -> None:
        super().__init__()
        self.board = BoardView(signs=signs)
        self.team, self._theme_name = team, theme
        self.show_at_start = True
        self.moves: list[int | None] = []
        self.opened: list[int] = []
        self.folded: list[frozenset[LaneKey]] = []
        self.selected: list[int] = []
        self.dropped: list[BoardView.Dropped] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def compose(self) -> ComposeResult:
        yield self.board

    def on_mount(self) -> None:
        self.theme = self._theme_name
        if self.show_at_start:
            self.board.update(self.team, TODAY)
        self.board.focus()

    async def action_board(self, action: str) -> None:
        await self.board.run_action(action)

    def action_call(self, name: str) -> None:
        getattr(self.board, name)()

    def action_group(self, grouping: str) -> None:
        self.board.group_by(Grouping(grouping))

    def action_density(self, density: str) -> None:
        self.board.set_density(Density(density))

    def action_move(self, follow: bool) -> None:
        if (id := self.board.cursor_task) is not None:
            task = self.team.task(id)
            self.change(Change.update("tasks", task, column=task.column + 1), follow=follow)

    def change(self, change: Change, follow: bool = True) -> None:
        """Apply a change, as the app does when it or somebody else has made it."""
        self.team = self.team.apply(change)
        changed = frozenset(id for table, id in change.touched() if table == "tasks")
        self.board.update(self.team, TODAY, changed, follow)

    def on_board_view_cursor_moved(self, message: BoardView.CursorMoved) -> None:
        self.moves.append(message.task)

    def on_board_view_opened(self, message: BoardView.Opened) -> None:
        self.opened.append(message.task)

    def on_board_view_folding_changed(self, message: BoardView.FoldingChanged) -> None:
        self.folded.append(message.folded)

    def on_board_view_selection_changed(self, message: BoardView.SelectionChanged) -> None:
        self.selected.append(message.count)

    def on_board_view_dropped(self, message: BoardView.Dropped) -> None:
        self.dropped.append(message)


def screen_text(app: App[None]) -> list[str]:
    """The lines that stand on the screen."""
    return [strip.text for strip in app.screen._compositor.render_strips()]
