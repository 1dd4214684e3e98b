"""Writers on three hosts at once: undisturbed, killed, and frozen."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from tests.faults import ended, forked
from tests.netdrive.conftest import Drive, lab
from tests.netdrive.writers import (
    acknowledged,
    assert_nothing_lost,
    folder,
    start,
    team_on,
    tried,
    write,
)
from tests.store.log.places import noted, shared_in
from tests.store.log.test_many import stopped_in_the_end

_WRITERS, _COMMITS = 6, 100
_KILLING = 60.0
"""Seconds for which writers are killed at random instants."""


def test_six_writers_on_three_hosts_lose_nothing(
    drive: Drive, tmp_path: Path, figures: Callable[..., None]
) -> None:
    """A hundred commits each: all are there, once, in each writer's order, and all hosts agree."""
    writers = start(team_on(drive), tmp_path, _COMMITS, _WRITERS)
    with stopped_in_the_end([pid for pid, _ in writers.values()]):
        assert [ended(pid, 500) for pid, _ in writers.values()] == [0] * _WRITERS

    shared = assert_nothing_lost(drive, {client: tmp_path / client for client in writers})
    assert shared.state.number == _WRITERS * _COMMITS
    took = sorted(s for client in writers for s in acknowledged(tmp_path / client).values())
    figures(drive, commits=len(took), median=median(took), p95=quantiles(took, n=20)[-1], most=took[-1])


def test_what_a_commit_and_a_look_cost(drive: Drive, figures: Callable[..., None]) -> None:
    """A commit is seen by another host within two seconds; the bytes are counted on the cable."""
    mine, theirs = (shared_in(folder(team_on(drive), "a"), "mine"), shared_in(folder(drive, "b"), "theirs"))
    seen = []
    for sequence in range(1, 21):
        mine.commit("mine", sequence, noted(f"note {sequence}"))
        begun = time.monotonic()
        while theirs.state.number < sequence and time.monotonic() - begun < 30:
            time.sleep(0.02)
            theirs.refresh()
        assert theirs.state.number == sequence
        seen.append(time.monotonic() - begun)
        time.sleep(0.3)
    before = _traffic("b")
    for _ in range(20):
        theirs.refresh()
        time.sleep(0.1)
    idle = (_traffic("b") - before) / 20
    before, took = _traffic("a"), []
    for sequence in range(21, 41):
        begun = time.monotonic()
        mine.commit("mine", sequence, noted(f"note {sequence}"))
        took.append(time.monotonic() - begun)
    cost = (_traffic("a") - before) / 20
    plain = [_seconds_for_a_file(drive.on("a") / f"plain{n}") for n in range(20)]
    figures(
        drive,
        times_a_file=median(took) / median(plain),
        seen_median=median(seen),
        seen_most=max(seen),
        bytes_idle=idle,
        bytes_commit=cost,
    )
    assert median(seen) < 2
    assert max(seen) < 10


def _seconds_for_a_file(path: Path) -> float:
    """How long it takes to write a file of 1 kB there, and to have it on the server's platters."""
    begun = time.monotonic()
    with path.open("xb") as file:
        file.write(b"x" * 1000)
        file.flush()
        os.fsync(file.fileno())
    return time.monotonic() - begun


def _traffic(host: str) -> int:
    return sum(map(int, lab("traffic", host).split()))


def test_writers_that_are_killed_lose_nothing(drive: Drive, tmp_path: Path) -> None:
    """Killed at random instants for a minute and started again under their ids."""
    chance = random.Random(20261123)
    writers = start(team_on(drive), tmp_path, 100_000, 3)
    pids = {client: pid for client, (pid, _) in writers.items()}
    hosts = {client: host for client, (_, host) in writers.items()}
    kills, until = 0, time.monotonic() + _KILLING
    try:
        while time.monotonic() < until:
            time.sleep(chance.uniform(0.05, 0.6))
            client = chance.choice(sorted(pids))
            os.kill(pids[client], signal.SIGKILL)
            assert ended(pids[client], 60) == -signal.SIGKILL
            kills += 1
            pids[client] = _again(drive, hosts[client], client, tmp_path)
    finally:
        for pid in pids.values():
            os.kill(pid, signal.SIGKILL)
            ended(pid, 60)

    assert kills > 20
    assert_nothing_lost(drive, {client: tmp_path / client for client in pids})
    for client in pids:
        write(folder(drive, hosts[client]), client, tmp_path / client, 1)
    shared = assert_nothing_lost(drive, {client: tmp_path / client for client in pids})
    assert shared.state.number == sum(len(acknowledged(tmp_path / client)) for client in pids)


def _again(drive: Drive, host: str, client: str, notes: Path) -> int:
    return forked(partial(write, folder(drive, host), client, notes / client, 100_000))


def test_a_writer_frozen_for_ten_seconds_goes_on_rightly(drive: Drive, tmp_path: Path) -> None:
    """Others on other hosts go on meanwhile; what it was about to write has its place behind theirs."""
    writers = start(team_on(drive), tmp_path, 100_000, 3)
    pids = [pid for pid, _ in writers.values()]
    with stopped_in_the_end(pids):
        _wait(lambda: tried(tmp_path / "w0") >= 5)
        os.kill(pids[0], signal.SIGSTOP)
        seen, others = tried(tmp_path / "w0"), tried(tmp_path / "w1")
        time.sleep(10)
        assert tried(tmp_path / "w0") == seen
        assert tried(tmp_path / "w1") > others + 5
        os.kill(pids[0], signal.SIGCONT)
        _wait(lambda: tried(tmp_path / "w0") >= seen + 3)

    assert_nothing_lost(drive, {client: tmp_path / client for client in writers})


def _wait(until: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)
