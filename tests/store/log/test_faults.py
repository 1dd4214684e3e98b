"""A drive that fails, or a process that dies, at every single call."""

from __future__ import annotations

import contextlib
import errno
import secrets
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from store.errors import Refused, StorageError, Unknown
from store.log.disk import Disk
from store.log.protocol import CHECKPOINT_EVERY
from store.repository.shared import Shared
from store.setup import create_team
from tests.faults import Fault, FaultyDisk, death, denied, ended, forked, refused, torn
from tests.store.log.places import (
    checkpoint,
    copied,
    layout_of,
    log_in,
    noted,
    shared_in,
    texts,
    texts_of,
)

_ERRORS = (errno.EIO, errno.ESTALE, errno.ENOSPC, errno.EACCES)
_KINDS = {
    f"{kind.__name__}-{errno.errorcode[code]}": kind(code)
    for code in _ERRORS
    for kind in (refused, denied, torn)
}
_FAULTS = [pytest.param(fault, id=name) for name, fault in _KINDS.items()]
_EITHER = [pytest.param("link", fault, id=f"link-{name}") for name, fault in _KINDS.items()] + [
    pytest.param("rename", fault, id=f"rename-{name}") for name, fault in _KINDS.items() if "EIO" in name
]
_DEATHS = [pytest.param(death(), id="before"), pytest.param(death(half=True), id="halfway")]


def every_call(
    template: Path, place: Path, fault: Fault, work: Callable[[Path, Disk], None]
) -> Iterator[tuple[Path, FaultyDisk]]:
    """A fresh folder and a disk that fails at call 1, 2, 3, … until the work needs no more calls."""
    for number in range(1, 100_000):
        folder, disk = copied(template, place / "copy"), FaultyDisk(number, fault)
        yield folder, disk
        if not disk.struck:
            assert number > 3
            return


def commit(folder: Path, disk: Disk, text: str = "mine") -> None:
    """Commit one note, always under the same id."""
    shared_in(folder, "me", disk).commit("me", 1, noted(text))


@pytest.mark.parametrize(("either", "fault"), _EITHER, indirect=["either"])
def test_a_commit_counts_once_whatever_fails(either: Path, tmp_path: Path, fault: Fault) -> None:
    """Acknowledged is there, denied is not, and after the retry it is there once."""
    for folder, disk in every_call(either, tmp_path, fault, commit):
        acknowledged = denied_for_good = False
        try:
            commit(folder, disk)
            acknowledged = True
        except Unknown:
            pass
        except StorageError:
            denied_for_good = True

        there = texts(folder).count("mine")
        assert there == 1 if acknowledged else there == 0 if denied_for_good else there <= 1, disk.log
        commit(folder, Disk())
        commit(folder, Disk())
        assert texts(folder) == ["note 1", "note 2", "mine"]


@pytest.mark.parametrize("fault", _DEATHS)
def test_a_commit_counts_once_whenever_its_writer_dies(either: Path, tmp_path: Path, fault: Fault) -> None:
    """A process killed before any call leaves the log readable, and its retry counts once."""
    for number in range(1, 100):
        folder = copied(either, tmp_path / "copy")
        status = ended(forked(partial(commit, folder, FaultyDisk(number, fault))))

        assert texts(folder).count("mine") <= 1
        commit(folder, Disk())
        assert texts(folder) == ["note 1", "note 2", "mine"]
        if status == 0:
            break
    assert number > 5


def commit_and_keep(folder: Path, disk: FaultyDisk, number: int, fault: Fault) -> None:
    """Make the commit after which a checkpoint is due, and keep that; a call of it goes wrong."""
    log = log_in(folder, "me", disk)
    shared = Shared(log)
    disk.arm(number, fault)
    shared.commit("me", 1, noted("mine"))
    for state in shared.due_checkpoints:
        log.put_checkpoint(state.number, state.to_bytes())


@pytest.mark.parametrize("fault", [refused(errno.EACCES), denied(errno.EIO), torn(errno.ENOSPC)])
def test_a_checkpoint_is_whole_or_not_there(before_checkpoint: Path, tmp_path: Path, fault: Fault) -> None:
    """Whatever fails while it is written, the next one can write it, and it holds what the records say."""
    for number in range(1, 100):
        folder, disk = copied(before_checkpoint, tmp_path / "copy"), FaultyDisk()
        try:
            commit_and_keep(folder, disk, number, fault)
        except StorageError:
            commit(folder, Disk())

        assert_checkpoint_holds(folder)
        if not disk.struck:
            break
    assert number > 10


