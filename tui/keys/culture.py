"""What keys do on the tabs of the screen of the culture: kudos, values, pulse, days."""

from __future__ import annotations

from tui.keys.command import Command


def _cursor(one: str) -> tuple[Command, ...]:
    return (
        Command("down", ("j", "down"), "down", f"Go to the {one} below"),
        Command("up", ("k", "up"), "up", f"Go to the {one} above"),
        Command("first", ("home",), "first", f"Go to the first {one}"),
        Command("last", ("end",), "last", f"Go to the last {one}"),
        Command("page_up", ("pageup",), "page up", "Go up by a page"),
        Command("page_down", ("pagedown",), "page down", "Go down by a page"),
        Command("text_down", ("shift+down",), "text down", "Scroll what is told of it down"),
        Command("text_up", ("shift+up",), "text up", "Scroll what is told of it up"),
    )


def _undoing() -> tuple[Command, ...]:
    return (
        Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
        Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
    )


def _searching(what: str) -> tuple[Command, ...]:
    return (
        Command("filter", ("/",), "search", f"Show only {what} with these words", footer=True, opens=True),
        Command("clear", ("escape", "ctrl+g"), "clear", "Show everything again"),
    )


KUDOS_CURSOR = _cursor("thanks")
KUDOS_DOING = (
    Command(
        "add",
        ("a",),
        "thank",
        "Thank somebody: people or a role, for what, and which value it shows",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("open", ("enter",), "read", "Read all of it, or see the wall again", footer=True),
    Command("mine", ("m",), "mine", "Show what came in for you, what you said, or all", footer=True),
    Command("by_value", ("v",), "value", "Show only what shows one value", footer=True, opens=True),
    Command(
        "quiet",
        ("L",),
        "who is quiet",
        "For leads: who was not thanked for long; nobody else is shown it",
        opens=True,
    ),
    Command("take_back", ("X", "x"), "take back", "Take back thanks that you gave", changes=True, opens=True),
    *_searching("thanks"),
    *_undoing(),
)
KUDOS = (*KUDOS_DOING, *KUDOS_CURSOR)
"""Everything that one key does on the wall of kudos."""

VALUES_CURSOR = _cursor("value")
VALUES_DOING = (
    Command("add", ("a",), "add", "Add a value", footer=True, changes=True, leads=True, opens=True),
    Command(
        "edit",
        ("e",),
        "edit",
        "Change what the value says and looks like",
        footer=True,
        changes=True,
        leads=True,
        opens=True,
    ),
    Command("open", ("enter",), "read", "Give the value the whole screen, or the list its place again"),
    Command(
        "thank",
        ("t",),
        "thank",
        "Thank somebody who has shown this value",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("lower", ("J",), "lower", "Put the value under the next one", changes=True, leads=True),
    Command("higher", ("K",), "higher", "Put the value above the one before", changes=True, leads=True),
    Command("archive", ("x",), "archive", "Put the value away; its kudos stay", changes=True, leads=True),
    Command(
        "restore",
        ("X",),
        "bring back",
        "Bring back a value that was put away",
        changes=True,
        leads=True,
        opens=True,
    ),
    Command(
        "ready",
        ("R",),
        "ready-made",
        "Take the ready-made values, to make them your own",
        changes=True,
        leads=True,
    ),
    *_searching("values"),
    *_undoing(),
)
VALUES = (*VALUES_DOING, *VALUES_CURSOR)
"""Everything that one key does among the values."""

PULSE_CURSOR = _cursor("week")
PULSE_DOING = (
    Command(
        "open",
        ("enter",),
        "read",
        "Answer this week's question; of another week read the result",
        footer=True,
        opens=True,
    ),
    Command("add", ("a",), "answer", "Answer this week's question", footer=True, opens=True, changes=True),
    Command(
        "questions",
        ("Q",),
        "questions",
        "Show what is asked in turn; who leads a role changes it",
        footer=True,
        opens=True,
    ),
    Command(
        "ready",
        ("R",),
        "ready-made",
        "Take the ready-made questions, to make them your own",
        changes=True,
        leads=True,
    ),
    *_searching("weeks"),
    *_undoing(),
)
PULSE = (*PULSE_DOING, *PULSE_CURSOR)
"""Everything that one key does among the weeks of the pulse."""

DAYS_CURSOR = _cursor("day")
DAYS_DOING = (
    Command(
        "edit",
        ("e",),
        "about me",
        "Say what the others may know of you: birthday, pronouns, how your name is spoken, holidays",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("open", ("enter",), "read", "Give the day the whole screen, or the list its place again"),
    Command("thank", ("t",), "thank", "Thank whose day it is", footer=True, changes=True, opens=True),
    *_searching("days"),
    *_undoing(),
)
DAYS = (*DAYS_DOING, *DAYS_CURSOR)
"""Everything that one key does among the coming days."""

CULTURE_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Kudos", KUDOS_DOING),
    ("On the wall", KUDOS_CURSOR),
    ("Values", VALUES_DOING),
    ("From value to value", VALUES_CURSOR),
    ("Pulse", PULSE_DOING),
    ("From week to week", PULSE_CURSOR),
    ("Days", DAYS_DOING),
    ("From day to day", DAYS_CURSOR),
)
