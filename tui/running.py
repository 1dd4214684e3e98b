"""One run of the app, from the folder to the exit status."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from store.errors import TooNew
from store.log.disk import Disk
from store.repository.opening import epoch_of, is_large
from store.repository.reader import HistoryReader
from tui.app import TagwerkApp
from tui.dropped import Dropped
from tui.opening import open_folder
from tui.preferences import open_preferences


def run(folder: Path, person: str, login: str, begin: Callable[[], None], disk: Disk | None = None) -> int:
    """Open a team's folder in the terminal, which is prepared; the exit status.

    Args:
        folder: The team's folder.
        person: Login of the person who acts.
        login: That of the operating system.
        begin: Called when the app is about to take the screen.
        disk: The file system, for tests.

    Raises:
        TagwerkError: the folder cannot be opened.
    """
    app = _app(folder, person, login, disk)
    begin()
    app.run(mouse=app.preferences.mouse)
    saved = app.finish()
    if app.failure is not None:
        raise app.failure
    if not saved:
        print("The team's folder does not answer. Your last changes wait here and are sent next time.")
    return app.return_code or 0


def _app(folder: Path, person: str, login: str, disk: Disk | None) -> TagwerkApp:
    """A small team is opened before the first frame, which is quickest; a large one behind it."""
    history = HistoryReader(folder, disk)
    if is_large(folder, disk) and not _is_newer(folder, disk):
        epoch = epoch_of(folder, disk)
        open_it = partial(open_folder, folder, person, login, epoch=epoch, disk=disk)
        own = open_preferences(os.environ, epoch, person)
        return TagwerkApp(open_it, person, history=history, preferences=own, dropped=Dropped(folder, disk))
    opened = open_folder(folder, person, login, disk=disk)
    own = open_preferences(os.environ, opened.repository.epoch, person)
    return TagwerkApp(
        opened.repository,
        opened.person,
        history=history,
        preferences=own,
        presence=opened.presence,
        dropped=Dropped(folder, disk),
    )


def _is_newer(folder: Path, disk: Disk | None) -> bool:
    """Whether a newer program says what the folder is; only looked at, it is there before the first frame."""
    try:
        epoch_of(folder, disk)
    except TooNew:
        return True
    return False
