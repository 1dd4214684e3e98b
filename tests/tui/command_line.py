"""Calling `tagwerk` in this process, with a terminal, a clock and a disk of its own."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.log.disk import Disk
from store.setup import create_team
from store.team import Team
from tests import builders
from tui.cli import main
from tui.commands.world import World


class Terminal(io.StringIO):
    """Something that a person sits before."""

    def isatty(self) -> bool:
        return True


class BrokenDisk(Disk):
    """A disk on which nothing can be written any more, once it is broken."""

    def __init__(self, error: int) -> None:
        self._error = error

    def write_new(self, path: Path, content: bytes) -> None:
        raise OSError(self._error, "broken for the test", str(path))


@dataclass(frozen=True)
class Ran:
    """What a call left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on stdout."""
        return json.loads(self.out)


@dataclass
class CommandLine:
    """One computer with `tagwerk` on it. Ana acts unless a call says otherwise."""

    place: Path
    seconds: float = builders.NOW.timestamp()
    environ: dict[str, str] = field(default_factory=dict)
    opened: list[tuple[Path, str, str]] = field(default_factory=list)
    """Folder, person and login of each time that the app was opened."""

    @property
    def folder(self) -> Path:
        """Where the team is."""
        return self.place / "team"

    def make_team(self, team: Team | None = None) -> None:
        """Put a team into the folder: the builders' shop unless another is given."""
        create_team(self.folder, (team or builders.team()).tables)

    def __call__(
        self, *arguments: str, stdin: str = "", disk: Disk | None = None, person: str = "ana"
    ) -> Ran:
        """A call for the team's folder."""
        return self.bare("--folder", str(self.folder), "--as", person, *arguments, stdin=stdin, disk=disk)

    def bare(self, *arguments: str, stdin: str = "", disk: Disk | None = None, terminal: bool = False) -> Ran:
        """A call with just these arguments."""
        stream = Terminal if terminal else io.StringIO
        out, err = stream(), io.StringIO()
        world = World(
            environ=self.environ,
            stdin=stream(stdin),
            stdout=out,
            stderr=err,
            now=lambda: self.seconds,
            disk=disk or Disk(),
            local=self.place / "state",
            open_app=self._open,
        )
        status = main(arguments, world)
        return Ran(status, out.getvalue(), err.getvalue())

    def _open(self, folder: Path, person: str, login: str) -> int:
        self.opened.append((folder, person, login))
        return 0
