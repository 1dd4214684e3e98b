"""What is still with others although whoever gave it is back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.models import Absence, Handover
from store.team import Team


def is_due_back(team: Team, handover: Handover, today: date) -> bool:
    """Whether a handover was for an absence that is over or was called off, and was not given back."""
    if handover.back_at is not None or handover.absence is None:
        return False
    absence = team.find(Absence, handover.absence)
    return absence is not None and (absence.archived_at is not None or absence.end < today)


def due_back(team: Team, today: date) -> Iterator[Handover]:
    """Every handover that should be given back by now."""
    return (one for one in team.all(Handover) if is_due_back(team, one, today))
