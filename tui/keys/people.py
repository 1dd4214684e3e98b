"""What keys do with the people of the team, and while somebody's things are handed over."""

from __future__ import annotations

from tui.keys.command import Command

PEOPLE_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the next person"),
    Command("up", ("k", "up"), "up", "Go to the person before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first person"),
    Command("last", ("end",), "last", "Go to the last person"),
    Command("scroll_down", ("J",), "scroll", "Scroll what is told of the person down"),
    Command("scroll_up", ("K",), "scroll up", "Scroll it up"),
)

PEOPLE_LOOKING = (
    Command("open", ("enter",), "all of it", "See all that is known of the person", footer=True, opens=True),
    Command("order", ("o",), "order", "Sort by how much waits for people this week, or by name", footer=True),
    Command("filter", ("/",), "filter", "Show only people whose name or role has these words", opens=True),
    Command("clear", ("escape", "ctrl+g"), "all", "Show all people again"),
)

PEOPLE_CHANGES = (
    Command(
        "away",
        ("A",),
        "away",
        "Enter an absence, like a holiday: when the person, or you, will be away, and who stands in",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "absences", ("v",), "absences", "See all absences and holidays; change one or call it off", opens=True
    ),
    Command(
        "hand_over",
        ("O",),
        "hand over",
        "Hand over the person's cards, goals and responsibilities, all at once",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "give_back",
        ("B",),
        "give back",
        "Give back what was handed over",
        changes=True,
        opens=True,
    ),
    Command("thank", ("t",), "thank", "Thank the person", footer=True, changes=True, opens=True),
    Command("edit", ("e",), "edit", "Edit what is known of the person", changes=True, opens=True),
    Command("add", ("a",), "add", "Take a new colleague into the team", changes=True, opens=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

_FIRST = ("open", "away", "hand_over", "order")
"""What the line of keys shows first, where there is not room for all."""
_SHOWN = (*PEOPLE_CHANGES, *PEOPLE_LOOKING, *PEOPLE_CURSOR)
PEOPLE = tuple(sorted(_SHOWN, key=lambda c: _FIRST.index(c.name) if c.name in _FIRST else len(_FIRST)))
"""Everything that one key does among the people."""

PEOPLE_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("People", PEOPLE_CHANGES),
    ("Looking at people", PEOPLE_LOOKING),
    ("From one to another", PEOPLE_CURSOR),
)
"""How the help shows them."""

HANDOVER = (
    Command("down", ("j", "down"), "down", "Go to the next thing"),
    Command("up", ("k", "up"), "up", "Go to the thing before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first thing"),
    Command("last", ("end",), "last", "Go to the last thing"),
    Command("toggle", (" ",), "take in or out", "Hand this over, or keep it", footer=True),
    Command("receiver", ("s",), "to", "Say who gets this", footer=True, opens=True),
    Command("receiver_of_all", ("S",), "all to", "Say who gets all of it", footer=True, opens=True),
    Command("do_it", ("enter",), "hand over", "Hand it over, after saying what will happen", footer=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "ctrl+g"), "back", "Back; nothing is done", footer=True, essential=True),
)
"""While one says what of a person's is handed over, and to whom."""
