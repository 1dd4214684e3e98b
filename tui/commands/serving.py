"""Which goals lose cards when they come to serve another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.models import Goal, Task
from store.rules.words import counted, quoted
from store.team import Team


def served_before(team: Team, cards: Iterable[int], goal: Goal) -> list[str]:
    """A sentence for each other goal that loses cards to this one."""
    found = Counter(task.goal for card in cards if (task := team.find(Task, card)) and task.goal)
    del found[goal.id]
    others = ((team.find(Goal, other), count) for other, count in sorted(found.items()))
    return [f"{counted(n, 'card')} served goal {g.id} {quoted(g.title)} before." for g, n in others if g]
