"""The drives and the hosts of the lab. Outside of it there is nothing to be tested here."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

LAB = Path(os.environ.get("TAGWERK_LAB", "/nowhere"))
DRIVES = os.environ.get("TAGWERK_DRIVES", "nfs4 nfs3 smb sshfs").split()
HOSTS = ("a", "b", "c")

if "TAGWERK_LAB" not in os.environ:
    collect_ignore_glob = ["test_*.py"]


@dataclass(frozen=True)
class Drive:
    """One share, as three hosts see it; each test has a folder of its own in it."""

    name: str
    folder: str

    def on(self, host: str) -> Path:
        """The folder as a host sees it."""
        return LAB / host / self.name / self.folder

    @property
    def on_server(self) -> Path:
        """The folder on the server, past all caches."""
        return LAB / "SHARE" / self.name / self.folder


def lab(command: str, *arguments: str) -> str:
    """Do something with the lab; what it said."""
    done = subprocess.run(
        [f"lab-{command}", *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


@pytest.fixture(params=DRIVES)
def drive(request: pytest.FixtureRequest) -> Drive:
    """Each drive, with a fresh folder that all hosts know."""
    made = Drive(request.param, request.node.name.replace("[", "-").replace("]", ""))
    made.on("a").mkdir()
    for host in HOSTS:
        assert made.on(host).is_dir()
    return made


@pytest.fixture
def cables() -> Iterator[None]:
    """Whatever a test does to the cables, all are plugged in afterwards."""
    yield
    for host in HOSTS:
        lab("mend", host)


@pytest.fixture
def figures() -> Callable[..., None]:
    """Keeps what was measured on a drive, for the table in `docs/reliability.md`."""

    def keep(drive: Drive, **found: float) -> None:
        path = Path(os.environ.get("TAGWERK_FIGURES", "/tmp/tagwerk-figures.json"))
        known = json.loads(path.read_text()) if path.exists() else {}
        known.setdefault(drive.name, {}).update(found)
        path.write_text(json.dumps(known, indent=1))

    return keep
