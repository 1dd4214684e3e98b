"""All tables together: by the name that a person's own keys call them, and by their title in the help."""

from __future__ import annotations

from tui.keys.board import BOARD, BOARD_GROUPS, GROUPINGS, JUMPS, SCREENS
from tui.keys.command import Command
from tui.keys.dialogs import ARCHIVED, CARD, FORM, HELP, LINE, PALETTE, TEAM

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
