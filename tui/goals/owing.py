"""What the app says at the start to who owes a word on a goal, a reading, or a review."""

from __future__ import annotations

from collections.abc import Sequence

from store.kpis.owing import Late
from store.models import Adjustment, Goal
from store.phrases import counted, listed
from store.rules.words import quoted
from tui.keys import GOALS, SCREENS, SHELL, key_for


def sentences(
    owed: Sequence[Goal], late: Sequence[Late] = (), reviews: Sequence[Adjustment] = ()
) -> list[str]:
    """The same in ever fewer words: what waits, and the keys; empty when nothing does."""
    if owed and not (late or reviews):
        return _of_goals(owed)
    counts = [counted(len(owed), "check-in")] if owed else []
    counts += [counted(len(late), "reading")] if late else []
    counts += [counted(len(reviews), "review")] if reviews else []
    if not counts:
        return []
    names = [*(goal.title for goal in owed), *(one.kpi.name for one in late), *(one.title for one in reviews)]
    about = f" of {quoted(names[0])}" if len(names) == 1 else ""
    key = key_for(SHELL, "inbox")
    long = f"You owe {listed(counts)}{about}: {key} shows what waits."
    return [long, f"You owe {listed(counts)}; {key} shows what waits."]


def _of_goals(owed: Sequence[Goal]) -> list[str]:
    shows, says = key_for(SCREENS, "goals"), key_for(GOALS, "check_in")
    what = f"a check-in on {quoted(owed[0].title)}" if len(owed) == 1 else f"{len(owed)} check-ins"
    return [
        f"You owe {what}: {shows} shows the goals, {says} says how it goes.",
        f"You owe {what}; {shows} shows the goals.",
        f"You owe {counted(len(owed), 'check-in')}; {shows} shows the goals.",
    ]
