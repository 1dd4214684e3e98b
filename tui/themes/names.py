"""The themes by name; without Textual, so that the command line knows them, too."""

from __future__ import annotations

import os

THEMES = (
    ("tagwerk-dark", "light text on slate"),
    ("tagwerk-light", "dark text on paper"),
    ("tagwerk-contrast", "the strongest contrast, on black"),
    ("tagwerk-colour-safe", "for eyes that mix up colours, on slate"),
    ("tagwerk-colour-safe-light", "for eyes that mix up colours, on paper"),
    ("terminal", "your terminal's own colours"),
)
"""Name and what it looks like, in the order in which they are offered."""
DEFAULT = "tagwerk-dark"
TERMINAL = "terminal"


def wants_no_colour() -> bool:
    """Whether the person asked for no colours (https://no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


def shown_theme(chosen: str) -> str:
    """The theme to show for the one that was chosen: the terminal's own where colours are not wanted.

    Under NO_COLOR a theme of fixed colours would still send 24-bit greys.
    """
    return TERMINAL if wants_no_colour() else chosen


def next_theme(name: str) -> str:
    """The theme behind another one; behind the last one comes the first."""
    names = [known for known, _ in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else DEFAULT


def theme_sentence(name: str) -> str:
    """What is told when a theme was chosen."""
    if wants_no_colour():
        return f"{name} is seen from the next start without NO_COLOR."
    return f"The theme is {name}: {dict(THEMES)[name]}."
