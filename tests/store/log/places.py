"""Folders with a small team in them, and short ways to write into it and to read it."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.change import Change, Edit
from store.log.disk import Disk
from store.log.folder import FolderLog
from store.log.layout import Layout, data_folder
from store.repository.shared import Shared
from store.setup import create_team

T0 = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def noted(text: str, id: int = -1, minutes: int = 0) -> Change:
    """A change that adds one note."""
    return Change((Edit("notes", id, None, {"text": text}),), "noted", "ana", T0 + timedelta(minutes=minutes))


def edited(id: int, old: str | None, new: str | None, field: str = "text") -> Change:
    """A change of one field of a note."""
    return Change((Edit("notes", id, {field: old}, {field: new}),), "edited", "ana", T0)


def made(folder: Path, commits: int = 2, disk: Disk | None = None) -> Path:
    """A folder with a team of `commits` notes."""
    history = (noted(f"note {n}", n) for n in range(1, commits + 1))
    create_team(folder, {}, history, disk=disk)
    return folder


def copied(template: Path, to: Path) -> Path:
    """A copy that may be spoilt."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(template, to, copy_function=_copy)
    return to


def _copy(source: str, target: str) -> None:
    # Nothing of the log is changed in place, and thousands of links are made in a moment. An SMB client that
    # saw another name of the file vanish takes the whole file for gone, and does not link it.
    if not source.endswith(".json"):
        with contextlib.suppress(FileNotFoundError):
            os.link(source, target)
            return
    shutil.copy2(source, target)


def log_in(folder: Path, owner: str = "reader", disk: Disk | None = None) -> FolderLog:
    """The log in a team's folder."""
    return FolderLog(data_folder(folder), owner, disk)


def shared_in(
    folder: Path,
    owner: str = "reader",
    disk: Disk | None = None,
    now: Callable[[], float] = time.time,
) -> Shared:
    """The newest state in a team's folder."""
    return Shared(log_in(folder, owner, disk), now)


def layout_of(folder: Path) -> Layout:
    """What lies where in a team's folder."""
    return Layout(data_folder(folder), log_in(folder).epoch)


def texts(folder: Path) -> list[str]:
    """Every note, as a fresh reader sees them."""
    return texts_of(shared_in(folder))


def texts_of(shared: Shared) -> list[str]:
    """Every note in a state."""
    return [str(note["text"]) for _, note in sorted(shared.state.team.tables.get("notes", {}).items())]


def checkpoint(shared: Shared, folder: Path) -> None:
    """Keep the checkpoints that are due."""
    log = log_in(folder)
    for state in shared.due_checkpoints:
        log.put_checkpoint(state.number, state.to_bytes())
    shared.due_checkpoints.clear()
