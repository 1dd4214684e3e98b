"""A few goals in as many lines, for above something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from widgets.cells import fit
from widgets.goals.goal_list import PARTS, GoalList
from widgets.goals.row import GoalRow
from widgets.goals.row_face import RowFace, titled, widths
from widgets.lean_lines import LeanLines
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


class GoalStrip(LeanLines):
    """Goals as the goals screen shows them, without headings and cursor."""

    DEFAULT_CSS = (
        "GoalStrip { height: 1; background: $background; color: $foreground; }"
        + GoalList.LOOKS.replace("GoalList", "GoalStrip")
    )
    COMPONENT_CLASSES = {f"goals--{part}" for part in PARTS}
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """The person has clicked on a goal."""

        goal: int | None
        """Its number; `None`: there is none on this line."""

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs
        self._rows: Sequence[GoalRow] = ()
        self._empty = ""
        self._face = RowFace(signs, self._styled)

    def show(self, rows: Sequence[GoalRow], empty: str = "") -> None:
        """Show these goals; `empty` stands there when there are none."""
        if (tuple(rows), empty) == (tuple(self._rows), self._empty):
            return
        self._rows, self._empty = rows, empty
        self.styles.height = max(len(rows), 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A goal."""
        width = self.size.width
        if y >= len(self._rows):
            text = fit(f" {self._empty}" if y == 0 and not self._rows else "", width, self._signs.ellipsis)
            return LeanStrip([Segment(text, self.rich_style)], width)
        longest = max(titled(row.title, row.depth) for row in self._rows)
        line = Strip(self._face.segments(self._rows[y], widths(width, longest), has_cursor=False))
        blank = Segment(" " * max(width - line.cell_length, 0), self.rich_style)
        return LeanStrip([*line.crop(0, width), blank], width)

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self._rows[event.y].id if event.y < len(self._rows) else None))

    def _styled(self, part: str) -> Style:
        return self.rich_style if part == "plain" else self.get_component_rich_style(f"goals--{part}")
