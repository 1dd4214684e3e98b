"""Logs of every kind, for the contract suite, and folders that are made once and copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.log.disk import Disk
from store.log.layout import Format, data_folder
from store.log.memory import MemoryLog
from store.log.protocol import CHECKPOINT_EVERY, Log
from store.log.state import State
from tests.faults import NoLinks
from tests.store.log.places import log_in, made

Opener = Callable[[], Log]
"""Opens the same log once more, as another program would."""


@pytest.fixture(params=["memory", "link", "rename"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """An empty log of each kind."""
    if request.param == "memory":
        log = MemoryLog("abc", State("abc").to_bytes())
        return lambda: log
    disk = {"link": Disk, "rename": NoLinks}[request.param]()
    made(tmp_path / "team", 0, disk)
    assert Format.read(disk, data_folder(tmp_path / "team")).claim == request.param
    owners = iter(f"client{n}" for n in range(100))
    return lambda: log_in(tmp_path / "team", next(owners), disk)


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
