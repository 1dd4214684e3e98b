"""What is examined, and the instruments."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from store.log.disk import Disk
from store.log.entries import CLAIMS, Entries
from store.log.layout import Format, Layout, data_folder

Suitable = Callable[[Path, Disk], str]
"""`store.setup.suitable_claim`: the question that `init` asks of a folder is asked again."""


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


@dataclass(frozen=True)
class Patient:
    """A team's folder, or one that is to become it."""

    folder: Path
    suitable: Suitable
    disk: Disk
    local: Path
    """Where this machine keeps changes that wait, for all teams."""
    form: Format | None = None
    """What the folder says it is; `None` while there is no team in it."""
    now: Callable[[], float] = time.time
    """Seconds since 1970 (UTC), by this computer's clock."""
    free: Callable[[Path], int] = _free
    """Bytes that can still be written."""

    @property
    def layout(self) -> Layout:
        """Where everything is; only with a team."""
        assert self.form is not None
        return Layout(data_folder(self.folder), self.form.epoch)

    @property
    def entries(self) -> Entries:
        """Reads records and checkpoints; only with a team."""
        assert self.form is not None
        claims = CLAIMS[self.form.claim](self.disk)
        return Entries(self.disk, claims, self.layout.scratch, "doctor")


def local_folder() -> Path:
    """Where this machine keeps changes that wait, unless a test says another place."""
    return platformdirs.user_state_path("tagwerk")
