"""Where the backups are, and putting one there.

    team.json.backups/2026-11-25.json.gz           made by whoever was there first on that day
    team.json.backups/2026-11-25T143000.json.gz    asked for by a person, kept until a person deletes it

Each is written whole under a temporary name first. Two programs that make the same one at once write two
whole files, and either of them may stay.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from store.backup.keeping import superfluous
from store.errors import StorageError
from store.log.disk import Disk, explain
from store.log.state import State
from store.publish import render

_DAILY = re.compile(r"(\d{4}-\d{2}-\d{2})\.json\.gz")
_ASKED = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6})\.json\.gz")
_LEVEL = 6
"""Of compression: 10,000 cards take a tenth of a second, and a tenth of their size."""


def backup_folder(published: Path) -> Path:
    """The folder of the backups of a published file."""
    return published.with_name(f"{published.name}.backups")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup."""

    path: Path
    at: datetime
    """The day or the second it is of, by the team's clock (without a zone)."""
    is_daily: bool
    """Made by itself, and gone by itself when it is old."""
    size: int
    """In bytes."""


class Shelf:
    """A team's backups. Raises `StorageError` when the place cannot be used."""

    def __init__(
        self, published: Path, scratch: Path, disk: Disk | None = None, owner: str = "tagwerk"
    ) -> None:
        self.folder = backup_folder(published)
        """Where they are."""
        self._scratch = scratch
        self._disk = disk or Disk()
        self._owner = owner
        self._count = itertools.count(1)

    def has(self, day: date) -> bool:
        """Whether somebody has made the backup of a day."""
        try:
            return self._disk.exists(self._daily(day))
        except OSError as error:
            raise explain(error, self.folder) from error

    def keep(self, state: State, day: date) -> None:
        """Make the backup of a day, and let go of those that are not kept any longer."""
        self._put(self._daily(day), state)
        self._tidy()

    def keep_for_good(self, state: State, at: datetime) -> Path:
        """Make a backup that only a person takes away; its name."""
        path = self.folder / f"{at:%Y-%m-%dT%H%M%S}.json.gz"
        self._put(path, state)
        return path

    def backups(self) -> tuple[Backup, ...]:
        """All of them, newest first."""
        try:
            names = self._disk.names(self.folder)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise explain(error, self.folder) from error
        found = [backup for name in names if (backup := self._backup(name)) is not None]
        return tuple(sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True))

    def _put(self, path: Path, state: State) -> None:
        # Only here: it is done once a day, by one program.
        import gzip

        content = gzip.compress(render(state), _LEVEL, mtime=0)
        temporary = self._scratch / f"{self._owner}-{os.getpid()}-backup-{next(self._count)}"
        try:
            self._disk.make_folder(self.folder)
            self._disk.make_folder(self._scratch)
            self._disk.write_new(temporary, content)
            self._disk.rename(temporary, path)
            self._disk.sync_folder(self.folder)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._disk.remove(temporary)
            raise explain(error, self.folder) from error

    def _tidy(self) -> None:
        daily = {backup.at.date(): backup.path for backup in self.backups() if backup.is_daily}
        for day in superfluous(daily.keys()):
            try:
                self._disk.remove(daily[day])
            except FileNotFoundError:
                continue  # somebody else tidies up as well
            except OSError as error:
                raise explain(error, daily[day]) from error

    def _daily(self, day: date) -> Path:
        return self.folder / f"{day.isoformat()}.json.gz"

    def _backup(self, name: str) -> Backup | None:
        daily, asked = _DAILY.fullmatch(name), _ASKED.fullmatch(name)
        path = self.folder / name
        with contextlib.suppress(OSError, ValueError, StorageError):
            if daily:
                at = datetime.fromisoformat(daily[1])
            elif asked:
                at = datetime.strptime(asked[1], "%Y-%m-%dT%H%M%S")  # noqa: DTZ007 - by the team's clock
            else:
                return None
            return Backup(path, at, daily is not None, self._disk.signature(path)[1])
        return None
