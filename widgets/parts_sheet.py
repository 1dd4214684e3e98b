"""A sheet of several texts below each other, which its owner scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from widgets.signs import UNICODE, Signs

T = TypeVar("T")


class PartsSheet(VerticalScroll, Generic[T], can_focus=False, inherit_bindings=False):
    """Shows one thing. It binds no keys: its owner scrolls it.

    A subclass gives its parts, and says in `texts` what they show and in `is_same` whether what is shown now
    is a newer state of what was shown before, so that the sheet stays scrolled where it is.
    """

    DEFAULT_CSS = """
    PartsSheet {
        color: $foreground; padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        Static { width: 1fr; height: auto; }
    }
    PartsSheet:ansi { background: ansi_default; }
    """

    def __init__(self, parts: Sequence[Static], *, signs: Signs = UNICODE, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.signs = signs
        self._parts = parts
        self._view: T | None = None

    def is_same(self, old: T, new: T) -> bool:
        """Whether both are states of one thing."""
        raise NotImplementedError

    def texts(self, view: T, width: int) -> Sequence[Content]:
        """What stands in each part, for so many cells."""
        raise NotImplementedError

    def update(self, view: T | None) -> None:
        """Show one thing, or its newer state; `None`: nothing."""
        if view is None or self._view is None or not self.is_same(self._view, view):
            self.scroll_home(animate=False, immediate=True)
        self._view = view
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def compose(self) -> ComposeResult:
        """The parts, from top to bottom."""
        yield from self._parts

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known where lines break.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        width = max(1, self.scrollable_content_region.width)
        said = self.texts(self._view, width) if self._view is not None else [Content("")] * len(self._parts)
        for part, content in zip(self._parts, said, strict=True):
            # The same again would be drawn again.
            if part.content != content:
                part.update(content)
