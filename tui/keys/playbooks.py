"""What keys do with playbooks, runs, routines and freezes, and while a run is looked at before it is made."""

from __future__ import annotations

from tui.keys.command import Command

PLAYBOOKS_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the next line"),
    Command("up", ("k", "up"), "up", "Go to the line before"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("first", ("home",), "first", "Go to the first line"),
    Command("last", ("end",), "last", "Go to the last line"),
    Command("scroll_down", ("J",), "scroll", "Scroll what is told of it down"),
    Command("scroll_up", ("K",), "scroll up", "Scroll it up"),
)

PLAYBOOKS_LOOKING = (
    Command("open", ("enter",), "all of it", "See all of it", footer=True, opens=True),
    Command(
        "section", ("o",), "only", "Show only playbooks, only runs, routines or freezes, or all", footer=True
    ),
    Command("filter", ("/",), "filter", "Show only what has these words", opens=True),
    Command("clear", ("escape", "ctrl+g"), "all", "Show all again"),
)

PLAYBOOKS_CHANGES = (
    Command(
        "start",
        ("S",),
        "start",
        "Start the playbook: its day, its name, its goal, then look at all cards before they are made",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "add",
        ("a",),
        "add",
        "Write a playbook, take in a ready-made one, agree on a routine or a freeze",
        footer=True,
        changes=True,
        leads=True,
        opens=True,
    ),
    Command(
        "edit",
        ("e",),
        "edit",
        "Edit it; a playbook's steps are lines of text",
        changes=True,
        leads=True,
        opens=True,
    ),
    Command(
        "postpone",
        ("P",),
        "postpone",
        "Put a run on another day: its open cards move",
        changes=True,
        opens=True,
    ),
    Command("pause", ("p",), "pause", "Pause a routine, or let it go on", changes=True),
    Command("archive", ("X",), "archive", "Put it away; cards stay where they are", changes=True),
    Command(
        "join",
        ("N",),
        "joining",
        "A new colleague joins: take somebody in, and start the playbooks for it",
        changes=True,
        opens=True,
    ),
    Command(
        "leave",
        ("E",),
        "leaving",
        "Somebody leaves: see what has no owner then, hand it over, start the playbooks for it",
        changes=True,
        opens=True,
    ),
    Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

_FIRST = ("start", "add", "open", "edit")
"""What the line of keys shows first, where there is not room for all."""
_SHOWN = (*PLAYBOOKS_CHANGES, *PLAYBOOKS_LOOKING, *PLAYBOOKS_CURSOR)
PLAYBOOKS = tuple(sorted(_SHOWN, key=lambda c: _FIRST.index(c.name) if c.name in _FIRST else len(_FIRST)))
"""Everything that one key does with them."""

PLAYBOOKS_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Playbooks, routines, freezes", PLAYBOOKS_CHANGES),
    ("Looking at them", PLAYBOOKS_LOOKING),
    ("From one to another", PLAYBOOKS_CURSOR),
)
"""How the help shows them."""


def _in_list() -> tuple[Command, ...]:
    """From line to line; each dialog has commands of its own, for a person's own keys."""
    return (
        Command("down", ("j", "down"), "down", "Go to the next line"),
        Command("up", ("k", "up"), "up", "Go to the line before"),
        Command("page_down", ("pagedown",), "page down", "Go down by a page"),
        Command("page_up", ("pageup",), "page up", "Go up by a page"),
        Command("first", ("home",), "first", "Go to the first line"),
        Command("last", ("end",), "last", "Go to the last line"),
    )


def _out() -> tuple[Command, ...]:
    """Help, and the way back."""
    return (
        Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
        Command(
            "close", ("q", "escape", "ctrl+g"), "back", "Back; nothing is done", footer=True, essential=True
        ),
    )


STARTING = (
    *_in_list(),
    Command("toggle", (" ",), "in or out", "Make this card, or leave it out", footer=True),
    Command("do_it", ("enter",), "create", "Create the cards, after saying what will happen", footer=True),
    *_out(),
)
"""While one looks at the cards of a run before they are made."""

LEAVING = (
    *_in_list(),
    Command("receiver", ("S", "s"), "all to", "Say who takes it all over", footer=True, opens=True),
    Command("playbooks", (" ",), "playbooks", "Also start the playbooks for leaving, or not", footer=True),
    Command("day", ("d",), "last day", "Say which day is the last one", footer=True, opens=True),
    Command("do_it", ("enter",), "leave", "Take the person out, after saying what will happen", footer=True),
    *_out(),
)
"""While one looks at what somebody who leaves has."""
