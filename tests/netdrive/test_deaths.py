"""A program that is killed before each single call; hosts with caches of their own read and go on."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from store.log.protocol import CHECKPOINT_EVERY
from store.repository import open_team
from store.rules import tasks
from store.setup import create_team
from tests import builders
from tests.builders import NOW
from tests.faults import FaultyDisk, death, ended, forked
from tests.netdrive.conftest import Drive
from tests.netdrive.writers import folder, patiently, team_on
from tests.store.log.places import checkpoint, log_in, made, noted, shared_in, texts_of

_FIRST_CALLS = 20
_STEPS = {"nfs3": 3, "smb": 7, "sshfs": 17}
"""Of the hundreds of calls of a trim, one in so many is tried on the drives that take longer for each."""
Work = Callable[[FaultyDisk, Callable[[], None], int], None]


def every_death(work: Work, check: Callable[[int], None], step: int = 1) -> int:
    """Let a process die before its first call, another before its second, and so on; how many there were.

    Args:
        work: What the process does with a disk, from when on its calls are counted, and which turn it is.
        check: What must hold after each death.
        step: From the 20th call on, only each so many.
    """
    call = 0
    for turn in count(1):
        call += 1 if turn <= _FIRST_CALLS else step
        disk = FaultyDisk()
        arm = partial(disk.arm, call, death(half=turn % 2 == 0))
        status = ended(forked(partial(work, disk, arm, turn)), 120)
        check(turn)
        if status != -signal.SIGKILL:
            assert status == 0
            return turn - 1
    raise AssertionError("unreachable")


def test_killed_before_each_call_of_a_commit(drive: Drive) -> None:
    """It is there or it is not; tried again under its number it is there once, for all hosts."""
    team_on(drive, 2)

    def work(disk: FaultyDisk, arm: Callable[[], None], turn: int) -> None:
        shared = shared_in(folder(drive, "b"), "dies", disk)
        arm()
        shared.commit("dies", turn, noted(f"dies:{turn}"))

    def check(turn: int) -> None:
        assert texts_of(patiently(partial(shared_in, folder(drive, "c")))).count(f"dies:{turn}") <= 1
        again = patiently(partial(shared_in, folder(drive, "a"), "again"))
        patiently(partial(again.commit, "dies", turn, noted(f"dies:{turn}")))
        fresh = patiently(partial(shared_in, folder(drive, "c")))
        patiently(fresh.refresh)
        assert texts_of(fresh).count(f"dies:{turn}") == 1

    calls = every_death(work, check)
    shared = patiently(partial(shared_in, folder(drive, "b")))
    assert calls > 8
    assert texts_of(shared) == ["note 1", "note 2", *(f"dies:{turn}" for turn in range(1, calls + 2))]


def test_killed_before_each_call_of_a_checkpoint(drive: Drive) -> None:
    """A checkpoint is whole, or it is not there."""
    busy = shared_in(folder(team_on(drive), "a"), "busy")
    for sequence in range(1, CHECKPOINT_EVERY + 1):
        busy.commit("busy", sequence, noted(f"busy:{sequence}"))
    state = next(state for state in busy.due_checkpoints if state.number == CHECKPOINT_EVERY)

    def work(disk: FaultyDisk, arm: Callable[[], None], turn: int) -> None:
        log = log_in(folder(drive, "b"), "dies", disk)
        arm()
        log.put_checkpoint(state.number, state.to_bytes())

    def check(turn: int) -> None:
        assert patiently(partial(shared_in, folder(drive, "c"))).state.number == CHECKPOINT_EVERY

    assert every_death(work, check) > 2
    log = log_in(folder(drive, "c"))
    assert log.newest_checkpoint() == CHECKPOINT_EVERY
    assert log.load_checkpoint(CHECKPOINT_EVERY) == state.to_bytes()


def test_killed_before_each_call_of_a_trim(drive: Drive) -> None:
    """The whole history stays, however far it came."""
    # Hundreds of commits are made where they take no time: past the network, on the server.
    place = made(drive.on_server / "team", 0)
    busy = shared_in(place, "busy")
    last = 3 * CHECKPOINT_EVERY + 2
    for sequence in range(1, last + 1):
        busy.commit("busy", sequence, noted(f"busy:{sequence}"))
        if sequence % CHECKPOINT_EVERY == 0:
            checkpoint(busy, place)

    def work(disk: FaultyDisk, arm: Callable[[], None], turn: int) -> None:
        log = log_in(folder(drive, "b"), "dies", disk)
        arm()
        log.trim(0)

    def check(turn: int) -> None:
        if turn % 5 == 1:
            history = patiently(lambda: shared_in(folder(drive, "c")).history())
            assert [commit.number for commit in history] == list(range(1, last + 1))

    assert every_death(work, check, _STEPS.get(drive.name, 1)) > 20
    check(1)
    log_in(folder(drive, "a")).trim(0)
    check(1)


def test_killed_before_each_call_of_publishing(drive: Drive, tmp_path: Path) -> None:
    """team.json is always a whole file, and soon the newest again."""
    create_team(drive.on("a") / "team", builders.team().tables)
    file = drive.on_server / "team" / "team.json"

    def work(disk: FaultyDisk, arm: Callable[[], None], turn: int) -> None:
        mine = open_team(folder(drive, "b"), local=tmp_path / "dies", login="ben", disk=disk)
        mine.commit(tasks.edit(mine.team, 1, "ben", NOW, title=f"Turn {turn}"))
        # From here on it publishes.
        arm()
        mine.close()

    def check(turn: int) -> None:
        assert json.loads(file.read_bytes())["tasks"]["1"]["title"]

    calls = every_death(work, check)
    other = patiently(partial(open_team, folder(drive, "c"), local=tmp_path / "other", login="ana"))
    patiently(other.refresh)
    other.close()
    assert calls > 5
    assert json.loads(file.read_bytes())["tasks"]["1"]["title"] == f"Turn {calls + 1}"
    assert other.team.task(1).title == f"Turn {calls + 1}"
