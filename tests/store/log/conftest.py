"""Logs of every kind, for the contract suite, and folders that are made once and copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.log.disk import Disk
from store.log.layout import Format, data_folder
from store.log.memory import MemoryLog
from store.log.protocol import CHECKPOINT_EVERY, Claim, Log
from store.log.record import framed
from store.log.state import State
from tests.faults import NoLinks
from tests.store.log.places import copied, log_in, made

_DISKS = {"link": Disk, "rename": NoLinks}


class Opener:
    """Opens the same log once more each time, as another program would."""

    def __init__(self, kind: str, place: Path, templates: Path) -> None:
        self._kind = kind
        self._place = place
        self._templates = templates
        self._memory = MemoryLog("abc", State("abc").to_bytes())
        self._count = 0
        if kind != "memory":
            made(place, 0, _DISKS[kind]())
            assert Format.read(Disk(), data_folder(place)).claim == kind

    def __call__(self) -> Log:
        if self._kind == "memory":
            return self._memory
        self._count += 1
        return log_in(self._place, f"client{self._count}", _DISKS[self._kind]())

    def filled(self, count: int) -> Log:
        """The log with records 1 to `count`, and the checkpoints that belong between them."""
        if self._kind == "memory":
            return fill(self._memory, count)
        template = self._templates / f"{self._kind}{count}"
        if not template.exists():
            fill(Opener(self._kind, template, self._templates)(), count)
        copied(template, self._place)
        return self()


def record(number: int, by: str = "ana") -> bytes:
    """What stands under a number."""
    return framed(f'{{"n": {number}, "by": "{by}"}}'.encode())


def fill(log: Log, count: int) -> Log:
    """The log, with records and checkpoints put into it."""
    for number in range(1, count + 1):
        assert log.append(number, record(number)) is Claim.WON
        if number % CHECKPOINT_EVERY == 0:
            log.put_checkpoint(number, framed(b"state %d" % number))
    return log


@pytest.fixture(params=["memory", "link", "rename"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, templates: Path) -> Opener:
    """An empty log of each kind."""
    return Opener(request.param, tmp_path / "team", templates)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where long logs are kept that several tests begin with."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team with two commits."""
    return made(tmp_path_factory.mktemp("small") / "team")


@pytest.fixture(scope="session", params=["link", "rename"])
def either(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team with two commits, with each way of claiming."""
    disk = {"link": Disk, "rename": NoLinks}[request.param]()
    return made(tmp_path_factory.mktemp(request.param) / "team", disk=disk)


@pytest.fixture(scope="session")
def before_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team whose next commit is followed by a checkpoint."""
    return made(tmp_path_factory.mktemp("before") / "team", CHECKPOINT_EVERY - 1)


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team whose first thousand commits may be compacted when nothing is to be kept."""
    return made(tmp_path_factory.mktemp("long") / "team", 4 * CHECKPOINT_EVERY + 10)
