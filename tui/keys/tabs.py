"""What keys do on screens that have several tabs."""

from __future__ import annotations

from tui.keys.command import Command

TABS = (
    Command("next_tab", ("tab", "]"), "next tab", "Show the next tab", footer=True),
    Command("previous_tab", ("shift+tab", "["), "tab before", "Show the tab before"),
)
"""Between the tabs of one screen."""
