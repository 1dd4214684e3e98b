"""The others' files: who is there, judged by what changed between two looks and by no computer's clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from store.log.disk import Disk
from store.presence.person import LARGEST, Person, read_person
from store.presence.sign import Sign
from store.presence.trouble import one_file

MOST = 400
"""Programs that are followed at once."""
STALE = 75.0
"""Seconds without a sign of life after which somebody is not shown any more."""
SWEEP = 600.0
"""Seconds without a sign of life after which anybody takes the file away; who wakes up writes it again."""
AT_A_TIME = 8
"""Files that are opened or taken away in one look, so that a crowd holds up nobody's changes."""
_TRIES = 3
"""Looks in which a file may be unreadable: a network client's cache can serve a part of it for a moment."""


@dataclass(slots=True)
class _Seen:
    sign: Sign
    alive_at: float
    """When its last sign of life was seen, by this program's own clock."""
    person: Person | None = None
    tries: int = _TRIES
    """Looks left for reading what it says; 0: it is read, or given up."""
    is_swept: bool = False


class Others:
    """Follows the files of other programs."""

    def __init__(self, folder: Path, disk: Disk, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._disk = disk
        self._clock = clock
        self._seen: dict[str, _Seen] = {}
        self.is_behind = False
        """Whether there was more to read than one look takes."""

    def here(self) -> tuple[Person, ...]:
        """Who has given a sign of life of late."""
        since = self._clock() - STALE
        found = [seen.person for seen in self._seen.values() if seen.person and seen.alive_at > since]
        return tuple(sorted(found, key=lambda person: (person.login, person.client)))

    def follow(self, found: Sequence[Sign], own: Path | None) -> None:
        """Take in what a listing says.

        Args:
            found: The others' signs, oldest first for each.
            own: This program's own file, the measure for how old those are that are seen for the first time.

        Raises:
            OSError: the folder does not answer.
        """
        newest = {sign.client: sign for sign in found}
        self._seen = {client: seen for client, seen in self._seen.items() if client in newest}
        left = AT_A_TIME
        self.is_behind = False
        for sign in newest.values():
            seen = self._seen.get(sign.client)
            is_read = seen is not None and not seen.tries and seen.sign.version >= sign.version
            if not is_read and not left:
                self.is_behind = True
            elif seen is not None:
                left -= not is_read
                self._keep_up(seen, sign)
            elif len(self._seen) < MOST:
                left -= 1
                self._meet(sign, own)
        self._sweep(found)

    def _meet(self, sign: Sign, own: Path | None) -> None:
        seen = _Seen(sign, self._clock() - self._age(sign, own))
        self._seen[sign.client] = seen
        self._read(seen)

    def _keep_up(self, seen: _Seen, sign: Sign) -> None:
        if sign.version > seen.sign.version:
            seen.tries = _TRIES
        # An older one is what a program left that was killed before it could tidy up.
        if sign > seen.sign:
            seen.sign, seen.alive_at, seen.is_swept = sign, self._clock(), False
        if seen.tries:
            self._read(seen)

    def _read(self, seen: _Seen) -> None:
        seen.tries -= 1
        with one_file():
            content = self._disk.read_start(self._folder / seen.sign.name, LARGEST)
            if (person := read_person(seen.sign.client, content)) is not None:
                seen.person, seen.tries = person, 0

    def _age(self, sign: Sign, own: Path | None) -> float:
        """Seconds between a file's last sign of life and this program's own, both by the server's clock."""
        if own is not None:
            with one_file():
                return max(0.0, self._disk.changed(own) - self._disk.changed(self._folder / sign.name))
        return 0.0

    def _sweep(self, found: Sequence[Sign]) -> None:
        before = self._clock() - SWEEP
        silent = [seen for seen in self._seen.values() if seen.alive_at < before and not seen.is_swept]
        dead = {seen.sign.client: seen for seen in silent}
        # One program may have left several, the newest of which comes last.
        for sign in [sign for sign in found if sign.client in dead][:AT_A_TIME]:
            seen = dead[sign.client]
            seen.is_swept = sign >= seen.sign
            with one_file():
                self._disk.remove(self._folder / sign.name)
