"""Taking the mouse from the terminal, and giving it back, while the app runs."""

from __future__ import annotations

from textual.app import App

_MODES = (1000, 1003, 1015, 1006)
"""Those that Textual sets when it starts: clicks, motion, and two ways to write down where."""


def switch_mouse(app: App[None], wanted: bool) -> None:
    """Take the mouse, or give it back to the terminal."""
    driver = app._driver
    if driver is None:
        return
    # Textual has no way of its own to do this later than at the start. Its driver has to know: it gives the
    # mouse back at the end only if it believes that it has it.
    driver._mouse = wanted
    driver.write("".join(f"\x1b[?{mode}{'h' if wanted else 'l'}" for mode in _MODES))
    driver.flush()
