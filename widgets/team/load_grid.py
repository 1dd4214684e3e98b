"""The weeks ahead as a table: a row for each person or role, a cell with a bar for each week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip

from store.absences.workload import Load
from widgets.cells import fit
from widgets.lean_list import LeanList
from widgets.lean_strip import LeanStrip
from widgets.listing_row import Key
from widgets.load_bar import load_bar, load_mark
from widgets.signs import UNICODE, Signs

_WIDEST, _NARROWEST = 20, 8
"""Cells of a week, at most and at least: below that the last weeks are reached by scrolling."""
_ROOMY = 14
"""Cells of a week from which on there is room for its hours as well."""
_NAMES = 24
"""Cells of the names, at most."""


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One person or role."""

    key: Key
    name: str
    loads: Sequence[Load]
    """One for each week."""


class LoadGrid(LeanList):
    """Loads with two cursors: a row, and a week. It binds no keys and takes no focus."""

    DEFAULT_CSS = """
    LoadGrid {
        height: 1fr; background: $background; color: $foreground;
        .loads--head { color: $text-muted; text-style: bold; }
        .loads--week { color: $text-accent; text-style: bold underline; }
        .loads--over { color: $text-error; text-style: bold; }
        .loads--quiet { color: $text-muted; }
        .loads--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
        .loads--name { text-style: bold; }
    }
    LoadGrid:ansi, LoadGrid:nocolor {
        background: ansi_default;
        .loads--head { color: ansi_default; text-style: bold; }
        .loads--week { color: ansi_default; text-style: bold underline; }
        .loads--over { color: ansi_default; text-style: bold; }
        .loads--quiet { color: ansi_default; text-style: dim; }
        .loads--cursor { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES = {f"loads--{part}" for part in ("head", "week", "over", "quiet", "cursor", "name")}
    PARTS = "loads"

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(signs=signs, id=id)
        self._rows: dict[Key, LoadRow] = {}
        self._title = ""
        self._weeks: Sequence[str] = ()
        self._week = self._first = 0
        self._names = self._cell = 0
        self._strips: dict[tuple[Key, int, int, int], Strip] = {}

    @property
    def week(self) -> int:
        """Which week is under the cursor; 0 is the first one."""
        return self._week

    @property
    def load(self) -> Load | None:
        """What is under the cursor; `None`: there is nothing."""
        row = self._rows.get(self.key) if self.key is not None else None
        return row.loads[self._week] if row and self._week < len(row.loads) else None

    def show(self, title: str, weeks: Sequence[str], rows: Sequence[LoadRow], empty: str = "") -> None:
        """Show these rows; the cursors stay where they are.

        Args:
            title: what the rows are.
            weeks: what each week is called.
            rows: from top to bottom.
            empty: what stands there when there are none.
        """
        self._title, self._weeks = title, weeks
        self._rows = {row.key: row for row in rows}
        self._week = min(self._week, max(0, len(weeks) - 1))
        self._strips.clear()
        self.put([*self._rows], empty)

    def move_week(self, step: int) -> None:
        """Go to another week, not beyond the ends."""
        self._week = max(0, min(self._week + step, len(self._weeks) - 1))
        self.paint()

    def forget(self) -> None:
        """Another theme: nothing that was drawn is right any more."""
        self._strips.clear()

    def draw_head(self, width: int) -> Strip:
        """What the weeks are called; which of them fit is worked out here."""
        longest = max((cell_len(row.name) for row in self._rows.values()), default=0)
        self._names = max(cell_len(self._title), min(longest, _NAMES, width // 4)) + 1
        room, count = width - self._names - 1, len(self._weeks)
        self._cell = min(_WIDEST, max(_NARROWEST, room // max(1, count)))
        shown = max(1, min(count, room // self._cell))
        self._first = max(0, min(self._first, self._week, count - shown))
        self._first = max(self._first, self._week - shown + 1)
        segments = [Segment(" " + fit(self._title, self._names), self.look("head"))]
        for at in self._in_view(width):
            look = self.look("week" if at == self._week else "head")
            label = fit(self._weeks[at], self._cell - 2, self.signs.ellipsis)
            segments += [
                Segment(" ", self.look("head")),
                Segment(label, look),
                Segment(" ", self.look("head")),
            ]
        return self._filled(segments, width)

    def draw_row(self, key: Key, width: int, *, has_cursor: bool) -> Strip:
        """One row, drawn once for each look."""
        drawn = key, self._week if has_cursor else -1, width, self._first
        if drawn not in self._strips:
            row = self._rows[key]
            sign = self.signs.cursor if has_cursor else " "
            look = self.look("name") if has_cursor else self.rich_style
            segments = [Segment(sign + fit(row.name, self._names, self.signs.ellipsis), look)]
            segments += [
                self._drawn_cell(load, has_cursor=has_cursor and at == self._week)
                for at in self._in_view(width)
                if (load := row.loads[at])
            ]
            self._strips[drawn] = self._filled(segments, width)
        return self._strips[drawn]

    async def _on_click(self, event: events.Click) -> None:
        # The row goes by what every list does with a click; Textual calls that as well.
        at = self._first + (event.x - self._names - 1) // max(1, self._cell)
        if event.x > self._names and at < len(self._weeks):
            self._week = at

    def _in_view(self, width: int) -> range:
        shown = max(1, (width - self._names - 1) // max(1, self._cell))
        return range(self._first, min(len(self._weeks), self._first + shown))

    def _drawn_cell(self, load: Load, *, has_cursor: bool) -> Segment:
        away = self.signs.offline if load.away else " "
        if self._cell >= _ROOMY:
            figure = f"{load.demand:.0f}/{load.capacity:.0f}".rjust(7)
        else:
            figure = (f"{load.demand:.0f}" if load.cards else "").rjust(3)
        bar = load_bar(max(1, self._cell - len(figure) - 2), load, self.signs)
        text = fit(f"{load_mark(load, self.signs)}{bar}{figure}{away}", self._cell)
        quiet = "quiet" if load.away or not load.cards else ""
        part = "cursor" if has_cursor else "over" if load.is_over else quiet
        return Segment(text, self.look(part) if part else self.rich_style)

    def _filled(self, segments: list[Segment], width: int) -> Strip:
        line = Strip(segments)
        blank = Segment(" " * max(width - line.cell_length, 0), self.rich_style)
        return LeanStrip([*line.crop(0, width), blank], width)
