"""What keys do in what opens over a screen, and in a line that is written in."""

from __future__ import annotations

from tui.keys.command import Command

CARD = (
    Command("down", ("j", "down"), "down", "Go to the next checklist item, or scroll"),
    Command("up", ("k", "up"), "up", "Go to the checklist item before, or scroll"),
    Command("page_down", ("pagedown",), "page down", "Scroll down by a page"),
    Command("page_up", ("pageup",), "page up", "Scroll up by a page"),
    Command(
        "tick", (" ",), "tick", "Tick the checklist item, or take the tick away", footer=True, changes=True
    ),
    Command("add_item", ("a",), "add item", "Add a checklist item", footer=True, changes=True, opens=True),
    Command("comment", ("c",), "comment", "Write a comment", footer=True, changes=True, opens=True),
    Command("edit", ("e",), "edit", "Edit the card's fields", footer=True, changes=True, opens=True),
    Command("palette", (":", "ctrl+p"), "find", "Find what can be done with the card", opens=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "enter"), "back", "Back to the board", footer=True, essential=True),
)

TEAM = (
    Command(
        "next_section", ("tab", "l", "right"), "next", "Go to the next part of the settings", footer=True
    ),
    Command("previous_section", ("shift+tab", "h", "left"), "part before", "Go to the part before"),
    Command("down", ("j", "down"), "down", "Go to the next row"),
    Command("up", ("k", "up"), "up", "Go to the row before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first row"),
    Command("last", ("end",), "last", "Go to the last row"),
    Command("edit", ("enter", "e"), "edit", "Edit the row", footer=True, opens=True),
    Command("add", ("a",), "add", "Add a row", footer=True, opens=True),
    Command("lower", ("J", "shift+down"), "lower", "Move the row down", footer=True),
    Command("higher", ("K", "shift+up"), "higher", "Move the row up", footer=True),
    Command("archive", ("x",), "archive", "Put the row away, or bring it back", footer=True),
    Command("merge", ("m",), "merge", "Make this tag one with another one", opens=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back"),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "ctrl+g"), "back", "Back to the board", footer=True, essential=True),
)

ARCHIVED = (
    Command("down", ("j", "down"), "down", "Go to the next card"),
    Command("up", ("k", "up"), "up", "Go to the card before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the card that was put away last"),
    Command("last", ("end",), "last", "Go to the card that was put away first"),
    Command("open", ("enter",), "open", "Read the card", footer=True, opens=True),
    Command("restore", ("r",), "restore", "Bring the card back to the board", footer=True, changes=True),
    Command(
        "filter", ("/",), "filter", "Show only cards that contain all the words", footer=True, opens=True
    ),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "ctrl+g"), "back", "Back to the board", footer=True, essential=True),
)

FORM = (
    Command("save", ("f2",), "save", "Save; enter does it too in fields of one line", footer=True),
    Command("cancel", ("escape", "ctrl+g"), "cancel", "Back without saving", footer=True),
)

PALETTE = (
    Command("choose", ("enter",), "do it", "Do it, or go there", footer=True),
    Command("down", ("down", "ctrl+n"), "down", "Go to the next line"),
    Command("up", ("up", "ctrl+p"), "up", "Go to the line before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("cancel", ("escape", "ctrl+c", "ctrl+g"), "back", "Close it and do nothing", footer=True),
)

HELP = (
    Command("down", ("j", "down"), "down", "Scroll down"),
    Command("up", ("k", "up"), "up", "Scroll up"),
    Command("page_down", ("pagedown", " "), "page down", "Scroll down by a page"),
    Command("page_up", ("pageup",), "page up", "Scroll up by a page"),
    Command(
        "find", ("/",), "find", "Show only the keys whose line has all the words", footer=True, opens=True
    ),
    Command("close", ("q", "escape", "enter", "?", "f1"), "back", "Back", footer=True),
)

LINE = (
    Command("finish", ("enter",), "done", "Take what is written"),
    Command("cancel", ("escape", "ctrl+c", "ctrl+g"), "cancel", "Go back and take nothing"),
)
