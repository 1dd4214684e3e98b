"""The whole history of a document, read beside the running app."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from threading import Lock

from store.change import Change
from store.errors import TagwerkError
from store.inbox.happenings import Happening, happenings
from store.log.disk import Disk
from store.log.folder import FolderLog
from store.log.layout import data_folder
from store.log.record import Commit, decode
from store.models import Activity
from store.past import Since, changes_since, done_by
from store.repository.activity import activities

_ENOUGH = 100
"""Commits in a row that are too old, before the rest is taken to be so as well: some were done offline."""
_MOST = 10_000
"""Commits that are read at most to find out what happened lately."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What happened in the newest commits."""

    up_to: int
    """Number of the newest one; 0: there is none."""
    happenings: tuple[Happening, ...]
    """Oldest first."""


class HistoryReader:
    """Reads the log from its first commit on and remembers what it found. Slow: for workers only."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._folder = folder
        self._disk = disk
        self._lock = Lock()
        self._log: FolderLog | None = None
        self._read = 0
        self._newest = 0
        self._found: dict[tuple[str, int], list[Activity]] = {}

    def activity(self, table: str, id: int) -> tuple[Activity, ...]:
        """Who changed a document, newest first; for a task its comments count as well.

        Raises:
            StorageError: the folder does not answer.
        """
        with self._lock:
            try:
                self._catch_up()
            except TagwerkError:
                if not self._read:
                    raise
            return tuple(reversed(self._found.get((table, id), ())))

    def done_by(self, person: str, since: datetime) -> tuple[Change, ...]:
        """What a person did since a moment, the oldest first; see `store.past.done_by`.

        Only the newest end of the history is read.

        Raises:
            StorageError: the folder does not answer.
        """
        with self._lock:
            log = self._opened()
            return done_by(log, self._newest_in(log), person, since)

    def changes_since(self, since: datetime) -> Since:
        """What everybody did since a moment; see `store.past.changes_since`.

        Raises:
            StorageError: the folder does not answer.
        """
        with self._lock:
            log = self._opened()
            return changes_since(log, self._newest_in(log), since)

    def lately(self, after: int, since: datetime) -> Lately:
        """What happened after the commit of a number and not before a moment; reads backwards and stops.

        Raises:
            StorageError: the folder does not answer, or is damaged.
        """
        with self._lock:
            log = self._opened()
            checkpoint = log.newest_checkpoint()
            newest = [decode(record) for record in log.since(checkpoint)]
            up_to = newest[-1].number if newest else checkpoint
            backwards = chain(reversed(newest), map(decode, log.before(checkpoint + 1)))
            found = [
                happenings(commit.number, commit.change)
                for commit in islice(_young(backwards, after, since), _MOST)
            ]
            return Lately(up_to, tuple(chain.from_iterable(reversed(found))))

    def _newest_in(self, log: FolderLog) -> int:
        newest = max(self._read, self._newest, log.newest_checkpoint())
        self._newest = newest + sum(1 for _ in log.since(newest))
        return self._newest

    def _opened(self) -> FolderLog:
        if self._log is None:
            self._log = FolderLog(data_folder(self._folder), "reader", self._disk)
        return self._log

    def _catch_up(self) -> None:
        for record in self._opened().since(self._read):
            commit = decode(record)
            for key, activity in activities(commit).items():
                self._found.setdefault(key, []).append(activity)
            self._read = commit.number


def _young(backwards: Iterator[Commit], after: int, since: datetime) -> Iterator[Commit]:
    """The commits after a number and not before a moment; those that were done offline may come late."""
    too_old = 0
    for commit in backwards:
        too_old = too_old + 1 if commit.change.at < since else 0
        if commit.number <= after or too_old > _ENOUGH:
            return
        if not too_old:
            yield commit
