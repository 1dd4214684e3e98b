"""Which theme the app begins with."""

from __future__ import annotations

import os


def first_theme() -> str:
    """The terminal's own colours where colours are not wanted, else Textual's dark theme.

    Under NO_COLOR a theme of fixed colours would still send 24-bit greys.
    """
    return "ansi-dark" if os.environ.get("NO_COLOR") else "textual-dark"
