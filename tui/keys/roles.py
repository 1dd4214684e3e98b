"""What keys do on the tab of roles."""

from __future__ import annotations

from tui.keys.command import Command, for_leads

ROLES_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the role below"),
    Command("up", ("k", "up"), "up", "Go to the role above"),
    Command("first", ("home",), "first", "Go to the first role"),
    Command("last", ("end",), "last", "Go to the last role"),
    Command("page_down", ("pagedown",), "page down", "Scroll what is told of the role down"),
    Command("page_up", ("pageup",), "page up", "Scroll it up"),
)

ROLES_LOOKING = (
    Command(
        "open", ("enter",), "open", "Give the role the whole screen, or the list its place again", footer=True
    ),
    Command("go", ("g",), "cards", "Go to the role's cards on the board", footer=True),
    Command("filter", ("/",), "search", "Show only roles with these words", opens=True),
    Command("clear", ("escape", "ctrl+g"), "clear", "Show the list, then all roles again"),
)

ROLES_CHANGES = for_leads(
    Command("edit", ("e",), "edit", "Change what the role says", footer=True, changes=True, opens=True),
    Command("add", ("a",), "add", "Add a role", footer=True, changes=True, opens=True),
    Command(
        "answer",
        ("r",),
        "responsibility",
        "Add something that the role answers for",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("lead", ("l",), "lead", "Choose who leads the role", footer=True, changes=True, opens=True),
    Command(
        "deputy", ("d",), "deputy", "Choose who stands in for the lead", footer=True, changes=True, opens=True
    ),
    Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

ROLES = (*ROLES_LOOKING[:1], *ROLES_CHANGES, *ROLES_LOOKING[1:], *ROLES_CURSOR)
"""Everything that one key does there, without what it does everywhere."""

ROLES_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Roles", ROLES_LOOKING),
    ("Changing roles", ROLES_CHANGES),
    ("From role to role", ROLES_CURSOR),
)
"""How the help shows them."""
