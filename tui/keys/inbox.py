"""What keys do in the inbox."""

from __future__ import annotations

from tui.keys.command import Command

INBOX = (
    Command("down", ("j", "down"), "down", "Go to the next line"),
    Command("up", ("k", "up"), "up", "Go to the line before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first line"),
    Command("last", ("end",), "last", "Go to the last line"),
    Command(
        "open",
        ("enter",),
        "open",
        "Open what it is about: the card, the goal, the post, or both sides of a clash",
        footer=True,
        essential=True,
        opens=True,
    ),
    Command("tick", ("d", " "), "seen", "You have seen it: tick it off and go to the next line", footer=True),
    Command("tick_all", ("M",), "all seen", "You have seen all that others did", footer=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command(
        "close",
        ("q", "escape", "ctrl+g", "ctrl+n"),
        "back",
        "Back; what you have not seen stays in the inbox",
        footer=True,
        essential=True,
    ),
)
