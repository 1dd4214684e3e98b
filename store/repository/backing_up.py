"""The daily backup: made by whoever is the first to look on that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from store.backup import Shelf
from store.log.protocol import Log
from store.log.state import State

_AFTER, _EVERY = 60.0, 3600.0
"""Seconds from the start to the first look, and between two looks."""


class DailyBackup:
    """Looks now and then whether today's backup is there. A start never waits for it."""

    def __init__(self, shelf: Shelf, log: Log, now: Callable[[], float]) -> None:
        self._shelf = shelf
        self._log = log
        self._now = now
        self._look_at = now() + _AFTER

    def tend(self, state: State) -> None:
        """Make it, when it is time to look and nobody has.

        Raises:
            StorageError: the place does not answer; it is done another time.
        """
        if self._now() >= self._look_at:
            self.look(state)

    def look(self, state: State) -> None:
        """Make it when nobody has.

        Raises:
            StorageError: the place does not answer; it is done another time.
        """
        self._look_at = self._now() + _EVERY
        day = state.team.today(datetime.fromtimestamp(self._now(), UTC))
        if not self._shelf.has(day):
            # Another team may live here by now; its backups are not ours.
            self._log.verify()
            self._shelf.keep(state, day)
