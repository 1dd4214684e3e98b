"""Everything outside that a command touches, in one place, so that a test can put in its own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from store.log.disk import Disk


def _open_app(folder: Path, person: str, login: str) -> int:
    # Textual costs a quarter of a second; only the app itself needs it.
    from tui.curtain import Curtain
    from tui.terminal import prepare

    prepare()
    with Curtain(folder) as curtain:
        from tui.running import run

        return run(folder, person, login, curtain.lift)


@dataclass(frozen=True)
class World:
    """The terminal, the environment, the clock and the disk."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    now: Callable[[], float] = time.time
    """Seconds since 1970 (UTC)."""
    disk: Disk = field(default_factory=Disk)
    local: Path | None = None
    """Where this machine keeps changes that wait; `None`: the user's state folder."""
    open_app: Callable[[Path, str, str], int] = _open_app
    """Opens the app on a folder, as a person with an operating system's login; its exit status."""

    @property
    def is_terminal(self) -> bool:
        """Whether a person sits before it, who can be asked."""
        return self.stdin.isatty() and self.stdout.isatty()
