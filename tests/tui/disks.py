"""A drive that breaks and heals when a test says so, and an app that looks into it at once."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from store.log.disk import Disk
from tui.app import TagwerkApp

_READS = ("read", "read_start", "names", "look_again", "exists", "signature", "modified", "changed")
_WRITES = ("write_new", "make_folder", "link", "rename", "remove", "remove_tree", "sync_folder", "touch")


class Drive(Disk):
    """Works until it is told otherwise."""

    def __init__(self) -> None:
        self._goes = threading.Event()
        self._goes.set()
        self._error = 0
        self._broken: tuple[str, ...] = ()
        self.hung = threading.Event()
        """Set while somebody waits for an answer of a drive that hangs."""

    def cut(self, error: int = errno.EIO) -> None:
        """The cable is out: nothing works."""
        self._broken, self._error = _READS + _WRITES, error

    def refuse_writing(self, error: int = errno.EROFS) -> None:
        """Everything can be read, nothing written."""
        self._broken, self._error = _WRITES, error

    def hang(self) -> None:
        """A dead mount: calls do not come back."""
        self._goes.clear()

    def heal(self) -> None:
        """Everything works again, also for who waits."""
        self._broken = ()
        self._goes.set()

    def pause(self, seconds: float) -> None:
        """No drive here heals by itself."""

    def _expect(self, method: str) -> None:
        if not self._goes.is_set():
            self.hung.set()
            self._goes.wait()
        if method in self._broken:
            raise OSError(self._error, os.strerror(self._error))


def _guarded(name: str) -> Callable[..., Any]:
    original: Callable[..., Any] = getattr(Disk, name)

    def call(drive: Drive, *arguments: Any) -> Any:
        drive._expect(name)
        return original(drive, *arguments)

    return call


for _name in (*_READS, *_WRITES):
    setattr(Drive, _name, _guarded(_name))


def look_now(pilot: Pilot[None]) -> None:
    """Let the app look into the folder at once, instead of at its next poll."""
    assert isinstance(pilot.app, TagwerkApp)
    pilot.app._connection._queue.put(lambda repository: None)
