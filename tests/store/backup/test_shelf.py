"""Backups beside the data: whole or not there, whoever makes them and whenever that ends."""

from __future__ import annotations

import contextlib
import errno
import gzip
import os
import stat
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.backup import Shelf, backup_folder, read_file
from store.errors import NotFound, Refused, StorageError
from store.log.disk import Disk
from store.log.layout import data_folder, team_file
from store.repository import Repository
from tests.faults import Fault, FaultyDisk, death, denied, ended, forked, refused, torn
from tests.store.log.places import copied, layout_of, made, shared_in
from tests.store.repository.clock import Place, new_task, placed

TODAY = date(2026, 11, 25)
DAY = 86_400.0


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team with two notes."""
    return made(tmp_path_factory.mktemp("small") / "team")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The shop team, with nobody running."""
    return placed(tmp_path / "shop")


def shelf_in(folder: Path, disk: Disk | None = None) -> Shelf:
    """The backups of a folder."""
    return Shelf(team_file(data_folder(folder)), layout_of(folder).scratch, disk, f"me{os.getpid()}")


def keep(folder: Path, disk: Disk | None = None, day: date = TODAY) -> None:
    """Make a backup."""
    shelf_in(folder, disk).keep(shared_in(folder).state, day)


def files(folder: Path) -> list[str]:
    """The names on the shelf."""
    shelf = backup_folder(team_file(data_folder(folder)))
    return sorted(path.name for path in shelf.iterdir()) if shelf.exists() else []


def test_a_backup_is_a_compressed_tinydb_file(small: Path, tmp_path: Path) -> None:
    """Unpacked with any tool, plain TinyDB opens it."""
    folder = copied(small, tmp_path / "team")
    keep(folder)
    (backup,) = shelf_in(folder).backups()
    plain = tmp_path / "plain.json"
    plain.write_bytes(gzip.decompress(backup.path.read_bytes()))

    assert (backup.path.name, backup.at, backup.is_daily) == (
        "2026-11-25.json.gz",
        datetime(2026, 11, 25),  # noqa: DTZ001 - by the team's clock
        True,
    )
    assert [note["text"] for note in TinyDB(plain).table("notes")] == ["note 1", "note 2"]
    assert read_file(Disk(), backup.path) == shared_in(folder).state.team.tables


FAULTS = [kind(code) for code in (errno.EIO, errno.ENOSPC, errno.EACCES) for kind in (refused, denied, torn)]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_backup_is_whole_or_not_there_whatever_fails(small: Path, tmp_path: Path, fault: Fault) -> None:
    """What was there before is still there and whole; the next try makes today's."""
    for number in range(1, 100):
        folder, disk = copied(small, tmp_path / "copy"), FaultyDisk(number, fault)
        keep(folder, day=date(2026, 11, 24))
        with contextlib.suppress(StorageError):
            keep(folder, disk)
        assert_whole(folder)
        if not disk.struck:
            break
    assert number > 5


def test_a_backup_is_whole_or_not_there_when_its_maker_dies(small: Path, tmp_path: Path) -> None:
    """Killed before any call, or in the middle of writing."""
    for number in range(1, 100):
        folder = copied(small, tmp_path / "copy")
        keep(folder, day=date(2026, 11, 24))
        fault = death(half=number % 2 == 0)
        status = ended(forked(partial(keep, folder, FaultyDisk(number, fault))))
        assert_whole(folder)
        if status == 0:
            break
    assert number > 5


def assert_whole(folder: Path) -> None:
    """Every backup can be read, yesterday's is there, and today's can be made."""
    assert "2026-11-24.json.gz" in files(folder)
    for name in files(folder):
        assert read_file(Disk(), backup_folder(team_file(data_folder(folder))) / name)
    keep(folder)
    assert files(folder) == ["2026-11-24.json.gz", "2026-11-25.json.gz"]


