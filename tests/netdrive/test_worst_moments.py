"""Hosts stopped at the worst moment or coming back late, clocks a day apart, two first runs at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.errors import NotFound, Refused, StorageError
from store.log.disk import Disk
from store.log.protocol import CHECKPOINT_EVERY
from store.models import Task
from store.repository import Repository, open_team
from store.rules import tasks
from store.setup import create_team
from tests import builders
from tests.builders import NOW
from tests.faults import ended, forked
from tests.netdrive.conftest import HOSTS, Drive, lab
from tests.netdrive.writers import assert_nothing_lost, folder, patiently, team_on, write
from tests.store.log.places import checkpoint, log_in, noted, shared_in, texts_of

_FROZEN = 10.0
"""Seconds."""
pytestmark = pytest.mark.usefixtures("cables")


class Freezing(Disk):
    """Stops its whole process just before the first call of a kind on a name that ends like this."""

    def __init__(self, call: str, ends: str) -> None:
        self._call, self._ends, self._struck = call, ends, False

    def link(self, source: Path, target: Path) -> None:
        self._freeze("link", target)
        super().link(source, target)

    def rename(self, source: Path, target: Path) -> None:
        self._freeze("rename", target)
        super().rename(source, target)

    def _freeze(self, call: str, target: Path) -> None:
        if call == self._call and target.name.endswith(self._ends) and not self._struck:
            self._struck = True
            os.kill(os.getpid(), signal.SIGSTOP)


def _stopped(pid: int) -> bool:
    """Whether a child has stopped itself."""
    done, status = os.waitpid(pid, os.WNOHANG | os.WUNTRACED)
    return bool(done) and os.WIFSTOPPED(status)


def _wait(until: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_writer_stopped_between_writing_and_claiming(drive: Drive, tmp_path: Path) -> None:
    """Its number is taken meanwhile; when it wakes, its commit comes once, behind the others'."""
    team_on(drive, 3)
    work = partial(write, folder(drive, "b"), "frozen", tmp_path / "frozen", 1, Freezing("link", ""))
    pid = forked(work)
    try:
        _wait(lambda: _stopped(pid))
        write(folder(drive, "c"), "other", tmp_path / "other", 5)
        time.sleep(_FROZEN)
    finally:
        os.kill(pid, signal.SIGCONT)
    assert ended(pid, 60) == 0

    shared = assert_nothing_lost(drive, {name: tmp_path / name for name in ("frozen", "other")})
    assert texts_of(shared)[-1] == "frozen:1"


def test_a_publisher_stopped_just_before_it_publishes(drive: Drive, tmp_path: Path) -> None:
    """What it then puts in place is older than what others published: it is mended within ten seconds."""
    create_team(drive.on("a") / "team", builders.team().tables)

    def publish() -> None:
        disk = Freezing("rename", "team.json")
        mine = open_team(folder(drive, "b"), local=tmp_path / "frozen", login="ben", disk=disk)
        mine.commit(tasks.edit(mine.team, 1, "ben", NOW, title="The frozen one's"))
        mine.close()

    pid = forked(publish)
    try:
        _wait(lambda: _stopped(pid))
        other = open_team(folder(drive, "c"), local=tmp_path / "other", login="ana")
        other.commit(tasks.edit(other.team, 2, "ana", NOW, title="Newer"))
        _tended(other, 6)
    finally:
        os.kill(pid, signal.SIGCONT)
    assert ended(pid, 60) == 0
    _tended(other, 20)

    published = json.loads((drive.on_server / "team" / "team.json").read_bytes())["tasks"]
    assert (published["1"]["title"], published["2"]["title"]) == ("The frozen one's", "Newer")
    other.close()


