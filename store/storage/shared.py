"""The storage that TinyDB is given."""

from __future__ import annotations

import secrets
import time
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from store.change import Change
from store.errors import Clash, Refused, StorageError, Unknown
from store.log.disk import Disk
from store.log.folder import FolderLog
from store.log.layout import Layout
from store.publish import Publisher, foreign_change, on_top
from store.repository.shared import Shared
from store.repository.tending import Tending
from store.storage.opening import log_folder
from store.storage.shape import Data, Tables, data_of, tables_of
from store.team import Team
from store.upgrades import STEPS

_PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds between the attempts to learn what became of a commit."""
_TRIES = 20
_READINGS = 4
"""Readings that are remembered."""
Key = tuple[str, int]
"""Table and number."""


@dataclass(slots=True)
class _Reading:
    """What a script was handed, and may write back."""

    data: Data
    base: Team
    """The state that it shows, in the script's numbers."""
    handed: dict[Key, object] = field(default_factory=dict)
    """Others' documents in it, as the very objects."""
    aliases: dict[Key, int] = field(default_factory=dict)
    """The number under which a document is kept that the script knows by another one."""


@dataclass(slots=True)
class _Attempt:
    """What is being written."""

    sequence: int
    change: Change
    wishes: set[Key]
    moved: Mapping[Key, Key]
    """New documents that TinyDB gave a number which somebody else had: under that and a provisional one."""
    reading: _Reading
    before: Team
    """What the script had read."""
    may_be_in: bool = False
    """Whether an attempt ended without an answer."""


