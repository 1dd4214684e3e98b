"""Thanks below each other, with all their words: a list whose rows take several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from store.models import COLOURS
from widgets.cells import cut, fit, paragraphs
from widgets.lean_strip import LeanStrip
from widgets.listing import Listing
from widgets.listing_row import Key, Row

_INDENT = 4
"""Cells before the words."""
_BROADEST = 92
"""Cells of a line of words: longer ones are hard to read."""
_LINES = 6
"""Lines of words that a row has at most; the sheet has all of them."""


class Wall(Listing):
    """Rows of four cells: who and whom, when, the value that it shows, and the words.

    Each is drawn as a heading, the words below it, and the value below them.
    """

    DEFAULT_CSS = """
    Wall { .wall--head { text-style: bold; } .wall--words { color: $foreground; } }
    """
    COMPONENT_CLASSES = {"wall--head", "wall--words"}
    _spots: Sequence[int] = ()
    """Index of the row that each line in view belongs to."""

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
        lines = [(text, has_cursor, look) for text, look in self._lines(row, width, has_cursor)]
        return [self._strip(row, part, width) for part in lines]

    def _lines(self, row: Row, width: int, has_cursor: bool) -> Iterator[tuple[str, Style]]:
        """What each line says, without the cursor, and how it looks."""
        who, when, value, words = row.cells
        room, ellipsis = min(width, _BROADEST) - _INDENT - 1, self.signs.ellipsis
        head = cut(who, width - cell_len(when) - 4, ellipsis)
        gap = " " * max(1, min(width, _BROADEST) - 2 - cell_len(head) - cell_len(when))
        yield f"{head}{gap}{when} ", self.look_of("head", has_cursor)
        said = paragraphs(words, max(1, room))
        if len(said) > _LINES:
            said = [*said[: _LINES - 1], cut(f"{said[_LINES - 1]} {ellipsis}", room, ellipsis)]
        for line in said:
            yield f"{'':{_INDENT - 1}}{line}", self.look_of("words", False)
        if value:
            colour = self.look(row.colour) if row.colour in COLOURS else self.rich_style
            yield f"{'':{_INDENT - 1}}{value}", colour
        yield "", self.rich_style

    def _strip(self, row: Row, part: tuple[str, bool, Style], width: int) -> Strip:
        text, has_cursor, look = part
        bar = self.signs.cursor if has_cursor and text else " "
        line = fit(text, max(0, width - cell_len(bar)), self.signs.ellipsis)
        key = (Row(row.key, (bar, line), colour=str(look)), has_cursor, width, "")
        if key not in self._strips:
            if len(self._strips) > 1000:
                self._strips.clear()
            self._strips[key] = LeanStrip([Segment(bar + line, look)], width)
        return self._strips[key]

    def look_of(self, part: str, has_cursor: bool) -> Style:
        """How a line looks, under the cursor or not."""
        return self.look("cursor") if has_cursor else self.get_component_rich_style(f"wall--{part}")

    async def _on_click(self, event: events.Click) -> None:
        if event.y >= len(self._spots):
            return
        event.stop()
        self.move_to(self._spots[event.y])
        self.post_message(self.Opened(self) if event.chain == 2 else self.CursorMoved(self))

    def row_of(self, key: Key) -> Row:
        """What is shown of a key."""
        return self._describe(key)
