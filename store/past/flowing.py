"""What everybody did since a moment, for the figures of the flow of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from store.change import Change
from store.errors import Damaged
from store.log.protocol import Log
from store.past.search import Wanted, found


@dataclass(frozen=True, slots=True)
class Since:
    """A part of the history."""

    changes: tuple[Change, ...]
    """The oldest first, by their place in the history."""
    is_whole: bool
    """Whether none of it is damaged; what is younger than the damage is there all the same."""


def changes_since(log: Log, newest: int, since: datetime) -> Since:
    """What was changed since a moment. Reads backwards and stops.

    Args:
        log: where the history is.
        newest: the number of the newest commit.
        since: from when on (aware).

    Raises:
        StorageError: the place does not answer.
    """
    changes: list[Change] = []
    try:
        changes.extend(commit.change for commit in found(log, newest, Wanted(since=since)))
    except Damaged:
        return Since(tuple(reversed(changes)), is_whole=False)
    return Since(tuple(reversed(changes)), is_whole=True)
