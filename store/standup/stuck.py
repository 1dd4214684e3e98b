"""Why a card does not move: what keeps it, and promises that were not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from store.days import spoken
from store.models import Column, ColumnKind, Task, Update
from store.phrases import counted
from store.team import Team
from store.text import clean_line

PROMISES = 3
"""Updates in a row that name a card under `now` before it is told that it has not moved."""


def reasons(team: Team, task: Task, today: date, updates: Sequence[Update]) -> list[str]:
    """Why an open card is in the way: blocked, overdue, stale, promised and not moved; none where it is not.

    Args:
        team: the snapshot.
        task: the card.
        today: the team's day.
        updates: of the person who would promise it, the newest first, one for each day.
    """
    return list(_reasons(team, task, today, updates))


def days_in_column(team: Team, task: Task, today: date) -> int:
    """Days since a card came to its column; 0 while that is not known."""
    if task.column_since is None:
        return 0
    return (today - task.column_since.astimezone(ZoneInfo(team.settings.time_zone)).date()).days


def is_promised_in_vain(task: Task, updates: Sequence[Update]) -> bool:
    """Whether the newest updates in a row promise a card that has not moved since the first of them."""
    last = updates[:PROMISES]
    if len(last) < PROMISES or not all(task.id in update.promised for update in last):
        return False
    return task.column_since is None or task.column_since <= last[-1].posted_at


def _reasons(team: Team, task: Task, today: date, updates: Sequence[Update]) -> Iterator[str]:
    if task.blocked:
        yield clean_line(task.blocked)
    if task.is_overdue(today) and task.due:
        yield f"overdue since {spoken(task.due, today)}"
    column = team.find(Column, task.column)
    days = days_in_column(team, task, today)
    if column and column.kind is ColumnKind.ACTIVE and days >= team.settings.stale_after:
        yield f"in {column.name} for {counted(days, 'day')}"
    if is_promised_in_vain(task, updates):
        yield f"promised {PROMISES} times and not moved"
