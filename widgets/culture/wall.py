"""Thanks below each other, with all their words: a list whose rows take several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from store.models import COLOURS
from widgets.cells import cut, paragraphs
from widgets.lean_strip import LeanStrip
from widgets.listing import Listing
from widgets.listing_row import Row
from widgets.signs import UNICODE, Signs

_INDENT = 4
"""Cells before the words."""
_BROADEST = 92
"""Cells of a line of words: longer ones are hard to read."""
_LINES = 6
"""Lines of words that a row has at most; the sheet has all of them."""

_KEPT = 1000
"""Drawn lines that are kept."""


class Wall(Listing):
    """Rows of four cells: who and whom, when, the value that it shows, and the words.

    Each is drawn as a heading, the words below it, and the value below them.
    """

    DEFAULT_CSS = """
    Wall { .wall--head { text-style: bold; } .wall--words { color: $foreground; } }
    Wall:ansi, Wall:nocolor {
        .wall--head { color: ansi_default; text-style: bold; } .wall--words { color: ansi_default; }
    }
    """
    COMPONENT_CLASSES = {"wall--head", "wall--words"}

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(signs=signs, id=id)
        self._spots: Sequence[int] = ()
        """Index of the row that each line in view belongs to."""
        self._kept: dict[tuple[tuple[Segment, ...], int, bool], Strip] = {}

    def forget(self) -> None:
        """Another theme: nothing that was drawn is right any more."""
        super().forget()
        self._kept.clear()

    @property
    def page(self) -> int:
        """Rows in view."""
        return max(1, len(set(self._spots)) - 1)

    @property
    def place(self) -> str:
        """Where the cursor is, like `3 of 120`; empty while all rows are in view."""
        # Before it is drawn, nothing is known of what is in view.
        is_cut = 0 < len(set(self._spots)) < len(self._keys)
        return f"{self.at + 1:,} of {len(self._keys):,}" if is_cut else ""

    def _draw(self) -> list[Strip]:
        width, height = self.size.width, self.size.height
        if not self._keys:
            self._spots = ()
            lines: list[Strip] = [self.text_line(f" {self._empty}", width, self.rich_style)]
        else:
            self._top = self._first_in_view(width, height)
            lines, spots = [], list[int]()
            for at in range(self._top, len(self._keys)):
                drawn = self._drawn_row(at, width)
                lines += drawn
                spots += [at] * len(drawn)
                if len(lines) >= height:
                    break
            self._spots = spots[:height]
        blank = self.text_line("", width, self.rich_style)
        return [*lines, *[blank] * (height - len(lines))][:height]

    def _first_in_view(self, width: int, height: int) -> int:
        """Index of the first row so that the one with the cursor is in view, and no room is wasted."""
        top = max(0, min(self._top, self._at))
        room = height - sum(self._height(at, width) for at in range(top, self._at + 1))
        while top < self._at and room < 0:
            room += self._height(top, width)
            top += 1
        below = self._at + 1
        while below < len(self._keys) and room > 0:
            room -= self._height(below, width)
            below += 1
        while top > 0 and (room := room - self._height(top - 1, width)) >= 0:
            top -= 1
        return top

    def _height(self, at: int, width: int) -> int:
        return len(self._drawn_row(at, width))

    def _drawn_row(self, at: int, width: int) -> list[Strip]:
        row, has_cursor = self._describe(self._keys[at]), at == self._at
        lines = [*self._lines(row, width, has_cursor)]
        return [self._strip(line, width, has_cursor) for line in lines] + [self._strip([], width, False)]

    def _lines(self, row: Row, width: int, has_cursor: bool) -> Iterator[list[Segment]]:
        """The parts of each line, without the cursor."""
        who, when, value, words = row.cells
        broad, ellipsis = min(width, _BROADEST), self.signs.ellipsis
        head = cut(who, max(1, broad - cell_len(when) - 4), ellipsis)
        gap = " " * max(1, broad - 2 - cell_len(head) - cell_len(when))
        quiet = self.look("cursor" if has_cursor else "quiet")
        yield [Segment(head, self._look_of("head", has_cursor)), Segment(f"{gap}{when} ", quiet)]
        room, look = max(1, broad - _INDENT - 1), self._look_of("words", False)
        said = paragraphs(words, room)
        if len(said) > _LINES:
            said = [*said[: _LINES - 1], cut(f"{said[_LINES - 1]} {ellipsis}", room, ellipsis)]
        yield from ([Segment(f"{'':{_INDENT - 1}}{line}", look)] for line in said)
        if value:
            colour = self.look(row.colour) if row.colour in COLOURS else self.rich_style
            yield [Segment(f"{'':{_INDENT - 1}}{value}", colour)]

    def _strip(self, parts: list[Segment], width: int, has_cursor: bool) -> Strip:
        """A line, drawn once for each look; the cursor stands beside all lines of its row."""
        key = (tuple(parts), width, has_cursor)
        if key not in self._kept:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            bar = Segment(self.signs.cursor if has_cursor else " ", self._look_of("words", False))
            last = parts[-1].style if has_cursor and parts else None
            line = LeanStrip([bar, *parts]).adjust_cell_length(width, last or self.rich_style)
            self._kept[key] = line if isinstance(line, LeanStrip) else LeanStrip(line, width)
        return self._kept[key]

    def _look_of(self, part: str, has_cursor: bool) -> Style:
        """How a line looks, under the cursor or not."""
        return self.look("cursor") if has_cursor else self.get_component_rich_style(f"wall--{part}")

    async def _on_click(self, event: events.Click) -> None:
        if event.y >= len(self._spots):
            return
        event.stop()
        self.move_to(self._spots[event.y])
        self.post_message(self.Opened(self) if event.chain == 2 else self.CursorMoved(self))
