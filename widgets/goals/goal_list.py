"""The goals, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.models import COLOURS
from widgets.goals.row import GoalRow
from widgets.goals.row_face import RowFace, Widths, head, widths
from widgets.lean_list import LeanList
from widgets.lean_strip import LeanStrip
from widgets.listing_row import Key
from widgets.signs import UNICODE, Signs

_KEPT = 1000
"""Drawn rows that are kept."""

PARTS = ("head", "quiet", "rest", "today", "cursor", *COLOURS)
"""What has a look of its own."""


class GoalList(LeanList):
    """Goals with their bars. Rows are asked for when they come into view."""

    LOOKS = """
    GoalList {
        .goals--head { background: $panel; color: $foreground; text-style: bold; }
        .goals--quiet, .goals--rest { color: $text-muted; }
        .goals--today { color: $foreground; text-style: bold; }
        .goals--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
        .goals--blue { color: $lane-blue; }
        .goals--green { color: $lane-green; }
        .goals--yellow { color: $lane-yellow; }
        .goals--red { color: $lane-red; }
        .goals--magenta { color: $lane-magenta; }
        .goals--cyan { color: $lane-cyan; }
        .goals--orange { color: $lane-orange; }
        .goals--grey { color: $lane-grey; }
    }
    GoalList:ansi, GoalList:nocolor {
        background: ansi_default;
        .goals--head { background: ansi_default; color: ansi_default; text-style: bold underline; }
        .goals--quiet, .goals--rest, .goals--grey { color: ansi_default; text-style: dim; }
        .goals--today { color: ansi_default; text-style: bold; }
        .goals--cursor { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    }
    """
    DEFAULT_CSS = f"GoalList {{ height: 1fr; background: $background; color: $foreground; }}{LOOKS}"
    COMPONENT_CLASSES = {f"goals--{part}" for part in PARTS}
    PARTS = "goals"

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(signs=signs, id=id)
        self._describe: Callable[[int], GoalRow] | None = None
        self._longest = 0
        self._widths: Widths | None = None
        self._face = RowFace(signs, self._styled)
        self._strips: dict[tuple[GoalRow, bool, Widths, int], Strip] = {}

    @property
    def goal(self) -> int | None:
        """Number of the goal under the cursor; `None` while there is none."""
        return self.key if isinstance(self.key, int) else None

    def show(
        self, goals: Sequence[int], describe: Callable[[int], GoalRow], longest: int, empty: str = ""
    ) -> None:
        """Show these goals; the cursor stays on its goal, or in its place when that is gone.

        Args:
            goals: Their numbers, from top to bottom.
            describe: Gives the line of a goal; asked for those in view.
            longest: Cells of the longest title, its indent included.
            empty: What stands there when there are none.
        """
        self._describe, self._longest = describe, longest
        self.put(goals, empty)

    def forget(self) -> None:
        """Another theme: nothing that was drawn is right any more."""
        self._strips.clear()

    def draw_head(self, width: int) -> Strip:
        """The headings, as wide as the rows will be."""
        self._widths = widths(width, self._longest)
        if len(self._strips) > _KEPT:
            self._strips.clear()
        return self.text_line(head(self._widths), width, self.look("head"))

    def draw_row(self, key: Key, width: int, *, has_cursor: bool) -> Strip:
        """One goal, drawn once for each look."""
        assert self._describe is not None
        assert self._widths is not None
        assert isinstance(key, int)
        drawn = self._describe(key), has_cursor, self._widths, width
        if drawn not in self._strips:
            segments = self._face.segments(drawn[0], self._widths, has_cursor=has_cursor)
            line = Strip(segments)
            blank = Segment(" " * max(width - line.cell_length, 0), segments[0].style)
            self._strips[drawn] = LeanStrip([*line.crop(0, width), blank], width)
        return self._strips[drawn]

    def _styled(self, part: str) -> Style:
        return self.rich_style if part == "plain" else self.look(part)
