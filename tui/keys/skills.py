"""What keys do in the matrix of people and skills, and in one cell of it that is opened."""

from __future__ import annotations

from tui.keys.command import Command, for_leads

SKILLS_CURSOR = (
    Command("left", ("h", "left"), "left", "Go to the person on the left"),
    Command("down", ("j", "down"), "down", "Go to the skill below"),
    Command("up", ("k", "up"), "up", "Go to the skill above"),
    Command("right", ("l", "right"), "right", "Go to the person on the right"),
    Command("first", ("home",), "first", "Go to the first skill"),
    Command("last", ("end",), "last", "Go to the last skill"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_left", ("H", "shift+left"), "page left", "Go to the left by a page"),
    Command("page_right", ("L", "shift+right"), "page right", "Go to the right by a page"),
    Command("mine", ("m",), "mine", "Go to your own column"),
    Command(
        "next_estimate", ("n",), "next estimate", "Go to the next level that waits for you to confirm it"
    ),
)

SKILLS_LEVELS = (
    Command(
        "set_level",
        ("s",),
        "set level",
        "Set the level of the person in the skill; the next key, 0 to 4, says which",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("raise_level", ("+", "="), "raise", "Raise the level by one", changes=True),
    Command("lower_level", ("-",), "lower", "Lower the level by one", changes=True),
    Command("confirm", ("c",), "confirm", "Confirm the level that somebody estimates", changes=True),
    Command(
        "evidence",
        ("e",),
        "evidence",
        "Say what shows the level, and until when a certificate holds",
        changes=True,
        opens=True,
    ),
    Command(
        "learn",
        ("g",),
        "learn",
        "Plan how the person learns it, or wish for it; the form is filled in already",
        footer=True,
        changes=True,
        opens=True,
    ),
)

SKILLS_CHANGES = for_leads(
    Command(
        "target",
        ("t",),
        "target",
        "Say how well a role has to be able to do it",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("add", ("a",), "add", "Add a skill", footer=True, changes=True, opens=True),
    Command("edit", ("E",), "edit skill", "Change what the skill says", changes=True, opens=True),
    Command("higher", ("K", "shift+up"), "higher", "Put the skill above the one before", changes=True),
    Command("lower", ("J", "shift+down"), "lower", "Put the skill under the next one", changes=True),
    Command("archive", ("x",), "archive", "Put the skill away; what people can stays known", changes=True),
    Command(
        "restore",
        ("X",),
        "bring back",
        "Bring back a skill that was put away",
        changes=True,
        opens=True,
    ),
    Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

SKILLS_VIEWS = (
    Command(
        "open",
        ("enter",),
        "open",
        "See everything that was said about the person and the skill",
        footer=True,
        opens=True,
    ),
    Command("order", ("o",), "order", "Sort by gap, by category or by name", footer=True),
    Command("role", ("p",), "role", "Show only the people of one role, and what it needs", opens=True),
    Command("gaps", ("f",), "gaps only", "Show only where somebody lacks something, or all", footer=True),
    Command("filter", ("/",), "search", "Show only skills or people with these words", opens=True),
    Command("clear", ("escape", "ctrl+g"), "clear", "Show everything again"),
)

SKILLS = (*SKILLS_VIEWS, *SKILLS_LEVELS, *SKILLS_CHANGES, *SKILLS_CURSOR)
"""Everything that one key does in the matrix."""

SKILLS_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Skills", SKILLS_VIEWS),
    ("Levels of people", SKILLS_LEVELS),
    ("Changing skills", SKILLS_CHANGES),
    ("From cell to cell", SKILLS_CURSOR),
)

ASSESSED = (
    Command("level_0", ("0",), "none", "Set the level to 0", changes=True),
    Command("level_1", ("1",), "1", "Set the level to 1", changes=True),
    Command("level_2", ("2",), "2", "Set the level to 2", changes=True),
    Command("level_3", ("3",), "3", "Set the level to 3", changes=True),
    Command("level_4", ("4",), "4", "Set the level to 4", changes=True),
    Command(
        "evidence",
        ("e", "a"),
        "level with evidence",
        "Say the level, what shows it, and until when a certificate holds",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "confirm", ("c",), "confirm", "Confirm what the line under the cursor says", footer=True, changes=True
    ),
    Command(
        "take_back",
        ("x",),
        "take back",
        "Take back what the line under the cursor says, or let it count again",
        footer=True,
        changes=True,
    ),
    Command("down", ("j", "down"), "down", "Go to the line below"),
    Command("up", ("k", "up"), "up", "Go to the line above"),
    Command("first", ("home",), "first", "Go to the newest one"),
    Command("last", ("end",), "last", "Go to the oldest one"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "enter"), "back", "Back to the matrix", footer=True, essential=True),
)
"""What one key does where everything is shown that was said about one person and one skill."""
