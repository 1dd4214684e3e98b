"""Programs on several hosts that write into one folder, and what must hold of what they wrote."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from store.errors import StorageError
from store.log.disk import Disk
from store.repository.shared import Shared
from tests.faults import forked
from tests.netdrive.conftest import HOSTS, Drive
from tests.store.log.places import checkpoint, made, noted, shared_in, texts_of

R = TypeVar("R")

PAUSE = 0.2
"""Seconds between two commits of one writer, on average: ten times as many as a busy person makes."""


def team_on(drive: Drive, commits: int = 0) -> Drive:
    """A team in the drive's folder, made on host a."""
    made(drive.on("a") / "team", commits)
    return drive


def folder(drive: Drive, host: str) -> Path:
    """The team's folder as a host sees it."""
    return drive.on(host) / "team"


def write(place: Path, client: str, diary: Path, count: int, disk: Disk | None = None) -> None:
    """Commit note after note; each is noted down locally before it is tried and when it is acknowledged.

    What the drive refuses is tried again under the same number, as the outbox does it.
    """
    chance = random.Random(client)
    shared = patiently(partial(shared_in, place, client, disk))
    first = len([line for line in lines(diary) if line.startswith("done ")]) + 1
    with diary.open("a", buffering=1) as notes:
        for sequence in range(first, first + count):
            notes.write(f"try {sequence}\n")
            begun = time.monotonic()
            patiently(partial(shared.commit, client, sequence, noted(f"{client}:{sequence}")))
            notes.write(f"done {sequence} {time.monotonic() - begun:.4f}\n")
            with suppress(StorageError):
                checkpoint(shared, place)
            time.sleep(chance.uniform(0, 2 * PAUSE))


def patiently(work: Callable[[], R], seconds: float = 150) -> R:
    """Do it, again and again while the drive does not answer."""
    until = time.monotonic() + seconds
    while True:
        try:
            return work()
        except StorageError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def start(
    drive: Drive, notes: Path, count: int, writers: int = 6, disk: Disk | None = None
) -> dict[str, tuple[int, str]]:
    """Writers in turn on each host; client to process id and host. Their diaries are in `notes`."""
    started = {}
    for me in range(writers):
        client, host = f"w{me}", HOSTS[me % len(HOSTS)]
        work = partial(write, folder(drive, host), client, notes / client, count, disk)
        started[client] = forked(work), host
    return started


def lines(diary: Path) -> list[str]:
    """What a writer noted down."""
    return diary.read_text().splitlines() if diary.exists() else []


def acknowledged(diary: Path) -> dict[int, float]:
    """Sequences that were acknowledged to a writer, and the seconds that each took."""
    done = (line.split() for line in lines(diary) if line.startswith("done "))
    return {int(sequence): float(took) for _, sequence, took in done}


def tried(diary: Path) -> int:
    """The last sequence that a writer has tried."""
    return max((int(line.split()[1]) for line in lines(diary) if line.startswith("try ")), default=0)


def assert_nothing_lost(drive: Drive, diaries: Mapping[str, Path], hosts: tuple[str, ...] = HOSTS) -> Shared:
    """All hosts agree on a history without gaps, in which every acknowledged commit is there once.

    What was tried and not acknowledged is there once at most.
    """
    seen = [patiently(partial(shared_in, folder(drive, host))) for host in hosts]
    first = seen[0]
    for shared in seen:
        until = time.monotonic() + 70
        while shared.state.number != first.state.number and time.monotonic() < until:
            time.sleep(0.2)
            for one in seen:
                patiently(one.refresh)
        assert shared.state.to_bytes() == first.state.to_bytes()
    assert [commit.number for commit in first.history()] == list(range(1, first.state.number + 1))
    notes = Counter(texts_of(first))
    for client, diary in diaries.items():
        done = acknowledged(diary)
        assert all(notes[f"{client}:{sequence}"] == 1 for sequence in done), client
        assert notes[f"{client}:{tried(diary)}"] <= 1
        order = [n for n in texts_of(first) if n.startswith(f"{client}:")]
        assert order == sorted(order, key=lambda note: int(note.rpartition(":")[2]))
    return first


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
