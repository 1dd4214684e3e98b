"""Making a change on a tab of the team's screen, and saying so."""

from __future__ import annotations

from store.change import Change
from tui.keys import ROLES, key_for
from tui.workplace import Workplace


def act(place: Workplace, change: Change) -> None:
    """Show a change at once, have it committed, and say how it is taken back."""
    place.act(change)
    if change:
        place.tell(f"You {change.label}; {key_for(ROLES, 'undo')} takes it back.")
    else:
        place.tell("It is like that already.")
