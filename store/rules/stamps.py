"""The times a card carries: when it entered its column, was begun, and was finished."""

from __future__ import annotations

from datetime import datetime

from store.models import ColumnKind, Fields, Task


def on_entering(kind: ColumnKind, at: datetime, task: Task | None = None) -> Fields:
    """When a card was begun and finished, once it stands in a column of this kind; `task` is as it was."""
    started = task.started_at if task else None
    finished = task.finished_at if task else None
    return {
        "started_at": started or (at if kind is not ColumnKind.QUEUE else None),
        "finished_at": (finished or at) if kind is ColumnKind.DONE else None,
    }
