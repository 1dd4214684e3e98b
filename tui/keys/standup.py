"""What keys do in the stand-up."""

from __future__ import annotations

from tui.keys.board import SHELL
from tui.keys.command import Command

STANDUP_CURSOR = (
    Command("down", ("j", "down"), "down", "Look at the next person"),
    Command("up", ("k", "up"), "up", "Look at the person before"),
    Command("first", ("home",), "first", "Look at the first person"),
    Command("last", ("end",), "last", "Look at the last person"),
    Command("page_down", ("pagedown",), "page down", "Scroll what the person says down"),
    Command("page_up", ("pageup",), "page up", "Scroll it up"),
    Command("whole", ("z",), "whole", "Give who speaks the whole screen, or the list its place again"),
)

STANDUP_ROUND = (
    Command(
        "write",
        ("w",),
        "write",
        "Write what you did, do now and what is in your way; Tagwerk has drafted it",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "go_on",
        ("n",),
        "next",
        "Start the round; then give the word to the next one",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("give_word", ("N",), "give word", "Give the word to the person you look at", changes=True),
    Command("absent", ("-",), "absent", "The person you look at is not there, or is after all", changes=True),
    Command("end", ("E",), "end", "End the round and tell the news how it was", changes=True, opens=True),
)

STANDUP_NOTES = (
    Command(
        "decide",
        ("d",),
        "decision",
        "Write down what was decided; @name says whom it takes",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "park",
        ("p",),
        "park",
        "Park a topic for afterwards; @name says whom it takes",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("to_card", ("t",), "make card", "Make a card of a decision or topic", changes=True, opens=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
    Command(
        "participation",
        ("P",),
        "who took part",
        "See who had a turn lately, and what is in the way again and again",
        opens=True,
    ),
)

STANDUP_CARDS = (
    Command("next_card", ("J", "tab"), "next card", "Go to the person's next card"),
    Command("card_before", ("K", "shift+tab"), "card before", "Go to the card before"),
    Command("open", ("enter",), "open card", "Open the card", footer=True, opens=True),
    Command(
        "block", ("b",), "block", "Say what the card waits for, or that it goes on", changes=True, opens=True
    ),
    Command("move_right", ("L",), "move right", "Move the card one column on", changes=True),
    Command("move_left", ("H",), "move left", "Move the card one column back", changes=True),
    Command("assign", ("s",), "assign", "Say who works on the card", changes=True, opens=True),
)

_FIRST = ("go_on", "write", "decide", "park", "open")
"""What the line of keys shows first, where there is not room for all."""
_SHOWN = (*STANDUP_ROUND, *STANDUP_NOTES, *STANDUP_CARDS, *STANDUP_CURSOR)
STANDUP = (
    *sorted(_SHOWN, key=lambda c: _FIRST.index(c.name) if c.name in _FIRST else len(_FIRST)),
    *SHELL,
)
"""Everything that one key does in the stand-up."""

STANDUP_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Stand-up", STANDUP_ROUND),
    ("What is kept of it", STANDUP_NOTES),
    ("Cards of who speaks", STANDUP_CARDS),
    ("From person to person", STANDUP_CURSOR),
)
"""How the help shows them; `SHELL` stands under the board's."""