class SharedStorage(Storage):
    """A storage for one thread of one program; several programs, on several computers, may use one file.

    Tagwerk's own tables are checked as if a person wrote into them, and tasks are archived where a script
    deletes them. JSON values are kept to the last `None`.
    """

    def __init__(
        self,
        path: str | Path,
        create_dirs: bool = False,
        access_mode: str = "r+",
        *,
        disk: Disk | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Open the file, or make it where there is none.

        Raises:
            FileNotFoundError: there is no such folder, or no such file and it is only to be read.
            Refused: the file is not a TinyDB file, or its tables do not fit.
            StorageError: the folder cannot be used.
        """
        self._writes = access_mode != "r"
        self._now = now
        self._client = secrets.token_hex(6)
        self._disk = disk or Disk()
        file = Path(path).absolute()
        data = log_folder(file, create_dirs, self._writes, self._disk, self._clock())
        self._log = FolderLog(data, self._client, self._disk)
        self._shared = Shared(self._log, now)
        if self._writes:
            self._shared.upgrade(STEPS)
        publisher = Publisher(file, Layout(data, self._log.epoch).root, self._disk, self._client)
        self._tending = Tending(self._shared, self._log, publisher, now)
        self._sequence = 0
        self._attempt: _Attempt | None = None
        self._strangers: set[Key] = set()
        """Documents that others have made since this was opened."""
        # TinyDB reads, reads again to find the next number, and then writes back what it read first.
        self._readings = deque([_Reading({}, self._shared.state.team)], maxlen=_READINGS)
        # A script may end without closing.
        self._leave = weakref.finalize(self, _leave, self._tending if self._writes else None, self._log)

    def read(self) -> Data:
        """Everything as it is now; empty when there is nothing.

        Empty, and not `None`: TinyDB would put a dictionary of its own in its place, and where it reads twice
        before it writes, nobody could tell which of the two readings it writes back.

        Raises:
            StorageError: the folder does not answer.
        """
        self._settle()
        self._shared.refresh()
        team = self._shared.state.team
        data = data_of(team)
        known = self._readings[-1].base.tables
        for table, documents in team.tables.items():
            new = documents.keys() - known.get(table, {}).keys()
            self._strangers |= {(table, id) for id in new if table in data}
        present = {(table, id) for table, id in self._strangers if id in team.tables.get(table, {})}
        handed = {(table, id): data[table][str(id)] for table, id in present}
        self._readings.append(_Reading(data, team, handed))
        self._tend()
        return data

    def write(self, data: Mapping[str, Any]) -> None:
        """Commit what differs from what was read last, merged with what others did meanwhile.

        Raises:
            Clash, Refused: it stands against others' work or does not fit; nothing was written.
            Unknown: it may have been written; the next call finds out.
            StorageError, OSError: the folder cannot be written; nothing was written.
            TypeError, ValueError: a value cannot be kept as JSON; nothing was written.
        """
        if not self._writes:
            raise OSError("The database was opened for reading only.")
        self._settle()
        reading = next((r for r in self._readings if r.data is data), self._readings[-1])
        written = tables_of(data, reading.base.tables)
        mine, moved = self._without_overwriting(written, data, reading)
        change, problems = foreign_change(reading.base, mine, self._clock())
        if problems:
            raise Refused(problems[0])
        before, reading.base = reading.base, Team(written)
        if change:
            new = {(e.table, e.id) for e in change.edits if e.before is None and e.id < 0}
            wishes = new - {(table, -id) for table, id in moved.values()}
            change = change.renumbered(reading.aliases).signed("script", change.at, "edited with a script")
            self._sequence += 1
            self._attempt = _Attempt(self._sequence, change, wishes, moved, reading, before)
            self._settle()
        self._readings.append(reading)
        self._tend()

    def number(self, table: str, id: int) -> int:
        """The number under which a document is kept that was written last under `id`."""
        return self._readings[-1].aliases.get((table, id), id)

    def close(self) -> None:
        """Publish and leave; what is not published is published by whoever comes next."""
        self._leave()

    def _settle(self) -> None:
        """Commit what is being written, under the same id until it is known what became of it."""
        attempt = self._attempt
        if attempt is None:
            return
        for pause in (*_PAUSES, None):
            try:
                numbers = self._commit(attempt)
                break
            except (Clash, Refused, StorageError) as error:
                attempt.may_be_in |= isinstance(error, Unknown)
                if not attempt.may_be_in or not isinstance(error, StorageError):
                    self._attempt, attempt.reading.base = None, attempt.before
                    raise
                if pause is None:
                    raise Unknown("The folder did not say whether the change was stored.") from error
            self._disk.pause(pause)
        self._attempt = None
        wanted = {(table, -id): key for key, (table, id) in attempt.moved.items()}
        for (table, id), number in numbers.items():
            key = wanted.get((table, id), (table, -id))
            if key[1] != number:
                attempt.reading.aliases[key] = number

    def _commit(self, attempt: _Attempt) -> Mapping[Key, int]:
        """The numbers that the new documents got."""
        for _ in range(_TRIES):
            self._shared.refresh()
            before, change = self._shared.state.number, attempt.change
            if not self._shared.state.knows(self._client, attempt.sequence):
                change = on_top(change, self._shared.state.team.tables)
            try:
                commit = self._shared.commit(self._client, attempt.sequence, change, wishes=attempt.wishes)
            except Refused:
                if self._shared.state.number == before:
                    raise
                continue  # somebody was quicker with a document that is replaced as a whole
            if commit is None:
                return {}
            self._tending.committed(commit.number)
            return commit.numbers
        raise Refused("Others write to the same documents all the time; try it again.")

    def _tend(self) -> None:
        # The commit is safe; publishing is tried again at the next call and on leaving.
        with suppress(StorageError):
            self._log.settle(wait=False)
            if self._writes:
                self._tending.tend()

    def _without_overwriting(
        self, written: Tables, data: Mapping[str, Any], reading: _Reading
    ) -> tuple[Tables, Mapping[Key, Key]]:
        """Tell a new document from an edit where TinyDB gave it a number that somebody else had taken.

        TinyDB edits the document that it was handed, and puts another object in its place when it inserts.
        """
        moved: dict[Key, Key] = {}
        mine = written
        for table, id in self._strangers:
            new, old = written.get(table, {}).get(id), reading.base.tables.get(table, {}).get(id)
            if new is None or old is None or new is old:
                continue
            if data[table].get(str(id)) is not reading.handed.get((table, id)):
                free = max(*mine[table], *reading.base.tables[table]) + 1
                mine = {**mine, table: {**mine[table], id: old, free: new}}
                moved[table, id] = table, free
        return mine, moved

    def _clock(self) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC)


def _leave(tending: Tending | None, log: FolderLog) -> None:
    with suppress(StorageError):
        if tending is not None:
            tending.finish()
        log.settle()
