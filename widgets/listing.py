"""Rows of cells under headings, with a cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from store.models import COLOURS
from widgets.cells import cut, fit, shrink
from widgets.lean_list import LeanList
from widgets.lean_strip import LeanStrip
from widgets.listing_row import Key, Row
from widgets.signs import UNICODE, Signs

_GAP = "  "
_MEASURED = 500
"""Rows whose cells say how wide the columns are; more would cost more than they tell."""

_KEPT = 1000
"""Drawn rows that are kept."""

_WIDEST = 300
"""Cells of a column beyond which no terminal shows it."""


class Listing(LeanList):
    """A table: the columns are as wide as what is in them, as far as there is room."""

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
    PARTS = "listing"

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(signs=signs, id=id)
        self._heads: tuple[str, ...] = ()
        self._least: Sequence[int] = ()
        self._describe: Callable[[Key], Row] = lambda key: Row(key, ())
        self._natural: list[int] = []
        self._widths: list[int] = []
        self._strips: dict[tuple[Row, bool, int, str], Strip] = {}

    @property
    def row(self) -> Row | None:
        """What is under the cursor; `None` while there is nothing."""
        return self._describe(self.key) if self.key is not None else None

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
        self._describe, self._heads, self._least = describe, heads, least
        some = [describe(key).cells for key in keys[:_MEASURED]]
        self._natural = [
            min(_WIDEST, max(map(cell_len, column))) for column in zip(heads, *some, strict=True)
        ]
        self.put(keys, empty)

    def forget(self) -> None:
        """Another theme: nothing that was drawn is right any more."""
        self._strips.clear()

    def draw_head(self, width: int) -> Strip:
        """The headings, as wide as the rows will be."""
        self._widths = self._fitting(width - 2)
        if len(self._strips) > _KEPT:
            self._strips.clear()
        text = " " + _GAP.join(map(fit, self._heads, self._widths))
        return self.text_line(text, width, self.look("head"))

    def draw_row(self, key: Key, width: int, *, has_cursor: bool) -> Strip:
        """One row, drawn once for each look."""
        row = self._describe(key)
        drawn = row, has_cursor, width, " ".join(map(str, self._widths))
        if drawn not in self._strips:
            self._strips[drawn] = self._draw_cells(row, has_cursor, width)
        return self._strips[drawn]

    def _fitting(self, room: int) -> list[int]:
        """Cells of each column that is shown: rather fewer columns than such as nobody can read."""
        widths = list(self._natural)
        least = [min(cells, fewest or cells) for cells, fewest in zip(widths, self._least, strict=True)]
        while len(widths) > 1 and sum(least) + len(_GAP) * (len(least) - 1) > room:
            least.pop()
            widths.pop()
        shrink(widths, room - len(_GAP) * (len(widths) - 1), least)
        return widths

    def _draw_cells(self, row: Row, has_cursor: bool, width: int) -> Strip:
        ellipsis, widths = self.signs.ellipsis, self._widths
        first = fit(row.cells[0], widths[0], ellipsis)
        rest = zip(row.cells[1:], widths[1:], strict=False)
        tail = "".join(_GAP + fit(text, cells, ellipsis) for text, cells in rest)
        quiet = self.look("quiet") if row.is_quiet else self.rich_style
        plain = self.look("cursor") if has_cursor else quiet
        is_coloured = row.colour in COLOURS and not has_cursor and not row.is_quiet
        look = self.look(row.colour) if is_coloured else plain
        head = cut((self.signs.cursor if has_cursor else " ") + first, width, ellipsis)
        tail = fit(tail, width - cell_len(head), ellipsis)
        return LeanStrip([Segment(head, look), Segment(tail, plain)], width)
