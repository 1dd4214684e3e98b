"""Changes that are not in the team's folder yet, kept on this machine.

Every change is put down here before it is tried, so that a program that is killed in between loses nothing.
One folder per running program, one file per change: `000005.json`. What somebody else's work stands against
waits for a person's decision in `parked/`.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import threading
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from store.change import Change
from store.log.disk import explain
from store.log.record import decode_change, encode_change

_STALE_AFTER = 3600.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """One change that waits."""

    client: str
    sequence: int
    change: Change
    reason: str = ""
    """Why a person has to decide; empty for one that only waits for the folder."""


class Outbox:
    """What one running program still has to commit. Survives kills and restarts."""

    def __init__(self, folder: Path, client: str) -> None:
        self.client = client
        self._folder = folder / client
        self._parked = self._folder / "parked"
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = _lock(self._folder / "lock")
        self.waiting: dict[int, Change] = dict(_load(self._folder)) if self.is_mine else {}
        self._last = max(self.waiting, default=0)
        self._last = max(self._last, *(n for n, _ in _load(self._parked)), 0)
        self._unsynced: set[int] = set()
        # One thread puts changes down while another one commits them; the shared drive is never waited for.
        self._guard = threading.RLock()
        self._numbers: dict[tuple[str, int], int] = {}
        """What the negative numbers of new documents have become since this program started."""

    @property
    def is_mine(self) -> bool:
        """Whether no other running program holds it."""
        return self._lock is not None

    @property
    def parked(self) -> tuple[Waiting, ...]:
        """The changes that wait for a person's decision, oldest first."""
        return tuple(_load_parked(self._folder))

    def add(self, change: Change) -> int:
        """Put a change at the end; its sequence number, which is never used again.

        Raises:
            StorageError: it cannot be kept on this machine.
        """
        with self._guard:
            # It may have been made before its maker heard of the numbers.
            known = _without_own(self._numbers, change)
            sequence = self._last + 1
            self.put(sequence, change.renumbered(known))
            self._last, self._numbers = sequence, known
            return sequence

    def number(self) -> int | None:
        """A sequence number for a change that is not kept here; `None` while others wait.

        The folder takes one program's changes in the order of their numbers: with one that is higher than
        that of a change which waits, that change would seem to be there already.
        """
        with self._guard:
            if self.waiting:
                return None
            self._last += 1
            return self._last

    def put(self, sequence: int, change: Change) -> None:
        """Put down a change, or what has become of it since."""
        with self._guard:
            _write(self._folder / _name(sequence), encode_change(change))
            self.waiting[sequence] = change
            self._unsynced.add(sequence)

    def done(self, sequence: int) -> None:
        """The change is in the folder."""
        with self._guard:
            self.waiting.pop(sequence, None)
            self._unsynced.discard(sequence)
            (self._folder / _name(sequence)).unlink(missing_ok=True)

    def renumber(self, settled: int, numbers: dict[tuple[str, int], int]) -> None:
        """Give the changes behind a settled one the numbers that its new documents have got."""
        with self._guard:
            self._numbers |= numbers
            for sequence in sorted(waiting for waiting in self.waiting if waiting > settled):
                change = self.waiting[sequence]
                # A later change may use the same negative number for something new.
                numbers = _without_own(numbers, change)
                renumbered = change.renumbered(numbers)
                if renumbered != change:
                    self.put(sequence, renumbered)

    def park(self, sequence: int, reason: str) -> None:
        """The change needs a person's decision; the ones behind it go on."""
        self._parked.mkdir(exist_ok=True, mode=0o700)
        change = self.waiting[sequence]
        _write(self._parked / _name(sequence), {**encode_change(change), "reason": reason}, sync=True)
        self.done(sequence)

    def unpark(self, sequence: int) -> None:
        """The person has decided."""
        (self._parked / _name(sequence)).unlink(missing_ok=True)

    def secure(self) -> None:
        """Put everything that waits on the platters: it may have to wait for long."""
        with self._guard:
            unsynced, self._unsynced = sorted(self._unsynced), set()
        if not unsynced:
            return
        for path in (*(self._folder / _name(sequence) for sequence in unsynced), self._folder):
            with contextlib.suppress(FileNotFoundError):
                _sync(path)

    def close(self) -> None:
        """Leave it; an empty one is removed."""
        if not self.waiting and not any(True for _ in _load(self._parked)):
            (self._folder / "lock").unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                self._parked.rmdir()
            with contextlib.suppress(OSError):
                self._folder.rmdir()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def orphans(folder: Path, but: str) -> list[Outbox]:
    """Outboxes of programs that are not running any more; the commits in them keep their ids.

    Two programs that take the same one do no harm: the ids see to it that every commit counts once.
    """
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.is_dir() and path.name != but:
            outbox = Outbox(folder, path.name)
            if outbox.is_mine:
                found.append(outbox)
    return found


def parked_in(folder: Path, but: Collection[str]) -> tuple[Waiting, ...]:
    """What waits for a decision in the outboxes of other programs, which may be running; only to look at.

    Args:
        folder: where the outboxes are.
        but: the clients that are left out.
    """
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(waiting for path in paths if path.name not in but for waiting in _load_parked(path))


def _name(sequence: int) -> str:
    return f"{sequence:06d}.json"


def _without_own(numbers: dict[tuple[str, int], int], change: Change) -> dict[tuple[str, int], int]:
    """The numbers without those of documents that are new in the change itself."""
    own = {(edit.table, edit.id) for edit in change.edits if edit.before is None}
    return {key: number for key, number in numbers.items() if key not in own}


def _write(path: Path, document: dict[str, Any], *, sync: bool = False) -> None:
    temporary = path.with_suffix(".tmp")
    try:
        with temporary.open("wb") as file:
            file.write(orjson.dumps(document))
            if sync:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
        if sync:
            _sync(path.parent)
    except OSError as error:
        raise explain(error, path.parent) from error


def _sync(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _load(folder: Path) -> Iterator[tuple[int, Change]]:
    for path in sorted(folder.glob("*.json")):
        # A file that a crash of the machine left torn was never reported as waiting safely; one that is gone
        # was dealt with by whoever held the outbox until now.
        with contextlib.suppress(ValueError, KeyError, TypeError, FileNotFoundError):
            yield int(path.stem), decode_change(orjson.loads(path.read_bytes()))


def _load_parked(outbox: Path) -> Iterator[Waiting]:
    folder = outbox / "parked"
    for sequence, change in _load(folder):
        with contextlib.suppress(FileNotFoundError):
            reason = orjson.loads((folder / _name(sequence)).read_bytes()).get("reason", "")
            yield Waiting(outbox.name, sequence, change, str(reason))


def _lock(path: Path) -> int | None:
    """A lock that goes away with its process; `None` when another one holds it."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(fd)
        return None
    except OSError:
        # No locks here (some network homes): what nobody has touched for an hour is nobody's.
        if time.time() - path.stat().st_mtime < _STALE_AFTER and path.stat().st_size:
            os.close(fd)
            return None
    os.write(fd, str(os.getpid()).encode())
    return fd
