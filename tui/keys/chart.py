"""What keys do on the chart of the team."""

from __future__ import annotations

from tui.keys.command import Command

CHART_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the line below"),
    Command("up", ("k", "up"), "up", "Go to the line above"),
    Command("first", ("home",), "first", "Go to the first line"),
    Command("last", ("end",), "last", "Go to the last line"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("outward", ("h", "left"), "outward", "Go to what this belongs to"),
)

CHART_LOOKING = (
    Command("open", ("enter",), "open", "Go to the role, or to the person", footer=True),
    Command("fold", ("z",), "fold", "Fold the role or department to one line, or open it again", footer=True),
    Command(
        "fold_all", ("Z",), "fold all", "Fold all roles to one line each, or open them again", footer=True
    ),
)

CHART = (*CHART_LOOKING, *CHART_CURSOR)
"""Everything that one key does there, without what it does everywhere."""

CHART_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Chart of the team", CHART_LOOKING),
    ("From line to line", CHART_CURSOR),
)
"""How the help shows them."""