def _tended(repository: Repository, seconds: float) -> None:
    """Let a program go on for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        patiently(repository.refresh)
        patiently(repository.tend)
        time.sleep(0.2)


def test_a_host_that_comes_back_after_its_records_were_trimmed(drive: Drive) -> None:
    """It reads the newest checkpoint, and its late commit stands at the end."""
    late = shared_in(folder(team_on(drive, 2), "b"), "late")
    busy = shared_in(folder(drive, "a"), "busy")
    for sequence in range(1, 3 * CHECKPOINT_EVERY + 5):
        busy.commit("busy", sequence, noted(f"busy:{sequence}"))
        if sequence % CHECKPOINT_EVERY == 0:
            checkpoint(busy, folder(drive, "a"))
    assert log_in(folder(drive, "c")).trim(0) == CHECKPOINT_EVERY
    patiently(partial(late.commit, "late", 1, noted("late:1")))

    shared = assert_nothing_lost(drive, {})
    assert texts_of(shared)[-1] == "late:1"
    assert shared.state.number == 3 * CHECKPOINT_EVERY + 4 + 2 + 1


def test_clocks_a_day_apart(drive: Drive, tmp_path: Path) -> None:
    """Three hosts with three clocks: nothing is lost, nothing is trimmed too early."""
    team_on(drive)
    writers = {}
    for host, offset in zip(HOSTS, ("+0d", "+1d", "-1d"), strict=True):
        work = ("-m", "tests.netdrive.writers", str(folder(drive, host)), host, str(tmp_path / host), "40")
        environment = {**os.environ, "NO_FAKE_STAT": "1"}
        writers[host] = subprocess.Popen(["faketime", "-f", offset, sys.executable, *work], env=environment)
    for process in writers.values():
        assert process.wait(240) == 0
    shared = assert_nothing_lost(drive, {host: tmp_path / host for host in HOSTS})
    assert shared.state.number == 120


def test_a_host_whose_clock_is_ahead_trims_nothing_young(drive: Drive) -> None:
    """Records of today are compacted by nobody, however late it is on the host that looks."""
    busy = shared_in(folder(team_on(drive), "a"), "busy")
    for sequence in range(1, 3 * CHECKPOINT_EVERY + 2):
        busy.commit("busy", sequence, noted(f"busy:{sequence}"))
        if sequence % CHECKPOINT_EVERY == 0:
            checkpoint(busy, folder(drive, "a"))
    trim = (
        "import sys; from pathlib import Path; from store.log.folder import FolderLog; "
        "from store.log.layout import data_folder; "
        "print(FolderLog(data_folder(Path(sys.argv[1])), 'ahead').trim(7 * 86_400))"
    )
    command = ["faketime", "-f", "+30d", sys.executable, "-c", trim, str(folder(drive, "b"))]
    # The times of files are the server's, as they are on a host with a wrong clock.
    environment = {**os.environ, "NO_FAKE_STAT": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, env=environment)

    assert done.stdout.strip() == "0"
    assert log_in(folder(drive, "c")).trim(0) == CHECKPOINT_EVERY


def test_two_first_runs_at_once_make_one_team(drive: Drive) -> None:
    """Whoever comes second is told so, and the first one's team stays whole."""

    def make(host: str, name: str) -> None:
        try:
            create_team(drive.on(host) / name, builders.team().tables)
        except (Refused, StorageError):
            os._exit(3)

    for turn in range(5):
        pids = [forked(partial(make, host, f"t{turn}")) for host in ("a", "b", "c")]
        ends = sorted(ended(pid, 60) for pid in pids)
        assert ends == [0, 3, 3], turn
        for host in HOSTS:
            found = patiently(partial(_opened, drive.on(host) / f"t{turn}", host))
            assert len(list(found.team.all(Task))) == 8
            found.close()


def _opened(place: Path, host: str) -> Repository:
    try:
        return open_team(place, local=Path("/run/locals") / host, login="ana")
    except NotFound as error:
        # A listing that is not new yet.
        raise StorageError(str(error)) from error


def test_a_script_with_plain_tinydb_while_people_work(drive: Drive, tmp_path: Path) -> None:
    """It rewrites team.json in place on one host while others commit: both are there in the end."""
    create_team(drive.on("a") / "team", builders.team().tables)
    people = [
        open_team(folder(drive, host), local=tmp_path / host, login=login)
        for host, login in (("b", "ana"), ("c", "ben"))
    ]
    for turn in range(5):
        for person, repository in zip(("ana", "ben"), people, strict=True):
            change = tasks.create(repository.team, f"{person} {turn}", person, NOW)
            patiently(partial(repository.commit, change))
        _scripted(folder(drive, "a") / "team.json", f"script {turn}")
        for repository in people:
            _tended(repository, 4)
    for repository in people:
        _tended(repository, 8)

    titles = [task.title for task in people[0].team.all(Task)]
    for who in ("ana", "ben", "script"):
        assert sorted(t for t in titles if t.startswith(f"{who} ")) == [f"{who} {turn}" for turn in range(5)]
    for repository in people:
        repository.close()


def _scripted(file: Path, title: str) -> None:
    """What a script with plain TinyDB does; where a cache mixes two files (sshfs), it reads again."""
    for _ in range(50):
        with suppress(json.JSONDecodeError), TinyDB(file) as db:
            db.table("tasks").insert({"title": title, "column": 1})
            return
        time.sleep(0.2)
    raise AssertionError("the file stays torn")


def test_a_drive_that_can_only_be_read(drive: Drive, tmp_path: Path) -> None:
    """What others do is shown; what one does waits here, and is committed when writing is allowed again."""
    create_team(drive.on("a") / "team", builders.team().tables)
    mine = open_team(folder(drive, "b"), local=tmp_path / "mine", login="ben")
    theirs = open_team(folder(drive, "a"), local=tmp_path / "theirs", login="ana")
    lab("readonly", "b", drive.name)
    try:
        mine.submit(tasks.edit(mine.team, 1, "ben", NOW, title="Mine"))
        assert mine.flush().problem is not None
        theirs.commit(tasks.edit(theirs.team, 2, "ana", NOW, title="Theirs"))
        _wait(lambda: (mine.refresh(), mine.team.task(2).title == "Theirs")[1], 90)
        assert mine.waiting == 1
    finally:
        lab("writable", "b", drive.name)
    _wait(lambda: (mine.flush(), mine.waiting == 0)[1], 90)

    _wait(lambda: (theirs.refresh(), theirs.team.task(1).title == "Mine")[1], 90)
    mine.close()
    theirs.close()
