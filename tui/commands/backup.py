"""`tagwerk backup`: the copies of the team beside its data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from store.backup import Backup, Shelf
from store.log.layout import Layout, data_folder, team_file
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.session import session


def everything(call: Call) -> Shelved:
    """The backups that there are. They can be listed also when the team cannot be opened.

    Raises:
        StorageError: the folder does not answer.
    """
    shelf = shelf_of(call)
    return Shelved(shelf.folder, shelf.backups())


def make(call: Call) -> Said:
    """Make one now, which stays until somebody deletes it.

    Raises:
        NotFound: there is no team.
        StorageError: the folder does not answer, cannot be written, or is full.
    """
    with session(call) as opened:
        if opened.repository.newer is not None:
            # What can be looked at is not all that there is.
            raise opened.repository.newer
        at = opened.now.astimezone(ZoneInfo(opened.team.settings.time_zone))
        state = opened.repository.state
        scratch = Layout(data_folder(call.folder), opened.repository.epoch).scratch
        shelf = Shelf(team_file(data_folder(call.folder)), scratch, call.world.disk, opened.repository.client)
        path = shelf.keep_for_good(state, at)
    return Said((f"The team is kept in {path}.",), {"file": str(path), "number": state.number})


def shelf_of(call: Call) -> Shelf:
    """The backups of the team's folder, to be read."""
    data = data_folder(call.folder)
    return Shelf(team_file(data), data, call.world.disk)


@dataclass(frozen=True)
class Shelved:
    """Backups for reading, or for programs."""

    folder: Path
    backups: tuple[Backup, ...]
    """Newest first."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """Name, size, and who made it."""
        if not self.backups:
            yield "There are no backups yet; one a day is made while somebody works."
            yield "“tagwerk backup now” makes one."
            return
        yield f"In {self.folder}:"
        rows = [[backup.path.name, _size(backup.size), _kind(backup)] for backup in self.backups]
        yield from aligned(rows, width, (15, 6, 5))
        yield ""
        yield f"See what one would bring back: tagwerk restore --from {self.backups[0].path.name}"

    def document(self) -> Json:
        """`{"folder", "backups": [{"file", "at", "daily", "size"}]}`."""
        backups = [
            {
                "file": str(backup.path),
                "at": backup.at.isoformat(),
                "daily": backup.is_daily,
                "size": backup.size,
            }
            for backup in self.backups
        ]
        return {"folder": str(self.folder), "backups": backups}


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size / 1e3:,.1f} kB"


def _kind(backup: Backup) -> str:
    return "of that day" if backup.is_daily else "asked for"