@pytest.mark.parametrize("fault", _DEATHS)
def test_a_checkpoint_survives_the_death_of_its_writer(
    before_checkpoint: Path, tmp_path: Path, fault: Fault
) -> None:
    """A process killed while it keeps a checkpoint leaves none, or a whole one."""
    for number in range(1, 100):
        folder = copied(before_checkpoint, tmp_path / "copy")
        status = ended(forked(partial(commit_and_keep, folder, FaultyDisk(), number, fault)))

        commit(folder, Disk())
        assert_checkpoint_holds(folder)
        if status == 0:
            break
    assert number > 10


def assert_checkpoint_holds(folder: Path) -> None:
    """What a checkpoint gives is what the records give."""
    reader = shared_in(folder)
    assert texts_of(reader)[-1] == "mine"
    assert len(texts_of(reader)) == CHECKPOINT_EVERY
    checkpoint(reader, folder)
    again = shared_in(folder)
    assert not again.due_checkpoints
    assert again.state.to_bytes() == reader.state.to_bytes()


def trim(folder: Path, disk: Disk) -> None:
    """Compact whatever may be."""
    log_in(folder, secrets.token_hex(3), disk).trim(0)


def structural(calls: list[str]) -> list[int]:
    """The calls of a trim, without most of the hundreds that read or remove one record after the other."""
    chosen, run = [], 0
    for number, (call, before) in enumerate(zip(calls, ["", *calls], strict=False), 1):
        run = run + 1 if call.split()[0] == before.split(" ")[0] else 0
        if run < 2 or run % 333 == 0:
            chosen.append(number)
    return chosen


def test_trimming_loses_nothing_whatever_fails(long: Path, tmp_path: Path) -> None:
    """After a failure at any step the state and the history are complete, and the next trim goes on."""
    healthy = FaultyDisk()
    trim(copied(long, tmp_path / "copy"), healthy)
    expected, first_state = shared_in(long).state.to_bytes(), log_in(long).first_state()
    for turn, number in enumerate(structural(healthy.log)[::2]):
        folder = copied(long, tmp_path / "copy")
        kind, code = (refused, denied, torn)[turn % 3], _ERRORS[turn % 4]
        with contextlib.suppress(StorageError):
            trim(folder, FaultyDisk(number, kind(code)))

        shared = shared_in(folder)
        assert shared.state.to_bytes() == expected
        assert len(shared.history()) == 4 * CHECKPOINT_EVERY + 10
        assert log_in(folder).first_state() == first_state
        trim(folder, Disk())
        assert not layout_of(folder).record(CHECKPOINT_EVERY).exists()
        assert [commit.number for commit in shared_in(folder).history()][-1] == 4 * CHECKPOINT_EVERY + 10


def test_trimming_loses_nothing_when_it_is_killed(long: Path, tmp_path: Path) -> None:
    """Killed at any step, the state and the history are complete."""
    healthy = FaultyDisk()
    trim(copied(long, tmp_path / "copy"), healthy)
    expected, first_state = shared_in(long).state.to_bytes(), log_in(long).first_state()
    for number in structural(healthy.log)[1::2]:
        folder = copied(long, tmp_path / "copy")
        ended(forked(partial(trim, folder, FaultyDisk(number, death(half=True)))))

        shared = shared_in(folder)
        assert shared.state.to_bytes() == expected
        assert len(shared.history()) == 4 * CHECKPOINT_EVERY + 10
        assert log_in(folder).first_state() == first_state


def create(folder: Path, disk: Disk) -> None:
    """Make a team with some history."""
    genesis = {"notes": {1: {"text": "genesis"}}}
    create_team(folder, genesis, [noted("later", 2)], disk=disk)


@pytest.mark.parametrize("fault", _FAULTS)
def test_a_team_is_made_whole_or_not_at_all(tmp_path: Path, fault: Fault) -> None:
    """Whatever fails while a team is made, afterwards there is one whole team, or one can be made."""
    for number in range(1, 100):
        folder = tmp_path / f"team{number}"
        disk = FaultyDisk(number, fault)
        made = True
        try:
            create(folder, disk)
        except StorageError:
            made = False
        if made:
            assert texts(folder) == ["genesis", "later"], disk.log
        try:
            create(folder, Disk())
            assert not made
        except Refused:
            pass
        assert texts(folder) == ["genesis", "later"], disk.log
        if not disk.struck:
            break
    assert number > 20


def test_a_team_is_made_whole_or_not_at_all_when_its_maker_dies(tmp_path: Path) -> None:
    """Killed at any step, afterwards there is one whole team, or one can be made."""
    for number in range(1, 100):
        folder = tmp_path / f"team{number}"
        fault = death(half=number % 2 == 0)
        status = ended(forked(partial(create, folder, FaultyDisk(number, fault))))
        with contextlib.suppress(Refused):
            create(folder, Disk())
        assert texts(folder) == ["genesis", "later"]
        if status == 0:
            break
    assert number > 20
