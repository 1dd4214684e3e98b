"""Opening a team's folder."""

from __future__ import annotations

import getpass
import os
import time
from collections.abc import Callable
from pathlib import Path

import platformdirs

from store.backup import Shelf
from store.errors import NotFound, TooNew
from store.log.disk import Disk, explain
from store.log.folder import FolderLog
from store.log.layout import TEAM_FILE, Format, Layout, data_folder, team_file
from store.outbox import Outbox
from store.publish import Publisher
from store.pulse import PulseBox
from store.repository.newer import published_log
from store.repository.repository import Repository

_LARGE = 5_000_000
"""Bytes of team.json; 10,000 cards have 3.5 million."""


def open_team(
    folder: Path,
    *,
    local: Path | None = None,
    login: str | None = None,
    disk: Disk | None = None,
    now: Callable[[], float] = time.time,
    name: str = TEAM_FILE,
) -> Repository:
    """The team in a folder. One that a newer program has taken over can only be looked at.

    Args:
        folder: The team's shared folder, with team.json in it.
        local: Where this machine keeps changes that wait; by default the user's state folder.
        login: The operating system's login, for the record.
        disk: The file system, for tests.
        now: Seconds since 1970 (UTC), for tests.
        name: Of the published file.

    Raises:
        NotFound: there is no team in the folder.
        StorageError: the folder does not answer, is damaged, or what a newer program made cannot be read.
    """
    data = data_folder(folder, name)
    try:
        found = (disk or Disk()).exists(folder)
    except OSError as error:
        raise explain(error, folder) from error
    if not found:
        raise NotFound(
            f"There is no folder {folder}; is the drive connected? “tagwerk init” makes a new team."
        )
    local = local or platformdirs.user_state_path("tagwerk")
    login = login or getpass.getuser()
    try:
        return _open(data, local, login, disk, now)
    except TooNew as error:
        log, reason = published_log(data, disk or Disk(), error)
        outbox = Outbox(local / log.epoch, os.urandom(6).hex())
        return Repository(log, outbox, login=login, now=now, newer=reason)


def _open(data: Path, local: Path, login: str, disk: Disk | None, now: Callable[[], float]) -> Repository:
    client = os.urandom(6).hex()
    log = FolderLog(data, client, disk)
    outboxes = local / log.epoch
    layout = Layout(data, log.epoch)
    pulse = PulseBox(layout, log.claim, disk)
    publisher = Publisher(team_file(data), layout.root, disk, client)
    return Repository(
        log,
        Outbox(outboxes, client),
        publisher,
        login=login,
        outboxes=outboxes,
        shelf=Shelf(team_file(data), layout.scratch, disk, client),
        pulse=pulse,
        now=now,
    )


def is_large(folder: Path, disk: Disk | None = None, name: str = TEAM_FILE) -> bool:
    """Whether opening the team takes so long that something should be seen meanwhile; costs one look."""
    try:
        _, size, _ = (disk or Disk()).signature(folder / name)
    except OSError:
        return False  # opening it says what is wrong
    return size > _LARGE


def epoch_of(folder: Path, disk: Disk | None = None, name: str = TEAM_FILE) -> str:
    """The identity of a team's history, before it is opened.

    Raises:
        NotFound: there is no team in the folder.
        StorageError: the folder does not answer, is damaged or was made by a newer program.
    """
    return Format.read(disk or Disk(), data_folder(folder, name)).epoch
