"""Who may read and write what is made: what the team's folder says, whatever the umask of who makes it."""

from __future__ import annotations

import os
import secrets
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from store.log.disk import Disk
from store.log.protocol import CHECKPOINT_EVERY
from store.repository import open_team
from store.setup import create_team
from tests.faults import NoLinks, ended, forked
from tests.store.log.places import log_in, noted, texts

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="other users can only be played by root")
GROUP, STRANGERS = 7001, 7002
"""Numbers of two groups that nobody else has."""
DISKS: dict[str, Callable[[], Disk]] = {"link": Disk, "rename": NoLinks}


def as_user(work: Callable[[], object], umask: int, uid: int = 0, groups: tuple[int, ...] = ()) -> int:
    """Do something in another process, as somebody with an umask; its exit status."""
    return ended(begun(work, umask, uid, groups))


def begun(work: Callable[[], object], umask: int, uid: int = 0, groups: tuple[int, ...] = ()) -> int:
    """The same without waiting for its end; the process."""

    def child() -> None:
        os.umask(umask)
        if uid:
            os.setgroups(list(groups))
            os.setgid(uid)
            os.setuid(uid)
        Disk._modes.clear()
        Disk._uncut.clear()
        work()

    return forked(child)


def inside(folder: Path) -> Iterator[Path]:
    """Everything in a team's folder."""
    for place, folders, files in os.walk(folder):
        yield from (Path(place, name) for name in (*folders, *files))


def commit(folder: Path, disk: Disk, count: int, uid: int) -> None:
    """Commit some notes, publish, and keep a backup, as the program does."""
    repository = open_team(
        folder, local=folder.parent / f"local-{uid}-{secrets.token_hex(3)}", login=f"user{uid}", disk=disk
    )
    for number in range(count):
        assert repository.commit(noted(f"{uid} {number}")) is not None
    repository.close()
    log_in(folder, "trimmer", disk).trim(0)


def wrong(folder: Path) -> list[str]:
    """Names whose mode or group is not that of the folder."""
    info = folder.stat()
    found = []
    for path in inside(folder):
        mine = path.stat()
        wanted = stat.S_IMODE(info.st_mode)
        wanted = wanted if path.is_dir() else wanted & 0o666
        if stat.S_IMODE(mine.st_mode) != wanted or mine.st_gid != info.st_gid:
            found.append(f"{path.relative_to(folder)} {mine.st_mode:o} {mine.st_gid}")
    return found


@pytest.mark.parametrize("claim", ["link", "rename"])
@pytest.mark.parametrize("mode", [0o2770, 0o2775, 0o0770, 0o2750])
def test_everything_has_the_mode_of_the_folder_whatever_the_umask(
    tmp_path: Path, claim: str, mode: int
) -> None:
    """Processes with four umasks commit, publish, keep checkpoints and backups, and compact."""
    folder = tmp_path / "team"
    folder.mkdir()
    folder.chmod(mode)
    history = [noted(f"note {n}", n) for n in range(1, 3 * CHECKPOINT_EVERY + 5)] if claim == "link" else []
    disk = DISKS[claim]()
    assert as_user(partial(create_team, folder, {}, history, disk=disk), 0o027) == 0
    for turn, umask in enumerate((0o077, 0o022, 0o027, 0o002)):
        assert as_user(partial(commit, folder, disk, 3, turn), umask) == 0

    assert wrong(folder) == []
    assert len(texts(folder)) == len(history) + 12


def test_who_is_killed_while_making_a_folder_shuts_nobody_out(tmp_path: Path) -> None:
    """Dead before any call on the way, the folder is not there under its name; the next one makes it."""
    parent = tmp_path / "log"
    parent.mkdir()
    parent.chmod(0o2770)
    for call in ("os.mkdir", "os.chmod", "os.rename"):

        def die(event: str, arguments: tuple[object, ...], call: str = call) -> None:
            if event == call:
                os.kill(os.getpid(), signal.SIGKILL)

        def work(die: Callable[[str, tuple[object, ...]], None] = die) -> None:
            sys.addaudithook(die)
            Disk().make_folder(parent / "000001")

        assert as_user(work, 0o077) == -signal.SIGKILL
        assert not (parent / "000001").exists()
    assert as_user(partial(Disk().make_folder, parent / "000001"), 0o077) == 0
    assert stat.S_IMODE((parent / "000001").stat().st_mode) == 0o2770


def test_a_folder_that_is_made_twice_at_once_is_one(tmp_path: Path) -> None:
    """Whoever comes second takes the first one's, and what is in it stays."""
    (tmp_path / "block").mkdir()
    (tmp_path / "block" / "record").write_bytes(b"x")
    tmp_path.chmod(0o770)
    disk = Disk()
    assert as_user(partial(disk.make_folder, tmp_path / "block"), 0o077) == 0
    assert as_user(partial(disk._make_folder_whole, tmp_path / "block", 0o770, os.getegid()), 0o077) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["block"]
    assert (tmp_path / "block" / "record").read_bytes() == b"x"


@ROOT_ONLY
@pytest.mark.parametrize("mode", [0o2770, 0o0770])
def test_members_of_one_group_all_read_and_write_and_nobody_else(tmp_path: Path, mode: int) -> None:
    """Four users with four umasks at once, with and without set-group-id; a stranger sees nothing."""
    open_to_all(tmp_path)
    folder = tmp_path / "team"
    folder.mkdir()
    os.chown(folder, 7011, GROUP)
    folder.chmod(mode)
    history = [noted(f"note {n}", n) for n in range(1, 2 * CHECKPOINT_EVERY - 8)]
    assert as_user(partial(create_team, folder, {}, history), 0o077, 7011, (GROUP,)) == 0
    for turn in range(3):
        people = [
            begun(partial(commit, folder, Disk(), 10, uid), umask, uid, (GROUP, uid))
            for uid, umask in ((7011, 0o077), (7012, 0o022), (7013, 0o027), (7014, 0o002))
        ]
        assert [ended(process) for process in people] == [0] * 4, turn

    assert wrong(folder) == []
    assert len(texts(folder)) == len(history) + 120

    def reads_all() -> None:
        for path in inside(folder):
            assert os.access(path, os.R_OK | os.W_OK), path

    def is_shut_out() -> None:
        with pytest.raises(PermissionError):
            list(folder.iterdir())

    assert as_user(reads_all, 0o077, 7014, (GROUP,)) == 0
    assert as_user(is_shut_out, 0o077, 7099, (STRANGERS,)) == 0


def open_to_all(place: Path) -> None:
    """Let other users come as far as here, and make folders of their own."""
    for path in (place, *place.parents):
        if path.stat().st_uid == os.geteuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | stat.S_IXOTH | (0o777 if path == place else 0))
