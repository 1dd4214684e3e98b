"""What the signs on the board mean, for the help screen."""

from __future__ import annotations

from store.models import ColumnKind, Priority
from widgets.signs import Signs

TITLE = "Signs on the board"


def legend(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Each sign as it stands on the board, and a sentence."""
    urgent, high, low = (signs.priorities[p] for p in (Priority.URGENT, Priority.HIGH, Priority.LOW))
    queue, active, done = (signs.kinds[kind] for kind in ColumnKind)
    return (
        (f"{urgent} {high} {low}", "Urgent, high and low priority; none for normal"),
        (f"{signs.overdue}24 Nov", "Overdue since that day; without room the sign alone"),
        (signs.blocked, "Blocked: the line below the board says why"),
        (f"{signs.stale}7d", "Has not moved on for seven days: long for this team"),
        (f"{signs.checklist}2/5", "Two of five checklist items are ticked"),
        (f"{signs.comments}3", "Three comments"),
        (f"{signs.left}BO", "Ben Okafor, by his initials, has just moved it"),
        (f"{signs.selected} {signs.both}", "Selected; the same with the cursor on it"),
        (f"{queue} {active} {done}", "Columns of cards that wait, are in work, are done"),
        (f"15/12{signs.over}", "A column over its limit: fifteen cards for twelve"),
        ("Role 3/4 2", "The role's cards in work and its limit; in this cell"),
        (f"{signs.folded} Role", "A folded lane"),
        (f"{signs.above} 2 {signs.below} 5 more", "Cards of the cell above and below those in view"),
        (f"{signs.left}1 2{signs.right}", "Columns to the left and right of those in view"),
    )
