"""What keys do with an opened goal."""

from __future__ import annotations

from tui.keys.command import Command
from tui.keys.goals import GOAL_CHANGES

_BESIDE = ("add", "add_part")
"""What is written beside the goal, not about it."""

GOAL = (
    Command("down", ("j", "down"), "down", "Scroll down"),
    Command("up", ("k", "up"), "up", "Scroll up"),
    Command("page_down", ("pagedown",), "page down", "Scroll down by a page"),
    Command("page_up", ("pageup",), "page up", "Scroll up by a page"),
    *(
        Command(
            command.name,
            command.usual_keys,
            command.label,
            command.help,
            footer=command.footer,
            changes=command.changes,
            opens=command.opens,
        )
        for command in GOAL_CHANGES
        if command.name not in _BESIDE
    ),
    Command("remark", ("c",), "comment", "Write a comment", footer=True, changes=True, opens=True),
    Command("palette", (":", "ctrl+p"), "find", "Find what can be done with the goal", opens=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("back", ("q", "escape", "enter"), "back", "Back to where you were", footer=True, essential=True),
)

GOAL_CARDS = (
    Command("down", ("j", "down"), "down", "Go to the next card"),
    Command("up", ("k", "up"), "up", "Go to the card before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first card"),
    Command("last", ("end",), "last", "Go to the last card"),
    Command(
        "toggle",
        (" ", "l"),
        "link",
        "Let the card serve the goal, or take that away",
        footer=True,
        changes=True,
    ),
    Command("open", ("enter",), "open", "Open the card", footer=True, opens=True),
    Command("filter", ("/",), "filter", "Show only some cards, as on the board", footer=True, opens=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "ctrl+g"), "back", "Back to the goal", footer=True, essential=True),
)
