"""The box in which a week's answers wait, added up.

    pulse/2026-11-30/000003     what three people have answered, in sum; 1 and 2 are cut down to their names

One more answer is a new file with the next number, which holds the new sum and is claimed like a commit: it
has exactly one winner, so nobody's answer is lost or counted twice. The one before is cut down then: who
comes later finds no two sums whose difference would be somebody's answer. A name is never used again, so that
nobody can go on from a number that others have left behind.
"""

from __future__ import annotations

import contextlib
import os
import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import orjson

from store.culture.pulse import Answers, read_answers
from store.errors import StorageError
from store.log.disk import Disk, explain
from store.log.entries import CLAIMS, CUT, Entries
from store.log.layout import Layout
from store.log.record import framed, to_json, unframed

_NUMBER = re.compile(r"[0-9]{6}")
_WEEK = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_ROOM = 4096
"""A file's size in bytes is a multiple of this, so that a listing does not tell how long a sentence was."""


class PulseBox:
    """The boxes of a team's history. For one thread; its methods raise `StorageError`."""

    def __init__(self, layout: Layout, claim: str, disk: Disk | None = None, owner: str = "") -> None:
        self._disk = disk or Disk()
        self._layout = layout
        self._entries = Entries(
            self._disk, CLAIMS[claim](self._disk), layout.scratch, owner or f"pulse-{os.urandom(6).hex()}"
        )

    def weeks(self) -> list[date]:
        """The Mondays of the weeks that have a box, oldest first."""
        names = self._names(self._layout.pulse)
        found = []
        for name in names:
            with contextlib.suppress(ValueError):
                if _WEEK.fullmatch(name):
                    found.append(date.fromisoformat(name))
        return sorted(found)

    def newest(self, week: date) -> int:
        """The number of a week's newest sum; 0: there is none."""
        folder = self._folder(week)
        with contextlib.suppress(OSError):
            self._disk.look_again(folder)
        number = max((int(name) for name in self._names(folder) if _NUMBER.fullmatch(name)), default=0)
        # A listing may be twenty seconds old; an opened name is not.
        while self._entries.taken(self._file(week, number + 1)):
            number += 1
        return number

    def read(self, week: date, number: int) -> Answers | None:
        """A sum by its number; `None` for one that was cut down, or that says nothing.

        Raises:
            Damaged: it is not whole.
        """
        content = self._entries.get(self._file(week, number)) if number else None
        if content is None or content.startswith(CUT):
            return None
        try:
            return read_answers(orjson.loads(unframed(content)))
        except orjson.JSONDecodeError:
            return None

    def put(self, week: date, number: int, answers: Answers) -> bool:
        """Whether a sum is in the box now under a number; `False`: somebody else's has it.

        Raises:
            Unknown: it cannot be told.
            StorageError: it is not there, and cannot be now.
        """
        folder = self._folder(week)
        try:
            for place in (self._layout.pulse, folder):
                self._disk.make_folder(place)
        except OSError as error:
            raise explain(error, folder) from error
        won = self._entries.put(self._file(week, number), framed(_padded(to_json(answers.raw()))))
        if won:
            self._date(week, number)
            self.cut(week, number - 1)
        return won

    def cut(self, week: date, up_to: int) -> None:
        """Cut a week's sums down to their names, up to a number; what cannot be is left to the next one."""
        for number in range(up_to, 0, -1):
            with contextlib.suppress(OSError, StorageError):
                if (content := self._entries.get(self._file(week, number))) is None:
                    continue
                if content.startswith(CUT):
                    # Those before it were cut by whoever has cut this one.
                    return
                self._entries.cut_down(self._file(week, number), b"%s 1 %d\n" % (CUT, number))
                self._date(week, number)

    def remove(self, week: date) -> None:
        """Take a week's box away, once nobody can answer in it any more."""
        with contextlib.suppress(OSError):
            self._disk.remove_tree(self._folder(week))

    def _date(self, week: date, number: int) -> None:
        """Give a file the time of its week's beginning, as all others have."""
        at = datetime.combine(week, time(), UTC).timestamp()
        with contextlib.suppress(OSError):
            self._disk.date(self._entries.file(self._file(week, number)), at)

    def _folder(self, week: date) -> Path:
        return self._layout.pulse / week.isoformat()

    def _file(self, week: date, number: int) -> Path:
        return self._folder(week) / f"{number:06d}"

    def _names(self, folder: Path) -> list[str]:
        try:
            return self._disk.names(folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise explain(error, folder) from error


def _padded(content: bytes) -> bytes:
    return content.ljust(-(-(len(content) + 1) // _ROOM) * _ROOM)
