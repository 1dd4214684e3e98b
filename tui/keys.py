"""The one key table: footer, help screen and the README's table come from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do with a key."""

    name: str
    """The method that does it is `do_` and this name."""
    keys: tuple[str, ...]
    """Characters as typed, or Textual's names for the others; the first is the one that is shown."""
    label: str
    """One or two words for the footer."""
    help: str
    """A sentence for the help screen."""
    footer: bool = False
    """Whether the footer shows it."""
    essential: bool = False
    """Whether the footer shows it also where there is little room."""
    changes: bool = False
    """Whether it changes something, which only who is in the team may."""


CURSOR = (
    Command("left", ("h", "left"), "left", "Go to the column on the left"),
    Command("down", ("j", "down"), "down", "Go to the card below"),
    Command("up", ("k", "up"), "up", "Go to the card above"),
    Command("right", ("l", "right"), "right", "Go to the column on the right"),
    Command("first", ("home",), "first", "Go to the first card of the cell"),
    Command("last", ("end",), "last", "Go to the last card of the cell"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("next_lane", ("tab", "]"), "next role", "Show the next role alone", footer=True),
    Command("previous_lane", ("shift+tab", "["), "role before", "Show the role before alone"),
    Command("all_lanes", ("0",), "all roles", "Show all roles"),
)

CARDS = (
    Command("move_left", ("H", "shift+left"), "move left", "Move the card one column back", changes=True),
    Command(
        "move_right",
        ("L", "shift+right"),
        "move right",
        "Move the card one column on",
        footer=True,
        changes=True,
    ),
    Command("move_down", ("J", "shift+down"), "lower", "Put the card under the next one", changes=True),
    Command("move_up", ("K", "shift+up"), "higher", "Put the card above the one before", changes=True),
    Command("add", ("a",), "add", "Add a card under this one", footer=True, changes=True),
    Command("open", ("enter",), "open", "Open the card: text, checklist, comments, history", footer=True),
    Command("edit", ("e",), "edit", "Edit the card's fields", footer=True, changes=True),
    Command("comment", ("c",), "comment", "Write a comment on the card", footer=True, changes=True),
    Command("take", ("m",), "take", "Take the card yourself, or give it back", changes=True),
    Command("block", ("b",), "block", "Say why the card cannot go on, or that it can again", changes=True),
    Command("archive", ("x",), "archive", "Put the card away; nothing is deleted", changes=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

LOOKING = (
    Command(
        "filter", ("/",), "filter", "Show only cards that contain all the words", footer=True, essential=True
    ),
    Command("clear", ("escape", "ctrl+g"), "clear", "Take the filter away"),
    Command("policy", ("p",), "policy", "Show the column's policy, count and limit"),
    Command("archived", ("X",), "archived", "Show the cards that were put away"),
)

SHELL = (
    Command("team_settings", ("T",), "team", "Show the team's settings: columns, roles, people, tags"),
    Command("help", ("?", "f1"), "help", "Show all keys", footer=True, essential=True),
    Command(
        "quit", ("q", "ctrl+c"), "leave", "Leave; everything is saved already", footer=True, essential=True
    ),
)

BOARD = (*CURSOR, *CARDS, *LOOKING, *SHELL)
"""Everything that a key does on the board."""

CARD = (
    Command("down", ("j", "down"), "down", "Go to the next checklist item, or scroll"),
    Command("up", ("k", "up"), "up", "Go to the checklist item before, or scroll"),
    Command("page_down", ("pagedown",), "page down", "Scroll down by a page"),
    Command("page_up", ("pageup",), "page up", "Scroll up by a page"),
    Command(
        "tick", (" ",), "tick", "Tick the checklist item, or take the tick away", footer=True, changes=True
    ),
    Command("add_item", ("a",), "add item", "Add a checklist item", footer=True, changes=True),
    Command("comment", ("c",), "comment", "Write a comment", footer=True, changes=True),
    Command("edit", ("e",), "edit", "Edit the card's fields", footer=True, changes=True),
    Command("help", ("?", "f1"), "help", "Show all keys"),
    Command("close", ("q", "escape", "enter"), "back", "Back to the board", footer=True, essential=True),
)

TEAM = (
    Command(
        "next_section", ("tab", "l", "right"), "next part", "Go to the next part of the settings", footer=True
    ),
    Command("previous_section", ("shift+tab", "h", "left"), "part before", "Go to the part before"),
    Command("down", ("j", "down"), "down", "Go to the next row"),
    Command("up", ("k", "up"), "up", "Go to the row before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first row"),
    Command("last", ("end",), "last", "Go to the last row"),
    Command("edit", ("enter", "e"), "edit", "Edit the row", footer=True),
    Command("add", ("a",), "add", "Add a row", footer=True),
    Command("lower", ("J", "shift+down"), "lower", "Move the row down", footer=True),
    Command("higher", ("K", "shift+up"), "higher", "Move the row up"),
    Command("archive", ("x",), "archive", "Put the row away, or bring it back", footer=True),
    Command("merge", ("m",), "merge", "Make this tag one with another one"),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back"),
    Command("help", ("?", "f1"), "help", "Show all keys"),
    Command("close", ("q", "escape", "ctrl+g"), "back", "Back to the board", footer=True, essential=True),
)

ARCHIVED = (
    Command("down", ("j", "down"), "down", "Go to the next card"),
    Command("up", ("k", "up"), "up", "Go to the card before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the card that was put away last"),
    Command("last", ("end",), "last", "Go to the card that was put away first"),
    Command("open", ("enter",), "open", "Read the card", footer=True),
    Command("restore", ("r",), "restore", "Bring the card back to the board", footer=True, changes=True),
    Command("filter", ("/",), "filter", "Show only cards that contain all the words", footer=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
    Command("help", ("?", "f1"), "help", "Show all keys"),
    Command("close", ("q", "escape", "ctrl+g"), "back", "Back to the board", footer=True, essential=True),
)

FORM = (
    Command("save", ("f2",), "save", "Save; enter does it too in fields of one line", footer=True),
    Command("cancel", ("escape", "ctrl+g"), "cancel", "Back without saving", footer=True),
)

LINE = (
    Command("finish", ("enter",), "done", "Take what is written"),
    Command("cancel", ("escape", "ctrl+c", "ctrl+g"), "cancel", "Go back and take nothing"),
)

GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Board", BOARD),
    ("Opened card", CARD),
    ("Team settings", TEAM),
    ("Archived cards", ARCHIVED),
    ("Forms", FORM),
    ("Lines and questions", LINE),
)

_SHOWN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    " ": "space",
    "escape": "esc",
    "pageup": "page up",
    "pagedown": "page down",
}


_SAME = {"ctrl+j": "enter"}
"""A terminal sends a line feed for enter until the app has set it up."""


def name_of(event: events.Key) -> str:
    """A key as the table names it: the character that was typed, or Textual's name."""
    if event.character is not None and event.is_printable:
        return event.character
    return _SAME.get(event.key, event.key)


def as_typed(event: events.Key) -> tuple[events.Key, ...]:
    """The keys that a person typed where Textual reports another one.

    Escape and a key in one packet look like that key with alt, which no command has.
    """
    if event.key.startswith("alt+") and event.character is not None and event.is_printable:
        return events.Key("escape", "\x1b"), events.Key(event.character, event.character)
    if event.key in _SAME:
        return (events.Key(_SAME[event.key], "\r"),)
    return (event,)


def find(commands: tuple[Command, ...], event: events.Key) -> Command | None:
    """The command of a key, if it has one."""
    name = name_of(event)
    return next((command for command in commands if name in command.keys), None)


def shown(key: str) -> str:
    """A key as people read it."""
    modifiers, _, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return "+".join(part for part in (modifiers, _SHOWN.get(last, last)) if part)


def footer(commands: tuple[Command, ...]) -> list[tuple[str, str]]:
    """Key and label of the commands that the footer shows."""
    return [(shown(command.keys[0]), command.label) for command in commands if command.footer]


def essential(commands: tuple[Command, ...]) -> frozenset[str]:
    """Keys that the footer shows also where there is little room."""
    return frozenset(shown(command.keys[0]) for command in commands if command.essential)


def as_markdown() -> str:
    """The table for the README."""
    lines: list[str] = []
    for title, commands in GROUPS:
        lines += [f"**{title}**", "", "| key | what it does |", "|---|---|"]
        lines += [f"| {_keys(command)} | {command.help} |" for command in commands]
        lines.append("")
    return "\n".join(lines)


def _keys(command: Command) -> str:
    return " ".join(f"`{shown(key)}`" for key in command.keys)