def test_many_at_once_do_no_harm(small: Path, tmp_path: Path) -> None:
    """Six processes make the same backup and tidy up at the same time."""
    folder = copied(small, tmp_path / "team")
    for month in range(1, 13):
        for day in range(1, 28):
            path = backup_folder(team_file(data_folder(folder))) / f"2025-{month:02}-{day:02}.json.gz"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"x")
    children = [forked(partial(keep, folder)) for _ in range(6)]

    assert [ended(child) for child in children] == [0] * 6
    assert len(files(folder)) <= 24
    assert read_file(Disk(), backup_folder(team_file(data_folder(folder))) / "2026-11-25.json.gz")


def test_backups_keep_mode_and_group_of_the_folder(small: Path, tmp_path: Path) -> None:
    """Whatever the umask of who makes them."""
    folder = copied(small, tmp_path / "team")
    folder.chmod(0o2770)
    old = os.umask(0o077)
    try:
        keep(folder)
    finally:
        os.umask(old)
    shelf = shelf_in(folder)

    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o2770
    # The scratch folder of this team was made by the tests, and is private.
    assert stat.S_IMODE(shelf.backups()[0].path.stat().st_mode) == 0o660


def running(place: Place, disk: Disk | None = None) -> Repository:
    """A program that has been open for longer than a minute."""
    repository = place.open(disk)
    place.clock.forward(61)
    return repository


def test_the_first_one_on_a_day_makes_the_backup(place: Place) -> None:
    """Not at the start, but a minute later; once a day; and the other programs do not make it again."""
    first, second = place.open(), place.open()
    first.tend()
    assert files(place.folder) == []

    place.clock.forward(61)
    first.tend()
    (day,) = files(place.folder)
    inode = (backup_folder(place.file) / day).stat().st_ino
    second.tend()
    place.clock.forward(3601)
    first.tend()
    assert (backup_folder(place.file) / day).stat().st_ino == inode

    place.clock.forward(DAY)
    second.tend()
    first.tend()
    assert len(files(place.folder)) == 2


def test_who_only_calls_the_command_line_has_backups_too(place: Place) -> None:
    """A program that committed something makes today's when it leaves; one that only read does not."""
    reader = place.open()
    reader.close()
    assert files(place.folder) == []

    writer = place.open()
    writer.commit(new_task(writer, "Weigh parcels"))
    writer.close()
    assert len(files(place.folder)) == 1


def test_a_start_and_its_first_minute_ask_for_no_backup(place: Place) -> None:
    """No call of the file system has to do with backups."""
    disk = FaultyDisk()
    repository = place.open(disk)
    repository.refresh()
    repository.tend()

    assert not [call for call in disk.log if ".gz" in call or "backups" in call]


def test_a_full_drive_keeps_nobody_from_working(place: Place) -> None:
    """It is told, and tried again an hour later."""

    class Stuffed(Disk):
        full = True

        def write_new(self, path: Path, content: bytes) -> None:
            if self.full and "-backup-" in path.name:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            super().write_new(path, content)

    disk = Stuffed()
    repository = running(place, disk)
    with pytest.raises(StorageError, match="full"):
        repository.tend()
    repository.tend()
    disk.full = False
    place.clock.forward(3601)
    repository.tend()
    assert len(files(place.folder)) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is no file, empty"),
        (b"{", "not a TinyDB file"),
        (b"[]", "not a TinyDB file"),
        (b"{}", "no documents"),
        (b'{"tasks": {"../x": {}}}', "is not the number of a document"),
        (gzip.compress(b'{"tasks": {"1": {}}}', mtime=0)[:-9], "is damaged"),
        (b"\x1f\x8b rubbish", "is damaged"),
        (b'{"a":' * 100_000, "not a TinyDB file"),
    ],
)
def test_what_is_no_backup_is_refused_with_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    """Whatever is in the file."""
    file = tmp_path / "file"
    file.write_bytes(content)
    with pytest.raises(Refused, match=sentence):
        read_file(Disk(), file)


def test_pipes_and_huge_files_are_not_read(tmp_path: Path) -> None:
    """A pipe would be waited for; a file beyond 1 GB would fill the memory."""
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(2_000_000_000)
    for name in ("pipe", "huge", "."):
        with pytest.raises(Refused, match="no file, empty, or larger"):
            read_file(Disk(), tmp_path / name)
    with pytest.raises(NotFound, match="backup list"):
        read_file(Disk(), tmp_path / "nowhere")
