"""Making a change on a tab of the team's screen, and saying so."""

from __future__ import annotations

from rich.cells import cell_len

from store.change import Change
from tui.keys import ROLES, key_for
from tui.workplace import Workplace

_LINE = 78
"""Cells of a sentence that fits the line below on a terminal of 80; a longer one would cover what is read."""


def act(place: Workplace, change: Change, said: str = "") -> None:
    """Show a change at once, have it committed, and say how it is taken back.

    Args:
        place: the app.
        change: what is done.
        said: what is so then; empty: what was done.
    """
    place.act(change)
    if change:
        sentence = said or f"You {change.label}"
        whole = f"{sentence}; {key_for(ROLES, 'undo')} takes it back."
        place.tell(whole if cell_len(whole) <= _LINE else f"{sentence}.")
    else:
        place.tell("It is like that already.")
