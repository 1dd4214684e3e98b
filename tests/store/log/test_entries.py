"""What network drives say that is not so, or not so for long."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from store.errors import Damaged, Full, ReadOnly, StorageError, TooNew, Unknown, Unreachable, Unsuitable
from store.log.entries import Entries, LinkClaims
from store.log.layout import Format, data_folder
from store.log.protocol import Claim
from store.log.record import FORMAT, framed
from tests.faults import FaultyDisk, denied, first, lasting, refused
from tests.store.log.places import copied, layout_of, log_in, noted, shared_in, texts

CONTENT = framed(b'{"a": 1}')


@pytest.fixture
def disk() -> FaultyDisk:
    return FaultyDisk()


@pytest.fixture
def entries(tmp_path: Path, disk: FaultyDisk) -> Entries:
    """Entries that are claimed by linking, in an empty folder."""
    (tmp_path / "tmp").mkdir()
    return Entries(disk, LinkClaims(disk), tmp_path / "tmp", "me")


class Cached(FaultyDisk):
    """A client whose cache serves only a part of a file, the first few times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def read(self, path: Path) -> bytes:
        content = path.read_bytes()
        self.times -= 1
        return content[: len(content) // 3] if self.times >= 0 else content


class Saying(FaultyDisk):
    """A client on which `link` says something for the first few times, after doing it or without."""

    def __init__(self, code: int, times: int, does: bool = False) -> None:
        super().__init__()
        self.code, self.times, self.does = code, times, does

    def link(self, source: Path, target: Path) -> None:
        self.times -= 1
        if self.times < 0 or self.does:
            os.link(source, target)
        if self.times >= 0:
            raise OSError(self.code, os.strerror(self.code), str(target))


def entries_on(disk: FaultyDisk, place: Path) -> Entries:
    (place / "tmp").mkdir()
    return Entries(disk, LinkClaims(disk), place / "tmp", "me")


def test_a_part_of_a_record_heals(tmp_path: Path) -> None:
    """A record that arrives in part is read again until it is whole."""
    (tmp_path / "1").write_bytes(CONTENT)

    assert entries_on(Cached(3), tmp_path).get(tmp_path / "1") == CONTENT


@pytest.mark.parametrize("spoilt", [b"", CONTENT[:-1], CONTENT + b"x", CONTENT.replace(b"1}", b"2}"), b"{}"])
def test_a_damaged_record_is_never_missing(tmp_path: Path, entries: Entries, spoilt: bytes) -> None:
    """What does not match its checksum for good is damaged, and is not taken for a free number."""
    (tmp_path / "1").write_bytes(spoilt)

    with pytest.raises(Damaged, match="checksum"):
        entries.get(tmp_path / "1")
    with pytest.raises(Damaged):
        entries.put(tmp_path / "1", CONTENT)
    assert (tmp_path / "1").read_bytes() == spoilt


def test_a_damaged_record_stops_the_reader(small: Path, tmp_path: Path) -> None:
    """A reader says that the log is damaged; nobody writes behind the damage."""
    folder = copied(small, tmp_path / "team")
    record = layout_of(folder).record(2)
    whole = record.read_bytes()
    record.unlink()
    record.write_bytes(whole[:-5])
    disk = FaultyDisk()

    with pytest.raises(Damaged):
        shared_in(folder, "me", disk)
    assert disk.waited > 1
    record.write_bytes(whole)
    assert texts(folder) == ["note 1", "note 2"]


def test_a_record_of_a_newer_program_is_not_damaged(tmp_path: Path, entries: Entries) -> None:
    """A newer format is named as such by whoever decodes it."""
    (tmp_path / "1").write_bytes(framed(b'{"a": 1}', FORMAT + 1))

    assert entries.get(tmp_path / "1") is not None


@pytest.mark.parametrize("code", [errno.EEXIST, errno.EPERM, errno.EIO, errno.ESTALE, errno.EACCES])
def test_a_taken_name_is_lost_whatever_the_drive_says(
    tmp_path: Path, entries: Entries, disk: FaultyDisk, code: int
) -> None:
    """sshfs says EPERM where others say EEXIST; the name itself tells who has it."""
    (tmp_path / "1").write_bytes(framed(b'{"b": 2}'))
    disk.arm(2, refused(code))

    assert entries.put(tmp_path / "1", CONTENT) is False


@pytest.mark.parametrize("code", [errno.EEXIST, errno.EPERM, errno.EIO, errno.ETIMEDOUT, errno.ENOENT])
def test_a_claim_that_went_through_is_won_whatever_the_drive_says(tmp_path: Path, code: int) -> None:
    """A lost reply: the drive reports an error for what it has done."""
    assert entries_on(Saying(code, 1, does=True), tmp_path).put(tmp_path / "1", CONTENT) is True


@pytest.mark.parametrize(
    "code", [errno.EINVAL, errno.EACCES, errno.ESTALE, errno.EIO, errno.EAGAIN, errno.EBUSY, errno.ENOENT]
)
def test_a_claim_is_tried_again_when_the_drive_says_no_for_a_moment(tmp_path: Path, code: int) -> None:
    """SMB says EINVAL or EACCES while a lease is broken; NFS ENOENT from a stale cache of the folder."""
    assert entries_on(Saying(code, 3), tmp_path).put(tmp_path / "1", CONTENT) is True
    assert (tmp_path / "1").read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.ENOSPC, Full),
        (errno.EDQUOT, Full),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.EPERM, ReadOnly),
        (errno.ENOENT, Unreachable),
        (errno.EIO, Unknown),
        (errno.ETIMEDOUT, Unknown),
        (errno.ENOTSUP, Unsuitable),
    ],
)
def test_a_claim_that_fails_for_good_says_how(tmp_path: Path, code: int, error: type[StorageError]) -> None:
    """Full, read-only and unreachable are certain; where nobody can tell, it says so."""
    with pytest.raises(error) as caught:
        entries_on(Saying(code, 1000), tmp_path).put(tmp_path / "1", CONTENT)

    assert type(caught.value) is error
    assert not list((tmp_path / "tmp").iterdir())


