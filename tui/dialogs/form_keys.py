"""The line below a form that says how it is saved and left."""

from __future__ import annotations

from tui.keys import FORM, footer
from widgets.keys_line import KeysLine


def form_keys() -> KeysLine:
    """Saving and leaving stay where it is narrow."""
    keys, line = footer(FORM), KeysLine()
    line.keys, line.essential = [*keys, ("tab", "next field")], frozenset(key for key, _ in keys)
    return line
