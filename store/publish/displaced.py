"""What team.json was before it was replaced: a program that has it open may still write into it.

A plain TinyDB keeps its file open and rewrites it in place. When we replace the file between its reading and
its writing, its edit goes into a file that has no name any more. So the old file keeps one for a while.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.log.disk import Disk, Signature
from store.publish.content import Found, Sight, judge

_KIND = "-displaced-"
_KEEP = 60.0
"""Seconds in which an edit that goes into a displaced file is still noticed."""
_WAITS, _WAIT = 10, 0.05
"""How often to look, and the seconds between, before leaving while somebody writes."""
_AT_MOST = 8
"""Displaced files that are kept at a time."""


@dataclass(slots=True)
class _Kept:
    path: Path
    since: float
    seen: Signature | None = None
    content: bytes = b""
    """What was read of it where it could not get a second name."""


class Displaced:
    """The files that one instance displaced. What cannot be read is left alone."""

    def __init__(self, disk: Disk, scratch: Path, owner: str, epoch: str) -> None:
        self._disk = disk
        self._scratch = scratch
        self._owner = owner
        self._epoch = epoch
        self._kept: list[_Kept] = []
        self._count = 0

    def keep(self, file: Path, now: float) -> None:
        """Give the file that is about to be replaced a second name, or read it where that is not possible.

        Raises:
            OSError: neither can be done.
        """
        self._count += 1
        kept = _Kept(self._scratch / f"{self._owner}{_KIND}{self._count}", now)
        try:
            self._disk.link(file, kept.path)
        except FileNotFoundError:
            return
        except OSError:
            with contextlib.suppress(FileNotFoundError):
                kept.content = self._disk.read(file)
        self._kept.append(kept)

    def adopt(self, now: float) -> None:
        """Look after what instances that were killed have left behind."""
        with contextlib.suppress(OSError):
            for name in self._disk.names(self._scratch):
                if _KIND in name and not name.startswith(self._owner):
                    self._kept.append(_Kept(self._scratch / name, now))

    def edits(self) -> Iterator[Found]:
        """What others wrote into displaced files since the last time; each is dealt with afterwards."""
        for kept in self._kept:
            content, signature = kept.content, kept.seen
            with contextlib.suppress(OSError):
                if not content:
                    signature = self._disk.signature(kept.path)
                    if signature == kept.seen:
                        continue
                    content = self._disk.read(kept.path)
            found = judge(content, self._epoch)
            if found.sight is Sight.CHANGED:
                yield found
            if found.sight not in (Sight.BROKEN, Sight.EMPTY):
                # Torn means that somebody is writing: it is looked at again.
                kept.seen, kept.content = signature, b""

    def wait_until_whole(self) -> None:
        """Give somebody who is writing right now the time to finish."""
        for _ in range(_WAITS):
            if not any(self._is_torn(kept) for kept in self._kept):
                return
            self._disk.pause(_WAIT)

    def forget(self, now: float = float("inf")) -> None:
        """Let go of what was displaced too long ago; of everything, when leaving."""
        old = [kept for kept in self._kept if not 0 <= now - kept.since < _KEEP]
        old += [kept for kept in self._kept[:-_AT_MOST] if kept not in old]
        for kept in old:
            self._kept.remove(kept)
            with contextlib.suppress(OSError):
                self._disk.remove(kept.path)

    def _is_torn(self, kept: _Kept) -> bool:
        try:
            signature = self._disk.signature(kept.path)
            if signature == kept.seen:
                return False
            return judge(self._disk.read(kept.path), self._epoch).sight in (Sight.BROKEN, Sight.EMPTY)
        except FileNotFoundError:
            return False
        except OSError:
            return True  # SMB: not readable for a moment after it got its second name
