"""A list of any length with a cursor: draws only the lines in view, and only those that look different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from widgets.cells import fit
from widgets.lean_lines import LeanLines
from widgets.lean_strip import LeanStrip
from widgets.listing_row import Key
from widgets.signs import UNICODE, Signs

_WHEEL = 3
"""Rows for one notch of the mouse wheel."""


class LeanList(LeanLines):
    """One line of headings, and rows below. It binds no keys and takes no focus: the screen moves its cursor.

    A subclass draws the headings and a row, and calls `put` with the keys of its rows.
    """

    PARTS: ClassVar[str] = ""
    """What the names of its looks begin with: `PARTS--head`, `PARTS--cursor` and more."""
    ALLOW_SELECT = False

    @dataclass
    class CursorMoved(Message):
        """Another row is under the cursor, chosen with the mouse."""

        lines: LeanList
        """The list."""

        @property
        def control(self) -> LeanList:
            """The list, as handlers choose by it."""
            return self.lines

    @dataclass
    class Opened(Message):
        """The person has clicked twice on the row under the cursor."""

        lines: LeanList
        """The list."""

        @property
        def control(self) -> LeanList:
            """The list, as handlers choose by it."""
            return self.lines

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id)
        self.signs = signs
        self._keys: Sequence[Key] = ()
        self._empty = ""
        self._at = self._top = 0
        self._drawn: list[Strip] = []

    # --- what a subclass draws ---------------------------------------------------------------------------

    def draw_head(self, width: int) -> Strip:
        """The headings; called before the rows."""
        raise NotImplementedError

    def draw_row(self, key: Key, width: int, *, has_cursor: bool) -> Strip:
        """One row."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another theme: nothing that was drawn is right any more."""

    def text_line(self, text: str, width: int, style: Style) -> Strip:
        """A line with nothing but a text."""
        return LeanStrip([Segment(fit(text, width, self.signs.ellipsis), style)], width)

    def look(self, part: str) -> Style:
        """The style of a part."""
        return self.get_component_rich_style(f"{self.PARTS}--{part}")

    # --- the cursor --------------------------------------------------------------------------------------

    @property
    def key(self) -> Key | None:
        """Key of the row under the cursor; `None` while there is none."""
        return self._keys[self._at] if self._keys else None

    @property
    def at(self) -> int:
        """The cursor's place from the top."""
        return self._at

    @property
    def place(self) -> str:
        """Where the cursor is, like `3 of 120`; empty while all rows are in view."""
        is_cut = 0 < self.size.height <= len(self._keys)
        return f"{self._at + 1:,} of {len(self._keys):,}" if is_cut else ""

    @property
    def page(self) -> int:
        """Rows in view."""
        return max(1, self.size.height - 1)

    def put(self, keys: Sequence[Key], empty: str = "") -> None:
        """Show these rows; the cursor stays on its row, or in its place when that is gone.

        Args:
            keys: From top to bottom.
            empty: What stands there when there are no rows.
        """
        key = self.key
        self._keys, self._empty = keys, empty
        if key is not None and key in keys:
            self._at = keys.index(key)
        self._at = max(0, min(self._at, len(keys) - 1))
        self.paint()

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
        self.paint()

    def move_to_end(self) -> None:
        """Put the cursor on the last row."""
        self.move_to(len(self._keys) - 1)

    # --- drawing -----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The headings or a row."""
        if len(self._drawn) != self.size.height or (
            self._drawn and self._drawn[0].cell_length != self.size.width
        ):
            self._drawn = self._draw()
        return self._drawn[y] if y < len(self._drawn) else Strip.blank(self.size.width, self.rich_style)

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self.forget()
        self._drawn = []

    def paint(self) -> None:
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
        lines = [self.draw_head(width)]
        if not self._keys:
            lines.append(self.text_line(f" {self._empty}", width, self.rich_style))
        in_view = range(self._top, min(len(self._keys), self._top + self.page))
        lines += [self.draw_row(self._keys[at], width, has_cursor=at == self._at) for at in in_view]
        blank = self.text_line("", width, self.rich_style)
        return [*lines, *[blank] * (self.size.height - len(lines))][: self.size.height]

    # --- size and mouse ----------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        self.paint()

    async def _on_click(self, event: events.Click) -> None:
        at = self._top + event.y - 1
        if event.y < 1 or at >= len(self._keys):
            return
        event.stop()
        self.move_to(at)
        self.post_message(self.Opened(self) if event.chain == 2 else self.CursorMoved(self))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, _WHEEL)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        event.stop()
        self.move(step)
        self.post_message(self.CursorMoved(self))
