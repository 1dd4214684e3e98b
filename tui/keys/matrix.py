"""What keys do on the matrix of responsibilities and people."""

from __future__ import annotations

from tui.keys.command import Command, for_leads

MATRIX_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the responsibility below"),
    Command("up", ("k", "up"), "up", "Go to the responsibility above"),
    Command("left", ("h", "left"), "left", "Go to the person on the left"),
    Command("right", ("l", "right"), "right", "Go to the person on the right"),
    Command("first", ("home",), "first", "Go to the first responsibility"),
    Command("last", ("end",), "last", "Go to the last responsibility"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_left", ("H", "shift+left"), "people left", "Go to the left by a page of people"),
    Command("page_right", ("L", "shift+right"), "people right", "Go to the right by a page of people"),
    Command("next_part", ("n",), "next", "Go to the next person who has a part in it, out of view too"),
)

MATRIX_CELLS = for_leads(
    Command(
        "accountable",
        ("a",),
        "answers",
        "Let the person answer for it (A), or no longer; exactly one person should",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "responsible",
        ("r",),
        "does the work",
        "Let the person do the work (R), or no longer",
        footer=True,
        changes=True,
    ),
    Command(
        "consulted",
        ("c",),
        "asked",
        "Have the person asked before (C), or no longer",
        footer=True,
        changes=True,
    ),
    Command(
        "informed",
        ("i",),
        "told",
        "Have the person told afterwards (I), or no longer",
        footer=True,
        changes=True,
    ),
    Command("empty", ("x", " "), "no part", "Take the person out of it", changes=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

MATRIX_ROWS = for_leads(
    Command("open", ("enter",), "open", "Open the responsibility: people, decisions, history", opens=True),
    Command(
        "add",
        ("A",),
        "add",
        "Add a responsibility below this one, in its role",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "edit", ("e",), "edit", "Change its name, its role and what belongs to it", changes=True, opens=True
    ),
    Command("lower", ("J", "shift+down"), "lower", "Put it under the next one of its role", changes=True),
    Command("higher", ("K", "shift+up"), "higher", "Put it above the one before in its role", changes=True),
    Command("archive", ("X",), "archive", "Put it away: nobody has to answer for it any more", changes=True),
)

MATRIX_VIEWS = (
    Command("only", ("f",), "which", "Show what something is wrong with, what is mine, or all", footer=True),
    Command("people", ("p",), "people", "Show only the people of one role, or all", footer=True, opens=True),
    Command("filter", ("/",), "search", "Show only responsibilities with these words", opens=True),
    Command("clear", ("escape", "ctrl+g"), "clear", "Show all responsibilities and people again"),
)

MATRIX = (*MATRIX_CURSOR, *MATRIX_CELLS, *MATRIX_ROWS, *MATRIX_VIEWS)
"""Everything that one key does there, without what it does everywhere."""

MATRIX_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Who answers for what", MATRIX_CELLS),
    ("Responsibilities", MATRIX_ROWS),
    ("Looking at the matrix", MATRIX_VIEWS),
    ("In the matrix", MATRIX_CURSOR),
)
"""How the help shows them."""
