"""What people have to do for what they learn: what is due, and what only waits to be called finished."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from store.models import LearningItem, LearningState, Task
from store.team import Team

AHEAD = 14
"""Days ahead that are looked at."""
_OPEN = (LearningState.PLANNED, LearningState.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Due:
    """A learning item that needs something from who learns."""

    item: LearningItem
    is_card_finished: bool
    """Whether its card is finished, so that only the new level is missing."""

    def is_overdue(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.item.due is not None and self.item.due < today


def due_for(team: Team, person: str, today: date, within: int = AHEAD) -> list[Due]:
    """What a person has to learn within some days or should have, and what her finished cards stood for."""
    last = today + timedelta(days=within)
    found = []
    for item in items_of(team, person):
        is_finished = _is_card_finished(team, item)
        if item.state in _OPEN and (is_finished or (item.due is not None and item.due <= last)):
            found.append(Due(item, is_finished))
    return sorted(found, key=lambda one: (one.item.due or date.max, one.item.id))


def items_of(team: Team, person: str) -> Iterator[LearningItem]:
    """What a person learns and has learned, without what was put away."""
    for id, raw in team.tables.get("learning_items", {}).items():
        if raw.get("person") == person and not raw.get("archived_at"):
            item = team.find(LearningItem, id)
            if item is not None:
                yield item


def _is_card_finished(team: Team, item: LearningItem) -> bool:
    card = team.find(Task, item.task) if item.task is not None else None
    return card is not None and card.finished_at is not None
