"""Which theme the app begins with."""

from __future__ import annotations

import os


def wants_no_colour() -> bool:
    """Whether the person asked for no colours (https://no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


def first_theme() -> str:
    """The terminal's own colours where colours are not wanted, else Textual's dark theme.

    Under NO_COLOR a theme of fixed colours would still send 24-bit greys.
    """
    return "ansi-dark" if wants_no_colour() else "textual-dark"