def test_a_claim_is_unknown_when_nobody_answers_afterwards(tmp_path: Path, disk: FaultyDisk) -> None:
    """When the drive goes away with the claim, nobody knows, and it says so."""
    entries = entries_on(disk, tmp_path)

    def cut(disk: FaultyDisk, name: str, arguments: tuple[Any, ...]) -> Any:
        disk.at, disk.fault = disk.at + 1, lasting(errno.EIO)
        return denied(errno.EIO)(disk, name, arguments)

    disk.arm(2, cut)
    with pytest.raises(Unknown):
        entries.put(tmp_path / "1", CONTENT)


def test_a_record_is_on_the_platters_before_it_counts(tmp_path: Path, disk: FaultyDisk) -> None:
    """The content is synced before it gets its name, and the folder before the claim is won."""
    entries_on(disk, tmp_path).put(tmp_path / "1", CONTENT)

    assert [call.split()[0] for call in disk.log] == ["write_new", "link", "remove", "sync_folder"]


def test_a_record_read_with_a_stale_handle_is_read_again(tmp_path: Path, disk: FaultyDisk) -> None:
    """ESTALE while reading heals by opening the name again."""
    (tmp_path / "1").write_bytes(CONTENT)
    entries = entries_on(disk, tmp_path)
    disk.arm(1, refused(errno.ESTALE))

    assert entries.get(tmp_path / "1") == CONTENT


def test_a_poll_without_news_costs_two_opens(small: Path) -> None:
    """Idle costs one look at the folder and one at the next name."""
    disk = FaultyDisk()
    shared = shared_in(small, "me", disk)
    disk.log.clear()
    shared.refresh()

    assert disk.log == ["look_again 000000", "read 000000003"]


def test_the_folder_is_opened_before_the_next_name(small: Path, tmp_path: Path) -> None:
    """A name that was answered from the cache is asked for anew at the next look."""
    folder = copied(small, tmp_path / "team")
    disk = FaultyDisk()
    shared = shared_in(folder, "me", disk)
    disk.arm(2, refused(errno.ENOENT))
    shared_in(folder, "other").commit("other", 1, noted("new"))

    shared.refresh()
    assert shared.state.number == 2
    shared.refresh()
    assert shared.state.number == 3


def test_a_number_taken_while_we_write_is_lost(small: Path, tmp_path: Path) -> None:
    """Somebody else's claim between our look and our claim is not overwritten."""
    folder = copied(small, tmp_path / "team")
    disk = FaultyDisk()
    log = log_in(folder, "me", disk)
    other = log_in(folder, "other")
    link = 1 + [call.split()[0] for call in _calls_of_append(folder, tmp_path)].index("link")
    disk.arm(link, first(lambda: other.append(3, framed(b"theirs"))))

    assert log.append(3, framed(b"mine")) is Claim.LOST
    assert list(other.read_after(2)) == [framed(b"theirs")]


def _calls_of_append(folder: Path, place: Path) -> list[str]:
    disk = FaultyDisk()
    log = log_in(copied(folder, place / "rehearsal"), "me", disk)
    disk.log.clear()
    log.append(3, framed(b"mine"))
    return disk.log


def test_what_the_folder_is_survives_a_bad_cache(small: Path) -> None:
    """`format` that arrives in part is read again."""
    assert Format.read(Cached(2), data_folder(small)).claim == "link"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", Damaged),
        (b'{"format": 1}', Damaged),
        (b'{"format": 1, "epoch": "../..", "claim": "link"}', Damaged),
        (b'{"format": 1, "epoch": "ab", "claim": "hope"}', Damaged),
        (b'{"format": %d, "epoch": "ab", "claim": "link"}' % (FORMAT + 1), TooNew),
    ],
)
def test_a_folder_that_is_not_understood_is_not_used(
    tmp_path: Path, content: bytes, error: type[StorageError]
) -> None:
    """A damaged or newer folder is refused with the reason."""
    data_folder(tmp_path).mkdir()
    (data_folder(tmp_path) / "format").write_bytes(content)

    with pytest.raises(error):
        Format.read(FaultyDisk(), data_folder(tmp_path))
