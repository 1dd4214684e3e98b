"""What keys do on the goals screen."""

from __future__ import annotations

from tui.keys.board import SHELL
from tui.keys.command import Command

GOAL_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the goal below"),
    Command("up", ("k", "up"), "up", "Go to the goal above"),
    Command("first", ("home",), "first", "Go to the first goal"),
    Command("last", ("end",), "last", "Go to the last goal"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("whole", ("left", "h"), "whole", "Go to the goal that this one is a part of"),
    Command("part", ("right",), "part", "Go to the first part of the goal"),
)

GOAL_CHANGES = (
    Command(
        "check_in",
        ("i",),
        "check in",
        "Say how it goes: a value, your confidence from !1 to !10, a note",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("add", ("a",), "add", "Write a goal", footer=True, changes=True, opens=True),
    Command("add_part", ("A",), "add part", "Write a part of this goal", changes=True, opens=True),
    Command("edit", ("e",), "edit", "Change what the goal says", footer=True, changes=True, opens=True),
    Command("parts", ("r",), "parts", "See and change its key results and milestones", opens=True),
    Command(
        "link",
        ("l",),
        "cards",
        "Say which cards serve the goal, or serve it no more",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "begin",
        ("b",),
        "begin",
        "Begin to work towards the goal; where it is not SMART yet it asks first",
        changes=True,
        opens=True,
    ),
    Command(
        "close",
        ("d",),
        "end",
        "Say how the goal ended: reached, missed or dropped",
        changes=True,
        opens=True,
    ),
    Command("archive", ("x",), "archive", "Put the goal away, or bring it back", changes=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

GOAL_VIEWS = (
    Command(
        "open",
        ("enter",),
        "open",
        "Open the goal: chart, parts, milestones, cards, comments, history",
        footer=True,
        opens=True,
    ),
    Command("period", ("p",), "period", "Show this quarter's goals, the next one's, or all", footer=True),
    Command("risk", ("s",), "sort", "Put the goal that is most behind first, or the tree again", footer=True),
    Command(
        "narrow",
        ("f",),
        "filter",
        "Show only the goals of a person or role, or of one state; the next key says which",
        footer=True,
        opens=True,
    ),
    Command("filter", ("/",), "search", "Show only goals with these words", opens=True),
    Command("clear", ("escape", "ctrl+g"), "clear", "Show all goals of the period again"),
)

_FIRST = ("open", "check_in", "add", "period", "risk", "narrow")
"""What the line of keys shows first, where there is not room for all."""
_SHOWN = (*GOAL_VIEWS, *GOAL_CHANGES)
GOALS = (
    *GOAL_CURSOR,
    *sorted(_SHOWN, key=lambda c: _FIRST.index(c.name) if c.name in _FIRST else len(_FIRST)),
    *SHELL,
)
"""Everything that one key does on the goals screen."""

GOALS_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Goals", GOAL_VIEWS),
    ("Changing goals", GOAL_CHANGES),
    ("From goal to goal", GOAL_CURSOR),
)
"""How the help shows them; `SHELL` stands under the board's."""
