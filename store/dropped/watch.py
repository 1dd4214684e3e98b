"""Which of the dropped files can be read: those that nobody writes any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from store.dropped.place import INBOX, dropped_in, moving_in, problems_in
from store.log.disk import Disk, Signature
from store.presence.trouble import one_file

SETTLED = 8.0
"""Seconds for which a file has to look the same."""
_STRANDED = 120.0
"""Seconds after which a file that is on its way is taken on by anybody: its mover must be dead."""
AT_A_TIME = 50
"""Files that are looked at in one look, so that a flood does not make it last."""


@dataclass(slots=True)
class _Seen:
    signature: Signature
    since: float
    """By this program's own clock: the server's may differ."""
    is_left: bool = False
    """Whether it was looked into and stays until it changes."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the folder shows."""

    ready: tuple[str, ...] = ()
    """Names of files that can be read now."""
    stranded: dict[str, str] | None = None
    """Files that somebody did not get away, and what they are called otherwise."""
    orphans: tuple[str, ...] = ()
    """Notes about files that are not there any more."""
    is_waiting: bool = False
    """Whether there is a file that is not ready yet, so that it is worth to look again soon."""


class Watch:
    """Looks at the folder again and again. For one thread."""

    def __init__(
        self, folder: Path, disk: Disk, clock: Callable[[], float], settled: float = SETTLED
    ) -> None:
        """`folder` is the team's; `clock` gives seconds."""
        self._inbox = folder / INBOX
        self._disk = disk
        self._clock = clock
        self._settled = settled
        self._seen: dict[str, _Seen] = {}
        self._moving: dict[str, float] = {}
        self._turn = 0
        """Where to begin among the files that stay."""

    def look(self) -> Look:
        """One listing, and one open for each file that was dropped.

        Raises:
            OSError: the folder does not answer.
        """
        try:
            names = self._disk.names(self._inbox)
        except (FileNotFoundError, NotADirectoryError):
            return Look()  # most teams have none
        dropped = dropped_in(names)
        self._seen = {name: self._seen[name] for name in dropped if name in self._seen}
        open_ = [name for name in dropped if name not in self._seen or not self._seen[name].is_left]
        left = [name for name in dropped if name not in open_]
        # In turn: among very many that stay, one that was mended has to be found as well.
        self._turn = (self._turn + AT_A_TIME) % len(left) if len(left) > AT_A_TIME else 0
        looked_at = (*open_, *left[self._turn :], *left[: self._turn])[:AT_A_TIME]
        ready = [name for name in looked_at if self._is_ready(name)]
        is_waiting = any(not seen.is_left for name, seen in self._seen.items() if name not in ready)
        orphans = tuple(note for note, name in problems_in(names).items() if not name)
        return Look(tuple(ready), self._stranded(moving_in(names)), orphans, is_waiting)

    def leave(self, name: str) -> None:
        """A file was looked into and stays until it changes."""
        if name in self._seen:
            self._seen[name].is_left = True

    def look_into(self, name: str) -> None:
        """Look into a file again although it has not changed: what it is read by has."""
        if name in self._seen:
            self._seen[name].is_left = False

    def _is_ready(self, name: str) -> bool:
        signature, now = None, self._clock()
        with one_file():
            signature = self._disk.look_at(self._inbox / name)
        if signature is None:
            self._seen.pop(name, None)
            return False
        seen = self._seen.get(name)
        if seen is None or seen.signature != signature:
            self._seen[name] = _Seen(signature, now)
            return False
        return not seen.is_left and now - seen.since >= self._settled

    def _stranded(self, moving: dict[str, str]) -> dict[str, str]:
        now = self._clock()
        self._moving = {name: self._moving.get(name, now) for name in moving}
        return {name: moving[name] for name, since in self._moving.items() if now - since >= _STRANDED}
