"""The line below a form that says how it is saved and left."""

from __future__ import annotations

from tui.keys import FORM, Command, footer
from widgets.keys_line import KeysLine


def form_keys(more: tuple[Command, ...] = ()) -> KeysLine:
    """Saving and leaving stay where it is narrow; `more` is what else can be done in this form."""
    keys, line = footer(FORM), KeysLine()
    line.keys = [*keys, *footer(more), ("tab", "next field")]
    line.essential = frozenset(key for key, _ in keys)
    return line
