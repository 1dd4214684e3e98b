"""What keys do on the tab of findings."""

from __future__ import annotations

from tui.keys.command import Command

FINDINGS_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the finding below"),
    Command("up", ("k", "up"), "up", "Go to the finding above"),
    Command("first", ("home",), "first", "Go to the first finding"),
    Command("last", ("end",), "last", "Go to the last finding"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
)

FINDINGS_DOING = (
    Command(
        "mend",
        ("enter",),
        "mend it",
        "Do something about it: opens just what helps, like a choice of people",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("go", ("g",), "go there", "Go to the role or person that it is about", footer=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

FINDINGS_LOOKING = (
    Command("mine", ("m",), "mine", "Show only what is your business, or all again", footer=True),
    Command("kinds", ("f",), "filter", "Show only one kind of finding", footer=True, opens=True),
    Command("filter", ("/",), "search", "Show only findings with these words", opens=True),
    Command("clear", ("escape", "ctrl+g"), "clear", "Show all findings again"),
)

FINDINGS = (*FINDINGS_DOING, *FINDINGS_LOOKING, *FINDINGS_CURSOR)
"""Everything that one key does there, without what it does everywhere."""

FINDINGS_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Findings", FINDINGS_DOING),
    ("Which findings", FINDINGS_LOOKING),
    ("From finding to finding", FINDINGS_CURSOR),
)
"""How the help shows them."""
