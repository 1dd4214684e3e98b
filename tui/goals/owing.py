"""What the app says at the start to who owes a check-in."""

from __future__ import annotations

from collections.abc import Sequence

from store.models import Goal
from store.phrases import counted
from store.rules.words import quoted
from tui.keys import GOALS, SCREENS, key_for


def sentences(owed: Sequence[Goal]) -> list[str]:
    """The same in ever fewer words: which goals wait for one, and the keys; empty when none does."""
    if not owed:
        return []
    shows, says = key_for(SCREENS, "goals"), key_for(GOALS, "check_in")
    what = f"a check-in on {quoted(owed[0].title)}" if len(owed) == 1 else f"{len(owed)} check-ins"
    return [
        f"You owe {what}: {shows} shows the goals, {says} says how it goes.",
        f"You owe {what}; {shows} shows the goals.",
        f"You owe {counted(len(owed), 'check-in')}; {shows} shows the goals.",
    ]
