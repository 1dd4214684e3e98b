"""Cables, servers and disks that fail under people who work."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from store.errors import Full, Refused, Replaced, StorageError, Unknown, Unreachable
from store.models import Task
from store.repository import open_team
from store.repository.shared import Shared
from store.rules import tasks
from store.setup import create_team
from tests import builders
from tests.builders import NOW
from tests.faults import ended
from tests.netdrive.conftest import HOSTS, Drive, lab
from tests.netdrive.writers import assert_nothing_lost, folder, patiently, start, team_on, tried
from tests.store.log.places import noted, shared_in, texts_of

_SHORT, _LONG = 7.0, 25.0
"""Seconds without a cable; the server's lease is 15."""
pytestmark = pytest.mark.usefixtures("cables")


@contextmanager
def working(drive: Drive, notes: Path, clients: int = 3) -> Iterator[dict[str, tuple[int, str]]]:
    """Writers on all hosts, who go on until the end, and then all agree."""
    writers = start(team_on(drive), notes, 100_000, clients)
    try:
        _wait(lambda: all(tried(notes / client) >= 2 for client in writers))
        yield writers
    finally:
        for pid, _ in writers.values():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for host in HOSTS:
            lab("mend", host)
        ends = [ended(pid, 120) for pid, _ in writers.values()]
    # Not one of them had given up before.
    assert ends == [-signal.SIGKILL] * len(writers)
    assert_nothing_lost(drive, {client: notes / client for client in writers})


def _wait(until: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.mark.parametrize("seconds", [_SHORT, _LONG])
def test_a_cable_that_is_pulled(drive: Drive, tmp_path: Path, seconds: float) -> None:
    """The others go on; who was cut off goes on when the cable is back, and nothing is lost or twice."""
    with working(drive, tmp_path) as writers:
        cut = next(client for client, (_, host) in writers.items() if host == "b")
        other = next(client for client, (_, host) in writers.items() if host == "c")
        lab("cut", "b")
        there, gone = tried(tmp_path / other), tried(tmp_path / cut)
        time.sleep(seconds)
        assert tried(tmp_path / other) > there + 3
        lab("mend", "b")
        _wait(lambda: tried(tmp_path / cut) > gone + 2, 150)


def test_a_server_that_stops_and_starts(drive: Drive, tmp_path: Path) -> None:
    """Everybody waits, and goes on."""
    if not drive.name.startswith("nfs"):
        pytest.skip("the lab stops its NFS server only")
    with working(drive, tmp_path) as writers:
        lab("server", "stop")
        time.sleep(5)
        before = {client: tried(tmp_path / client) for client in writers}
        lab("server", "start")
        _wait(lambda: all(tried(tmp_path / client) > before[client] + 2 for client in writers), 150)


def test_a_full_server(drive: Drive, tmp_path: Path) -> None:
    """What cannot be written is refused with a sentence, tried again when there is room, and there once."""
    with working(drive, tmp_path) as writers:
        lab("fill")
        try:
            shared = shared_in(folder(drive, "a"), "fills")
            # sshfs knows no word for it, and says that the drive does not answer.
            with pytest.raises(Unreachable if drive.name == "sshfs" else (Full, Unknown)):
                _until_refused(shared)
        finally:
            lab("free")
        # The one that was refused is tried again, as the outbox does it.
        patiently(partial(_until_refused, shared, 1))
        _wait(lambda: texts_of(shared_in(folder(drive, "b"))).count("1" + "x" * 50_000) == 1, 30)
        before = {client: tried(tmp_path / client) for client in writers}
        _wait(lambda: all(tried(tmp_path / client) > before[client] + 2 for client in writers), 150)


def _until_refused(shared: Shared, most: int = 60) -> None:
    for sequence in range(1, most + 1):
        shared.commit("fills", sequence, noted(f"{sequence}" + "x" * 50_000))


def test_a_drive_that_is_mounted_anew_under_the_program(drive: Drive) -> None:
    """An open program goes on with the folder that comes back."""
    shared = shared_in(folder(team_on(drive, 2), "b"), "stays")
    shared.commit("stays", 1, noted("before"))
    lab("remount", "b", drive.name)
    patiently(partial(shared.commit, "stays", 2, noted("after")))

    assert shared_in(folder(drive, "c")).state.number == 4


def test_a_folder_that_is_taken_away(drive: Drive) -> None:
    """A program that has it open says so, and writes nothing into a new one of the same name."""
    shared = shared_in(folder(team_on(drive, 2), "b"), "stays")
    # On the server: SMB keeps what another host has open.
    shutil.rmtree(drive.on_server / "team")
    patiently(partial(_made_anew, folder(drive, "a")))
    with pytest.raises(Replaced):
        _until_noticed(shared)

    assert shared_in(folder(drive, "c")).state.number == 0


def _made_anew(place: Path) -> None:
    """As `create_team`; a host may still remember the team that is gone from the server."""
    try:
        create_team(place, {})
    except Refused as error:
        raise Unreachable(str(error)) from error


def _until_noticed(shared: Shared) -> None:
    """Try to commit until the program knows that it is another folder; a drive may say other things first."""
    end = time.monotonic() + 90
    while time.monotonic() < end:
        try:
            shared.commit("stays", 1, noted("into the wrong one"))
        except Replaced:
            raise
        except StorageError:
            time.sleep(0.2)


def test_changes_made_offline_come_back_once(drive: Drive, tmp_path: Path) -> None:
    """Fifty changes on each of two hosts that were cut off, some of them against each other.

    Each is committed once, in its person's order; those that clash wait for a decision.
    """
    create_team(drive.on("a") / "team", builders.team().tables)
    people = {
        person: open_team(folder(drive, host), local=tmp_path / person, login=person)
        for person, host in (("ana", "b"), ("ben", "c"))
    }
    for host in ("b", "c"):
        lab("cut", host)
    for person, repository in people.items():
        # As the app does it: each change is made on what the ones before have left.
        team = repository.team
        for turn in range(50):
            if turn % 10 == 5:
                change = tasks.edit(team, 1, person, NOW, title=f"{person} {turn}")
            else:
                change = tasks.create(team, f"{person} {turn}", person, NOW, id=-turn - 1)
            repository.submit(change)
            team = team.apply(change)
    for host in ("b", "c"):
        lab("mend", host)
    for repository in people.values():
        end = time.monotonic() + 150
        while repository.waiting and time.monotonic() < end:
            with suppress(StorageError):
                repository.flush()
            time.sleep(0.2)
        assert repository.waiting == 0

    other = open_team(folder(drive, "a"), local=tmp_path / "other", login="cem")
    titles = [task.title for task in sorted(other.team.all(Task), key=lambda task: task.id)]
    for person in people:
        made_by = [title for title in titles[1:] if title.startswith(f"{person} ")]
        assert made_by == [f"{person} {turn}" for turn in range(50) if turn % 10 != 5]
    assert sorted(len(repository.parked) for repository in people.values()) == [0, 5]
    assert titles[0] in ("ana 45", "ben 45")
    for repository in (*people.values(), other):
        repository.close()
