"""Keys that move the cursor and choose the lanes in view."""

from __future__ import annotations

from tui.screens.doing.bench import Bench


class CursorCommands:
    """The cursor and the lanes."""

    def __init__(self, bench: Bench) -> None:
        self._view = bench.view

    def do_left(self) -> None:
        self._view.action_cursor_left()

    def do_right(self) -> None:
        self._view.action_cursor_right()

    def do_up(self) -> None:
        self._view.action_cursor_up()

    def do_down(self) -> None:
        self._view.action_cursor_down()

    def do_first(self) -> None:
        self._view.action_cursor_home()

    def do_last(self) -> None:
        self._view.action_cursor_end()

    def do_page_up(self) -> None:
        self._view.action_page_up()

    def do_page_down(self) -> None:
        self._view.action_page_down()

    def do_next_lane(self) -> None:
        self._view.action_next_lane()

    def do_previous_lane(self) -> None:
        self._view.action_previous_lane()

    def do_all_lanes(self) -> None:
        self._view.action_all_lanes()
