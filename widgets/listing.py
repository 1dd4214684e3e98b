"""A list of any length with a cursor: draws only the lines in view, and only those that look different."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from store.models import COLOURS
from widgets.cells import cut, fit, shrink
from widgets.lean_lines import LeanLines
from widgets.lean_strip import LeanStrip
from widgets.listing_row import Key, Row
from widgets.signs import UNICODE, Signs

_GAP = "  "
_MEASURED = 500
"""Rows whose cells say how wide the columns are; more would cost more than they tell."""

_WIDEST = 300
"""Cells of a column beyond which no terminal shows it."""


class Listing(LeanLines):
    """Heads and rows. It binds no keys and takes no focus: the screen moves its cursor."""

    # The colours of the board; every row has a sign or a word as well.
    DEFAULT_CSS = """
    Listing {
        height: 1fr; background: $surface; color: $foreground;
        .listing--head { color: $text-muted; text-style: bold; }
        .listing--quiet { color: $text-muted; }
        .listing--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
        .listing--blue { color: $lane-blue; }
        .listing--green { color: $lane-green; }
        .listing--yellow { color: $lane-yellow; }
        .listing--red { color: $lane-red; }
        .listing--magenta { color: $lane-magenta; }
        .listing--cyan { color: $lane-cyan; }
        .listing--orange { color: $lane-orange; }
        .listing--grey { color: $lane-grey; }
    }
    Listing:ansi, Listing:nocolor {
        background: ansi_default;
        .listing--head { color: ansi_default; text-style: bold underline; }
        .listing--quiet, .listing--grey { color: ansi_default; text-style: dim; }
        .listing--cursor { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES = {f"listing--{part}" for part in ("head", "quiet", "cursor", *COLOURS)}
    ALLOW_SELECT = False

    @dataclass
    class CursorMoved(Message):
        """Another row is under the cursor, chosen with the mouse."""

    @dataclass
    class Opened(Message):
        """The person has clicked twice on the row under the cursor."""

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._heads: tuple[str, ...] = ()
        self._least: Sequence[int] = ()
        self._keys: Sequence[Key] = ()
        self._describe: Callable[[Key], Row] = lambda key: Row(key, ())
        self._empty = ""
        self._at = self._top = 0
        self._natural: list[int] = []
        self._drawn: list[Strip] = []
        self._strips: dict[tuple[Row | None, bool, int, str], Strip] = {}

    @property
    def row(self) -> Row | None:
        """What is under the cursor; `None` while there is nothing."""
        return self._describe(self._keys[self._at]) if self._keys else None

    @property
    def place(self) -> str:
        """Where the cursor is, like `3 of 120`; empty while all rows are in view."""
        is_cut = 0 < self.size.height <= len(self._keys)
        return f"{self._at + 1:,} of {len(self._keys):,}" if is_cut else ""

    def show(
        self,
        keys: Sequence[Key],
        describe: Callable[[Key], Row],
        heads: tuple[str, ...],
        least: Sequence[int],
        empty: str = "",
    ) -> None:
        """Show these rows; the cursor stays on its row, or in its place when that is gone.

        Args:
            keys: From top to bottom.
            describe: Gives the row of a key; asked for those in view.
            heads: One for each cell of a row.
            least: Cells that each cell of a row keeps where there is little room; 0: it is not cut. Where
                there is less, the last ones go.
            empty: What stands there when there are no rows.
        """
        key = self._keys[self._at] if self._keys else None
        self._keys, self._describe = keys, describe
        self._heads, self._least, self._empty = heads, least, empty
        if key is not None and key in keys:
            self._at = keys.index(key)
        self._at = max(0, min(self._at, len(keys) - 1))
        self._measure()
        self._paint()

    def select(self, key: Key) -> bool:
        """Put the cursor on a row; `False` when it is not there."""
        if key not in self._keys:
            return False
        self.move_to(self._keys.index(key))
        return True

    def move(self, step: int) -> None:
        """Move the cursor by so many rows, not beyond the ends."""
        self.move_to(self._at + step)

    def move_to(self, at: int) -> None:
        """Put the cursor on a row by its place from the top."""
        self._at = max(0, min(at, len(self._keys) - 1))
        self._paint()

    def move_to_end(self) -> None:
        """Put the cursor on the last row."""
        self.move_to(len(self._keys) - 1)

    @property
    def page(self) -> int:
        """Rows in view."""
        return max(1, self.size.height - 1)

    # --- drawing -----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The heads or a row."""
        if len(self._drawn) != self.size.height or (
            self._drawn and self._drawn[0].cell_length != self.size.width
        ):
            self._drawn = self._draw()
        return self._drawn[y] if y < len(self._drawn) else Strip.blank(self.size.width, self.rich_style)

    def notify_style_update(self) -> None:
        """Another theme: nothing that was drawn is right any more."""
        super().notify_style_update()
        self._strips.clear()
        self._drawn = []

    def _on_resize(self, event: events.Resize) -> None:
        self._paint()

    async def _on_click(self, event: events.Click) -> None:
        at = self._top + event.y - 1
        if event.y < 1 or at >= len(self._keys):
            return
        event.stop()
        self.move_to(at)
        self.post_message(self.Opened() if event.chain == 2 else self.CursorMoved())

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -3)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        event.stop()
        self.move(step)
        self.post_message(self.CursorMoved())

    def _measure(self) -> None:
        some = [self._describe(key).cells for key in self._keys[:_MEASURED]]
        self._natural = [
            min(_WIDEST, max(map(cell_len, column))) for column in zip(self._heads, *some, strict=True)
        ]

    def _paint(self) -> None:
        """Draw, and send the lines that look different."""
        if not self.is_mounted or not self.size:
            return
        old, new = self._drawn, self._draw()
        self._drawn = new
        if len(old) != len(new):
            self.refresh()
            return
        dirty = [y for y, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b and a != b]
        if dirty:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in dirty))

    def _draw(self) -> list[Strip]:
        width = self.size.width
        self._top = max(0, min(self._top, self._at, len(self._keys) - self.page))
        self._top = max(self._top, self._at - self.page + 1)
        widths = self._fitting(width - 2)
        if len(self._strips) > 1000:
            self._strips.clear()
        lines = [self._head(widths, width)]
        if not self._keys:
            lines.append(self._text(f" {self._empty}", width, self.rich_style))
        in_view = range(self._top, min(len(self._keys), self._top + self.page))
        lines += [self._line(self._describe(self._keys[at]), at == self._at, widths, width) for at in in_view]
        blank = self._text("", width, self.rich_style)
        return [*lines, *[blank] * (self.size.height - len(lines))][: self.size.height]

    def _fitting(self, room: int) -> list[int]:
        """Cells of each column that is shown: rather fewer columns than such as nobody can read."""
        widths = list(self._natural)
        least = [min(cells, fewest or cells) for cells, fewest in zip(widths, self._least, strict=True)]
        while len(widths) > 1 and sum(least) + len(_GAP) * (len(least) - 1) > room:
            least.pop()
            widths.pop()
        shrink(widths, room - len(_GAP) * (len(widths) - 1), least)
        return widths

    def _head(self, widths: Sequence[int], width: int) -> Strip:
        text = " " + _GAP.join(map(fit, self._heads, widths))
        return self._text(text, width, self._style("head"))

    def _line(self, row: Row, selected: bool, widths: list[int], width: int) -> Strip:
        key = row, selected, width, " ".join(map(str, widths))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._draw_row(row, selected, widths, width)
        return strip

    def _draw_row(self, row: Row, selected: bool, widths: list[int], width: int) -> Strip:
        sign = self._signs.cursor if selected else " "
        first, rest = (
            fit(row.cells[0], widths[0], self._signs.ellipsis),
            list(zip(row.cells, widths, strict=False))[1:],
        )
        tail = "".join(_GAP + fit(text, cells, self._signs.ellipsis) for text, cells in rest)
        plain = (
            self._style("cursor") if selected else self._style("quiet") if row.is_quiet else self.rich_style
        )
        is_coloured = row.colour in COLOURS and not selected and not row.is_quiet
        look = self._style(row.colour) if is_coloured else plain
        head = cut(sign + first, width, self._signs.ellipsis)
        tail = fit(tail, width - cell_len(head), self._signs.ellipsis)
        return LeanStrip([Segment(head, look), Segment(tail, plain)], width)

    def _text(self, text: str, width: int, style: Style) -> Strip:
        return LeanStrip([Segment(fit(text, width, self._signs.ellipsis), style)], width)

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"listing--{part}")
