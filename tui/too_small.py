"""What stands on a terminal that has no room for a screen."""

from __future__ import annotations

from typing import TypeVar

from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

R = TypeVar("R")
WIDTH, HEIGHT = 24, 6
"""Cells and lines that every screen needs: header, heads, one card, a question, keys."""
CSS = "Screen.-too-small { overflow: hidden; }"
"""What is below has no room, and is not to be scrolled to."""


class TooSmall(Static):
    """One sentence in the middle, over everything."""

    DEFAULT_CSS = """
    TooSmall {
        layer: _toosmall; dock: top; width: 100%; height: 100%; content-align: center middle;
        text-align: center; background: $background; color: $foreground;
    }
    """


def cover(screen: Screen[R], size: Size) -> None:
    """Say so where the terminal is too small; uncover the screen where it has grown."""
    small = size.width < WIDTH or size.height < HEIGHT
    screen.set_class(small, "-too-small")
    covers = screen.query(TooSmall)
    if small and not covers:
        screen.mount(TooSmall(f"too small: {WIDTH} x {HEIGHT} or more", markup=False))
    elif not small and covers:
        covers.remove()
