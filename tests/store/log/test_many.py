"""Many real processes on one folder, killed and frozen at any moment."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from store.log.protocol import CHECKPOINT_EVERY
from store.repository.shared import Shared
from tests.faults import ended, forked
from tests.store.log.places import checkpoint, made, noted, shared_in, texts_of

_KILLS = 100


def write(
    folder: Path, client: str, notes: Path, first: int = 1, last: int = 1_000_000, rest: float = 0.0
) -> None:
    """Commit note after note; each is noted down locally before it is tried and when it is acknowledged.

    Between two commits it rests for some seconds.
    """
    shared = shared_in(folder, client)
    with notes.open("a", buffering=1) as diary:
        for sequence in range(first, last + 1):
            diary.write(f"try {sequence}\n")
            shared.commit(client, sequence, noted(f"{client}:{sequence}"))
            diary.write(f"done {sequence}\n")
            checkpoint(shared, folder)
            time.sleep(rest)


def tried(notes: Path) -> int:
    """The last sequence that a writer has tried."""
    lines = notes.read_text().split("\n") if notes.exists() else []
    return max((int(line.split()[1]) for line in lines if line.startswith("try ")), default=0)


def acknowledged(notes: Path) -> set[int]:
    """The sequences that were acknowledged to a writer."""
    lines = notes.read_text().split("\n")
    return {int(line.split()[1]) for line in lines if line.startswith("done ")}


@contextmanager
def stopped_in_the_end(pids: list[int]) -> Iterator[None]:
    """Whatever happens, no child goes on."""
    try:
        yield
    finally:
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)


def assert_all_agree(folder: Path) -> Shared:
    """There is no gap, and replaying everything gives what the checkpoints give."""
    shared = shared_in(folder)
    history = shared.history()
    assert [commit.number for commit in history] == list(range(1, shared.state.number + 1))
    return shared


def test_eight_writers_lose_nothing(tmp_path: Path) -> None:
    """Eight processes with two hundred commits each: all are there, once, in each writer's order."""
    folder = made(tmp_path / "team", 0)
    pids = [forked(partial(write, folder, f"w{me}", tmp_path / f"w{me}", last=200)) for me in range(8)]
    with stopped_in_the_end(pids):
        assert [ended(pid, 120) for pid in pids] == [0] * 8

    shared = assert_all_agree(folder)
    assert shared.state.number == 1600
    assert shared.state.next_ids["notes"] == 1601
    notes = texts_of(shared)
    for me in range(8):
        assert [n for n in notes if n.startswith(f"w{me}:")] == [f"w{me}:{k}" for k in range(1, 201)]


def test_writers_that_are_killed_lose_nothing(tmp_path: Path) -> None:
    """Killed at random instants and started again under their ids: nothing is lost, nothing is twice."""
    folder = made(tmp_path / "team", 0)
    chance = random.Random(20261123)
    writers: dict[str, int] = {}

    def start(client: str) -> None:
        diary = tmp_path / client
        writers[client] = forked(partial(write, folder, client, diary, max(tried(diary), 1)))

    for me in range(5):
        start(f"w{me}")
    with stopped_in_the_end(list(writers.values())):
        for _ in range(_KILLS):
            time.sleep(chance.uniform(0, 0.05))
            client = chance.choice(sorted(writers))
            os.kill(writers[client], signal.SIGKILL)
            assert ended(writers[client]) == -signal.SIGKILL
            start(client)
        for pid in writers.values():
            os.kill(pid, signal.SIGKILL)
            ended(pid)

    before = Counter(texts_of(assert_all_agree(folder)))
    for client in writers:
        for sequence in acknowledged(tmp_path / client):
            assert before[f"{client}:{sequence}"] == 1
        write(folder, client, tmp_path / client, tried(tmp_path / client), tried(tmp_path / client))
    after = Counter(texts_of(assert_all_agree(folder)))
    expected = {f"{c}:{k}": 1 for c in writers for k in range(1, tried(tmp_path / c) + 1)}
    assert after == expected
    assert sum(after.values()) > CHECKPOINT_EVERY


def test_a_writer_stopped_for_ten_seconds_goes_on_rightly(tmp_path: Path) -> None:
    """Others go on meanwhile; when it wakes, what it was about to write has its place behind theirs."""
    folder = made(tmp_path / "team", 0)
    frozen = forked(partial(write, folder, "frozen", tmp_path / "frozen"))
    # They need not write as fast as they can for ten seconds.
    others = [forked(partial(write, folder, f"w{me}", tmp_path / f"w{me}", rest=0.02)) for me in range(2)]
    with stopped_in_the_end([frozen, *others]):
        while tried(tmp_path / "frozen") < 20:
            time.sleep(0.01)
        os.kill(frozen, signal.SIGSTOP)
        seen, number = tried(tmp_path / "frozen"), shared_in(folder).state.number
        time.sleep(10)
        assert tried(tmp_path / "frozen") == seen
        assert shared_in(folder).state.number > number + 100
        os.kill(frozen, signal.SIGCONT)
        until = time.monotonic() + 20
        while tried(tmp_path / "frozen") < seen + 20 and time.monotonic() < until:
            time.sleep(0.01)
        assert tried(tmp_path / "frozen") >= seen + 20

    notes = Counter(texts_of(assert_all_agree(folder)))
    for client in ("frozen", "w0", "w1"):
        assert all(notes[f"{client}:{k}"] == 1 for k in acknowledged(tmp_path / client))
        assert notes[f"{client}:{tried(tmp_path / client)}"] <= 1
