"""A tiny app that shows one board and binds its actions to real keys."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding

from store.change import Change
from store.team import Team
from tests.widgets.teams import TODAY
from widgets.board import BoardView
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
RIGHT = {"L": True, "x": False}
"""Keys that move the card one column on, and whether the cursor follows."""


class Host(App[None]):
    """The board and nothing else."""

    BINDINGS = [
        *(Binding(keys, f"board('{action}')", priority=True) for keys, action in KEYS.items()),
        *(Binding(key, f"move({follow})") for key, follow in RIGHT.items()),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, team: Team, signs: Signs = UNICODE, theme: str = "textual-dark") -> None:
        super().__init__()
        self.board = BoardView(signs=signs)
        self.team, self._theme_name = team, theme
        self.moves: list[int | None] = []
        self.opened: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def compose(self) -> ComposeResult:
        yield self.board

    def on_mount(self) -> None:
        self.theme = self._theme_name
        self.board.update(self.team, TODAY)
        self.board.focus()

    async def action_board(self, action: str) -> None:
        await self.board.run_action(action)

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


def screen_text(app: App[None]) -> list[str]:
    """The lines that stand on the screen."""
    return [strip.text for strip in app.screen._compositor.render_strips()]
