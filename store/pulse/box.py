"""The box in which a week's answers wait, added up.

    pulse/2026-11-30/000003     what three people have answered, in sum; 1 and 2 are cut down to their names

One more answer is a new file with the next number, which holds the new sum and is claimed like a commit: it
has exactly one winner, so nobody's answer is lost or counted twice. Those before are cut down then: who
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
from store.errors import Damaged, StorageError
from store.log.disk import Disk, explain
from store.log.entries import CLAIMS, CUT, Entries
from store.log.layout import Layout
from store.log.record import framed, to_json, unframed
from store.log.trim import server_time

_NUMBER = re.compile(r"[0-9]{6}")
_WEEK = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_ROOM = 4096
"""A sum is filled up to a multiple of so many bytes: a listing does not tell how long a sentence was."""
_ALONE = CUT + b" 1 %d\n"
"""What stands in a sum that was cut down while one before it may not be."""
_ALL = CUT + b" 2 %d\n"
"""What stands in one that was cut down after all before it: nobody has to look at those any more."""


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

    def cut(self, week: date, up_to: int) -> bool:
        """Cut a week's sums down to their names, up to a number; `False`: some are left to the next one."""
        whole, is_done = self._whole(week, up_to)
        # The oldest first: whoever is stopped half-way leaves no gap behind a mark that says “all”.
        for number in reversed(whole):
            mark = _ALL if is_done else _ALONE
            try:
                self._entries.cut_down(self._file(week, number), mark % number)
            except (OSError, StorageError):
                is_done = False
            else:
                self._date(week, number)
        return is_done

    def _whole(self, week: date, up_to: int) -> tuple[list[int], bool]:
        """Those that are not cut down with all before them, newest first; whether all could be read."""
        found, is_done = [], True
        for number in range(up_to, 0, -1):
            try:
                content = self._entries.get(self._file(week, number))
            except (OSError, Damaged):
                # It is cut down like a whole one: half a sum says something as well.
                content = b""
            except StorageError:
                content, is_done = None, False
            if content == _ALL % number:
                break
            if content is not None and (number == up_to or not content.startswith(CUT)):
                found.append(number)
        return found, is_done

    def server_time(self) -> float:
        """Seconds of the clock of the drive; ours may be days off."""
        try:
            return server_time(self._disk, self._entries)
        except OSError as error:
            raise explain(error, self._layout.scratch) from error

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
