"""The steps of one card, with a cursor."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from store.models import ChecklistItem
from widgets.cells import fit, paragraphs
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs


class Checklist(Widget):
    """Shows steps, ticked or open; it binds no keys and takes no focus."""

    DEFAULT_CSS = """
    Checklist {
        height: auto;
        .checklist--done { color: $text-muted; }
        .checklist--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
    }
    Checklist:ansi, Checklist:nocolor {
        .checklist--done { color: ansi_default; text-style: dim; }
        .checklist--cursor { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES = {"checklist--done", "checklist--cursor"}
    ALLOW_SELECT = False

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._items: Sequence[ChecklistItem] = ()
        self._cursor = 0
        self._lines: list[tuple[int, str]] = []

    @property
    def item(self) -> ChecklistItem | None:
        """The step under the cursor; `None` while there is none."""
        return self._items[self._cursor] if self._items else None

    @property
    def cursor_region(self) -> Region:
        """The lines of the step under the cursor."""
        own = [y for y, (index, _) in enumerate(self._lines) if index == self._cursor] or [0]
        return Region(0, own[0], self.size.width, len(own))

    def show(self, items: Sequence[ChecklistItem]) -> None:
        """Show these steps; the cursor stays on its step if that is still there."""
        under = self.item
        ids = [item.id for item in items]
        at = ids.index(under.id) if under is not None and under.id in ids else self._cursor
        self._items, self._cursor = tuple(items), max(0, min(at, len(items) - 1))
        self.refresh(layout=True)

    def move(self, step: int) -> bool:
        """Move the cursor; `False` when there is no step in that direction."""
        if not 0 <= self._cursor + step < len(self._items):
            return False
        before = self.cursor_region
        self._cursor += step
        self.refresh(before, self.cursor_region)
        return True

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the steps take."""
        self._wrap(width)
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """One line of a step."""
        self._wrap(self.size.width)
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        index, text = self._lines[y]
        style = self.rich_style
        if index == self._cursor:
            style = self.get_component_rich_style("checklist--cursor")
        elif self._items[index].done:
            style = self.get_component_rich_style("checklist--done")
        return LeanStrip([Segment(fit(text, self.size.width), style)], self.size.width)

    def _wrap(self, width: int) -> None:
        self._lines = []
        for index, item in enumerate(self._items):
            sign = self._signs.ticked if item.done else self._signs.open
            for at, line in enumerate(paragraphs(item.text, max(1, width - 6))):
                self._lines.append((index, f" {'   ' if at else sign} {line}"))
