"""What keys do in the weeks ahead."""

from __future__ import annotations

from tui.keys.command import Command

WORKLOAD_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the next person or role"),
    Command("up", ("k", "up"), "up", "Go to the one before"),
    Command("right", ("l", "right"), "right", "Go to the next week"),
    Command("left", ("h", "left"), "left", "Go to the week before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first one"),
    Command("last", ("end",), "last", "Go to the last one"),
)

WORKLOAD_LOOKING = (
    Command("open", ("enter",), "cards", "See the cards that make up this week", footer=True, opens=True),
    Command("by_role", ("r",), "roles", "Show roles instead of people, or people again", footer=True),
    Command("order", ("o",), "order", "Sort by how much there is to do in the week, or by name", footer=True),
)

WORKLOAD = (*WORKLOAD_LOOKING, *WORKLOAD_CURSOR)
"""Everything that one key does there."""

WORKLOAD_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Workload", WORKLOAD_LOOKING),
    ("From week to week", WORKLOAD_CURSOR),
)
"""How the help shows them."""

LOAD_CARDS = (
    Command("down", ("j", "down"), "down", "Go to the next card"),
    Command("up", ("k", "up"), "up", "Go to the card before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first card"),
    Command("last", ("end",), "last", "Go to the last card"),
    Command("open", ("enter",), "open", "Open the card", footer=True, opens=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "ctrl+g"), "back", "Back", footer=True, essential=True),
)
"""Among the cards of one week."""
