"""What one person did lately, from the newest end of the history."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.errors import Damaged
from store.log.protocol import Log
from store.past.search import Wanted, found

_ENOUGH = 100
"""Commits in a row that are too old. Few, as somebody waits: what was done offline long ago may be missed."""


def done_by(log: Log, newest: int, person: str, since: datetime) -> tuple[Change, ...]:
    """What a person did since a moment, the oldest first. Reads backwards and stops.

    A part of the history that is damaged ends it: what is younger is told all the same.

    Args:
        log: where the history is.
        newest: the number of the newest commit.
        person: login.
        since: from when on (aware).

    Raises:
        StorageError: the place does not answer.
    """
    changes: list[Change] = []
    try:
        commits = found(log, newest, Wanted(since=since), enough=_ENOUGH)
        changes.extend(one.change for one in commits if one.change.by.casefold() == person.casefold())
    except Damaged:
        # `tagwerk log` and `tagwerk doctor` tell of it; a draft of what is left is better than none.
        pass
    # By their place in the history: a clock that goes wrong does not turn two moves of a card round.
    return tuple(reversed(changes))
