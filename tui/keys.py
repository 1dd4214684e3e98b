"""The one key table: footer, help screen and the README's table come from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The command line reads this table and must not wait for Textual.
    from textual import events


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """Something a person can do with a key. Two screens' commands of one name are two commands."""

    name: str
    """The method that does it is `do_` and this name."""
    usual_keys: tuple[str, ...]
    """Characters as typed, or Textual's names for the others; the first is the one that is shown. Without
    any it stands in the palette only."""
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
    after: Command | None = None
    """The command whose key has to be pressed before it, and that waits for it; `None`: none."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that it has for this person."""
        return _own_keys.get(self, self.usual_keys)


_own_keys: dict[Command, tuple[str, ...]] = {}


def rebind(own: Mapping[Command, tuple[str, ...]]) -> None:
    """From now on these commands have these keys, and all others their usual ones.

    A program has one person before it, so this holds for all of it: find, footer, help and palette.
    """
    _own_keys.clear()
    _own_keys.update(own)


CURSOR = (
    Command("left", ("h", "left"), "left", "Go to the column on the left"),
    Command("down", ("j", "down"), "down", "Go to the card below"),
    Command("up", ("k", "up"), "up", "Go to the card above"),
    Command("right", ("l", "right"), "right", "Go to the column on the right"),
    Command("first", ("home",), "first", "Go to the first card of the cell"),
    Command("last", ("end",), "last", "Go to the last card of the cell"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
)

LANES_BY = Command("lanes_by", ("o",), "lanes by", "Sort the cards into other lanes; the next key says which")

LANES = (
    Command("next_lane", ("tab", "]"), "role", "Show the next role alone", footer=True),
    Command("previous_lane", ("shift+tab", "["), "role before", "Show the role before alone"),
    Command("all_lanes", ("0",), "all roles", "Show all roles"),
    Command("fold", ("z",), "fold", "Fold the lane to one line, or open it again"),
    Command("fold_all", ("Z",), "fold all", "Fold all lanes, or open them again"),
    LANES_BY,
    Command("density", ("v",), "density", "Give cards one line, three lines, or what there is room for"),
)

GROUPINGS = (
    Command("by_role", ("r",), "role", "One lane for each role", after=LANES_BY),
    Command("by_person", ("p",), "person", "One lane for each person", after=LANES_BY),
    Command("by_goal", ("g",), "goal", "One lane for each goal", after=LANES_BY),
    Command("by_priority", ("i",), "priority", "One lane for each priority", after=LANES_BY),
    Command("by_nothing", ("n",), "none", "No lanes: all cards of a column below each other", after=LANES_BY),
)

SELECTING = (
    Command("select", (" ",), "select", "Select the card: the next command is for all that are selected"),
    Command("select_cell", ("*",), "select cell", "Select all cards of the cell, or none of them"),
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
    Command(
        "hand_on",
        (">",),
        "hand over",
        "Hand the card to the next role, with a note; > and < choose which",
        changes=True,
    ),
    Command("hand_back", ("<",), "hand back", "Hand the card to the role before, with a note", changes=True),
    Command("add", ("a",), "add", "Add a card under this one", footer=True, changes=True),
    Command("open", ("enter",), "open", "Open the card: text, checklist, comments, history", footer=True),
    Command("edit", ("e",), "edit", "Edit the card's fields", footer=True, changes=True),
    Command("comment", ("c",), "comment", "Write a comment on the card", footer=True, changes=True),
    Command(
        "change",
        ("s",),
        "set",
        "Change cards with one line, like @ana !high #tag due:fri ~Role",
        changes=True,
    ),
    Command("take", ("m",), "take", "Take the card yourself, or give it back", changes=True),
    Command("block", ("b",), "block", "Say why the card cannot go on, or that it can again", changes=True),
    Command("archive", ("x",), "archive", "Put the card away; nothing is deleted", changes=True),
    Command("copy_number", ("y",), "copy", "Copy the card's number"),
    Command("edit_outside", ("E",), "editor", "Write the description in your own editor", changes=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

JUMP = Command("jump", ("g",), "go to", "Go to a card; the next key says which", footer=True)

JUMPS = (
    Command("jump_top", ("g",), "top", "Go to the first card of the column", after=JUMP),
    Command("jump_end", ("e",), "end", "Go to the last card of the column", after=JUMP),
    Command("jump_card", ("t",), "card", "Go to a card by its number", after=JUMP),
    Command("jump_mine", ("m",), "mine", "Go to the next card of mine that is not done", after=JUMP),
    Command("jump_overdue", ("o",), "late", "Go to the next card that is overdue", after=JUMP),
    Command("jump_blocked", ("b",), "blocked", "Go to the next card that is blocked", after=JUMP),
    Command("jump_stale", ("s",), "stale", "Go to the next card that has not moved for long", after=JUMP),
    Command("jump_mention", ("u",), "@me", "Open the next card where somebody mentions me", after=JUMP),
    Command("jump_back", ("l",), "back", "Go back to where I was before the last jump", after=JUMP),
)

LOOKING = (
    Command(
        "filter",
        ("/",),
        "filter",
        "Show only some cards: words, @me, is:blocked, due:week, -not",
        footer=True,
        essential=True,
    ),
    Command(
        "filters", ("f",), "filters", "Use, keep or forget one of the team's filters; the next key says which"
    ),
    JUMP,
    Command("clear", ("escape", "ctrl+g"), "clear", "Take the selection away, then the filter"),
    Command("policy", ("p",), "policy", "Show the column's policy, count and limit"),
    Command("archived", ("X",), "archived", "Show the cards that were put away"),
)

SHELL = (
    Command(
        "palette",
        (":", "ctrl+p"),
        "find",
        "Find any command, card, person or role by typing a part of it",
        footer=True,
        essential=True,
    ),
    Command("preferences", (",",), "settings", "Your own settings: theme, density, keys and more"),
    Command("next_theme", (), "next theme", "Take the next theme"),
    Command("team_settings", ("T",), "team", "Show the team's settings: columns, roles, people, tags"),
    Command("help", ("?", "f1"), "help", "Show all keys", footer=True, essential=True),
    Command("who", ("W",), "who", "See who has the app open, and who is editing which card"),
    Command(
        "quit", ("q", "ctrl+c"), "leave", "Leave; everything is saved already", footer=True, essential=True
    ),
)

SCREENS = (Command("board", ("1",), "board", "Show the board"),)
"""One for each screen that has been built; `tui.screens.registry` says which class it is."""

BOARD_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Moving the cursor", CURSOR),
    ("Jumps", JUMPS),
    ("Lanes", LANES),
    ("Lanes by", GROUPINGS),
    ("Selecting", SELECTING),
    ("Changing cards", CARDS),
    ("Looking", LOOKING),
    ("Everywhere", SHELL),
)

BOARD = (*CURSOR, *LANES, *SELECTING, *CARDS, *LOOKING, *SHELL)
"""Everything that one key does on the board; jumps take two."""

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
    Command("palette", (":", "ctrl+p"), "find", "Find what can be done with the card"),
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
    Command("find", ("/",), "find", "Show only the keys whose line has all the words", footer=True),
    Command("close", ("q", "escape", "enter", "?", "f1"), "back", "Back", footer=True),
)

LINE = (
    Command("finish", ("enter",), "done", "Take what is written"),
    Command("cancel", ("escape", "ctrl+c", "ctrl+g"), "cancel", "Go back and take nothing"),
)

CONTEXTS = {
    "board": BOARD,
    "jump": JUMPS,
    "lanes": GROUPINGS,
    "screen": SCREENS,
    "card": CARD,
    "form": FORM,
    "find": PALETTE,
    "help": HELP,
    "team": TEAM,
    "archived": ARCHIVED,
    "line": LINE,
}
"""What a person's own keys call each group: `board.move_right`."""

GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    *BOARD_GROUPS,
    ("Screens", SCREENS),
    ("Opened card", CARD),
    ("Team settings", TEAM),
    ("Archived cards", ARCHIVED),
    ("Forms", FORM),
    ("Finding", PALETTE),
    ("Help", HELP),
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
    from textual.events import Key

    if event.key.startswith("alt+") and event.character is not None and event.is_printable:
        return Key("escape", "\x1b"), Key(event.character, event.character)
    if event.key in _SAME:
        return (Key(_SAME[event.key], "\r"),)
    return (event,)


def find(commands: tuple[Command, ...], event: events.Key) -> Command | None:
    """The command of a key, if it has one."""
    name = name_of(event)
    return next((command for command in commands if name in command.keys), None)


def shown(key: str) -> str:
    """A key as people read it."""
    modifiers, _, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return "+".join(part for part in (modifiers, _SHOWN.get(last, last)) if part)


def keys_of(command: Command, *, usual: bool = False) -> list[str]:
    """All keys of a command as people read them, with the one that has to be pressed before.

    With `usual` those that it has for everybody who has given it no others.
    """
    first = command.after
    before = (first.usual_keys if usual else first.keys) if first is not None else ()
    keys = command.usual_keys if usual else command.keys
    return [" ".join(shown(k) for k in (*before[:1], key)) for key in keys]


def key_for(commands: tuple[Command, ...], name: str) -> str:
    """The key of a command for a sentence, as people read it; where it has none, where else it is."""
    keys = next(command.keys for command in commands if command.name == name)
    return shown(keys[0]) if keys else "the palette"


def footer(commands: tuple[Command, ...]) -> list[tuple[str, str]]:
    """Key and label of the commands that the footer shows."""
    return [
        (shown(command.keys[0]), command.label) for command in commands if command.footer and command.keys
    ]


def essential(commands: tuple[Command, ...]) -> frozenset[str]:
    """Keys that the footer shows also where there is little room."""
    return frozenset(shown(command.keys[0]) for command in commands if command.essential and command.keys)


def as_markdown() -> str:
    """The table for the README."""
    lines: list[str] = []
    for title, commands in GROUPS:
        lines += [f"**{title}**", "", "| key | what it does |", "|---|---|"]
        lines += [f"| {_keys(command)} | {command.help} |" for command in commands]
        lines.append("")
    return "\n".join(lines)


def _keys(command: Command) -> str:
    return " ".join(f"`{key}`" for key in keys_of(command, usual=True)) or "in the palette"
