"""Time and bytes of a commit, a refresh and an idle poll, beside an fsynced 1 kB file on the same drive.

Run with `python -m bench.commit [FOLDER]`; without a folder in a temporary one. Everything is taken in one
run and in turns, so that what else the drive does meets all of it.
"""

from __future__ import annotations

import os
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from store.change import Change, Edit
from store.log.disk import Disk, Signature
from store.models import Raw
from store.repository import Repository, open_team
from store.setup import create_team

_SIZES = (90, 10_000)
"""Documents in the team."""
_ROUNDS = 60
_WRITERS = 8
_PACE = 0.5
"""Seconds between two commits of one writer that is not in a hurry."""


class Metered(Disk):
    """A drive that counts what goes over it."""

    def __init__(self) -> None:
        self.opens = self.calls = self.read_bytes = self.written_bytes = 0

    def take(self) -> str:
        """What was counted since the last time."""
        seen = f"{self.calls} calls, {self.opens} opens, {self.read_bytes} B in, {self.written_bytes} B out"
        self.opens = self.calls = self.read_bytes = self.written_bytes = 0
        return seen

    def read(self, path: Path) -> bytes:
        self._count()
        content = super().read(path)
        self.read_bytes += len(content)
        return content

    def write_new(self, path: Path, content: bytes) -> None:
        self._count()
        self.written_bytes += len(content)
        super().write_new(path, content)

    def look_again(self, path: Path) -> None:
        self._count()
        super().look_again(path)

    def sync_folder(self, path: Path) -> None:
        self._count()
        super().sync_folder(path)

    def signature(self, path: Path) -> Signature:
        self._count()
        return super().signature(path)

    def link(self, source: Path, target: Path) -> None:
        self._count(0)
        super().link(source, target)

    def rename(self, source: Path, target: Path) -> None:
        self._count(0)
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._count(0)
        super().remove(path)

    def make_folder(self, path: Path) -> None:
        self._count(0)
        super().make_folder(path)

    def exists(self, path: Path) -> bool:
        self._count(0)
        return super().exists(path)

    def _count(self, opens: int = 1) -> None:
        self.calls += 1
        self.opens += opens


@dataclass
class Series:
    """Times of one thing, in seconds."""

    name: str
    times: list[float] = field(default_factory=list)

    def measure(self, work: Callable[[], object]) -> None:
        """Do it once more."""
        start = time.perf_counter()
        work()
        self.times.append(time.perf_counter() - start)

    def row(self, base: float) -> str:
        """One line of the table; `base` is the median of the fsynced file."""
        ordered = sorted(self.times)
        median, p95 = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
        return f"{self.name:48} {median * 1000:9.2f} {p95 * 1000:9.2f} {median / base:7.1f} {len(ordered):6}"


def tasks(count: int) -> dict[int, Raw]:
    """Tasks of the size that people write."""
    words = "Photograph the new spring range in the north light, front and back, and upload by Friday noon. "
    common = {"column": 1, "description": words * 3, "tags": ["spring"]}
    return {id: {**common, "title": f"Task {id}", "position": f"V{id:07d}1"} for id in range(1, count + 1)}


def column() -> dict[int, Raw]:
    """One column for all of them."""
    return {1: {"name": "To do", "kind": "queue", "position": "V"}}


def titled(repository: Repository, id: int) -> Change:
    """A new title for a task."""
    before = {"title": repository.team.tables["tasks"][id]["title"]}
    edit = Edit("tasks", id, before, {"title": secrets.token_hex(8)})
    return Change((edit,), "renamed", "ana", datetime.now(UTC))


def fsynced(folder: Path) -> None:
    """What the drive needs for one small file at least."""
    fd = os.open(folder / secrets.token_hex(4), os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    os.write(fd, os.urandom(1000))
    os.fsync(fd)
    os.close(fd)


def alone(team: Path, local: Path, size: int) -> tuple[list[Series], float]:
    """One writer and one reader in turns; the median of the fsynced file."""
    raw = team.parent / f"raw{size}"
    raw.mkdir()
    metered = Metered()
    writer, reader = open_team(team, local=local), open_team(team, local=local, disk=metered)
    file, commit, refresh, idle, opening = (
        Series(name)
        for name in (
            "1 kB file, fsynced",
            f"commit, {size} documents, 1 writer",
            f"refresh with one new commit, {size} documents",
            f"idle poll, {size} documents",
            f"open, {size} documents",
        )
    )
    for turn in range(_ROUNDS):
        file.measure(lambda: fsynced(raw))
        commit.measure(lambda id=1 + turn % 50: writer.commit(titled(writer, id)))
        writer._log.settle()
        refresh.measure(reader.refresh)
        idle.measure(reader.refresh)
        if turn % 20 == 0:
            opening.measure(lambda: open_team(team, local=local).close())
    metered.take()
    reader.refresh()
    print(f"idle poll, {size} documents: {metered.take()}")
    writer.commit(titled(writer, 1))
    reader.refresh()
    print(f"refresh with one commit, {size} documents: {metered.take()}")
    reader.commit(titled(reader, 2))
    print(f"commit, {size} documents: {metered.take()}")
    writer.close()
    reader.close()
    return [file, commit, refresh, idle, opening], statistics.median(file.times)


def together(team: Path, local: Path, size: int, pace: float, count: int) -> Series:
    """Several writers at once, each a process."""
    hurry = f"every {pace} s" if pace else "no pause"
    series = Series(f"commit, {size} documents, {_WRITERS} writers, {hurry}")
    results = [local / f"times-{secrets.token_hex(4)}" for _ in range(_WRITERS)]
    pids = []
    for me, result in enumerate(results):
        pid = os.fork()
        if pid == 0:
            try:
                _write(team, local, me, result, pace, count)
                os._exit(0)
            finally:
                os._exit(1)
        pids.append(pid)
    for pid in pids:
        _, status = os.waitpid(pid, 0)
        if status:
            raise SystemExit(f"A writer failed with status {status}.")
    for result in results:
        series.times += [float(line) for line in result.read_text().split()]
    return series


def _write(team: Path, local: Path, me: int, result: Path, pace: float, count: int) -> None:
    mine = Series("")
    repository = open_team(team, local=local)
    time.sleep(pace * me / _WRITERS)
    for _ in range(count):
        repository.refresh()
        mine.measure(lambda: repository.commit(titled(repository, 1 + me)))
        time.sleep(pace)
    result.write_text("\n".join(str(seconds) for seconds in mine.times))


def main(folder: Path) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        local = Path(home)
        print(f"{'':48} {'median ms':>9} {'p95 ms':>9} {'x file':>7} {'count':>6}")
        for size in _SIZES:
            team = folder / f"team{size}"
            create_team(team, {"tasks": tasks(size), "columns": column()})
            series, base = alone(team, local, size)
            for one in series:
                print(one.row(base), flush=True)
            for pace, count in ((_PACE, 10), (0.0, 25)):
                print(together(team, local, size, pace, count).row(base), flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        place = Path(sys.argv[1]) / f"bench-{secrets.token_hex(4)}"
        place.mkdir(parents=True)
    else:
        place = Path(tempfile.mkdtemp(prefix="tagwerk-bench-"))
    try:
        main(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)
