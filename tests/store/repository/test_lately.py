"""What happened in the newest commits, read backwards."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from store.log.disk import Disk
from store.log.protocol import CHECKPOINT_EVERY
from store.repository import open_team
from store.repository.reader import HistoryReader
from store.rules import comments
from store.setup import create_team
from tests import builders
from tests.builders import NOW


class CountingDisk(Disk):
    """Counts the records that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.records = 0

    def read(self, path: Path) -> bytes:
        self.records += "log" in path.parts
        return super().read(path)


def said(folder: Path, *minutes: float) -> None:
    """Ben comments on a card at these minutes after `NOW`."""
    ben = open_team(folder, local=folder.parent / "ben", login="ben")
    for minute in minutes:
        ben.commit(comments.comment(ben.team, 4, "Look.", "ben", NOW + timedelta(minutes=minute)))
    ben.close()


def test_only_what_is_young_and_not_known_is_read(tmp_path: Path) -> None:
    """Oldest first, with the number of the newest commit."""
    folder = tmp_path / "team"
    create_team(folder, builders.team().tables)
    said(folder, -500, 1, 2, -400, 3)
    reader = HistoryReader(folder)

    lately = reader.lately(0, NOW)
    assert (lately.up_to, [done.number for done in lately.happenings]) == (5, [2, 3, 5])
    assert [done.number for done in reader.lately(3, NOW).happenings] == [5]
    assert reader.lately(5, NOW).happenings == ()


def test_nothing_happened_yet(tmp_path: Path) -> None:
    """A new team has no history."""
    create_team(tmp_path / "team", builders.team().tables)

    assert HistoryReader(tmp_path / "team").lately(0, NOW) == HistoryReader(tmp_path / "team").lately(7, NOW)


def test_old_commits_are_not_read(tmp_path: Path) -> None:
    """It stops after a hundred of them in a row, also behind the newest checkpoint."""
    folder = tmp_path / "team"
    create_team(folder, builders.team().tables)
    said(folder, *(-1000 for _ in range(CHECKPOINT_EVERY - 2)), 1, 2, 3)
    disk = CountingDisk()
    lately = HistoryReader(folder, disk).lately(0, NOW)

    assert [done.number for done in lately.happenings] == [499, 500, 501]
    assert 100 < disk.records < 150
