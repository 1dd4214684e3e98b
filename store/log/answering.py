"""Whether a team's folder answers at all, for a command that must not wait for it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from pathlib import Path
from typing import NoReturn

from store.errors import TagwerkError, Unreachable
from store.log.disk import Disk
from store.log.layout import Format, Layout, data_folder

PATIENCE = 2.0
"""Seconds within which a drive that is there answers."""
_MOST_FILES = 4096
"""Numbers of open files that may have come from whoever started this program."""


def refuse_silence(folder: Path, disk: Disk, within: float = PATIENCE) -> None:
    """Refuse a team's folder that does not answer; whatever it answers is fine, also that nothing is there.

    A drive whose server is gone may hold a call for ever, and with it the process: no thread, signal or exit
    gets it out. So another process asks, and is left behind where it gets no answer.

    Raises:
        Unreachable: there was no answer within so many seconds.
    """
    if not hasattr(os, "fork"):
        # Windows: there every call to a drive gives up by itself.
        return
    answer, said = os.pipe()
    child = os.fork()
    if not child:
        _ask(folder, disk, said)
    os.close(said)
    try:
        answered, _, _ = select.select([answer], [], [], within)
    finally:
        os.close(answer)
    if answered:
        # Its end is not waited for: that takes as long as the question, and a command is soon gone itself.
        return
    # It dies of this where it can; where it cannot, waiting for it would take as long as the drive.
    os.kill(child, signal.SIGKILL)
    raise Unreachable(
        f"{folder} does not answer; is the drive connected? "
        "What was last known is not shown, as it may be old."
    )


def _ask(folder: Path, disk: Disk, said: int) -> NoReturn:
    """Touch the folder, say that it answered, and be gone; runs in a process of its own."""
    try:
        # A shell waits until nobody holds its pipes and its terminal any more, so it may hold neither.
        os.setsid()
        os.closerange(0, said)
        os.closerange(said + 1, _MOST_FILES)
        # An error is an answer too; opening the team tells what it means.
        with contextlib.suppress(OSError, TagwerkError):
            _touch(folder, disk)
        os.write(said, b".")
    finally:
        # Also where something else went wrong: that closes the pipe, and cleaning up is the parent's.
        os._exit(0)


def _touch(folder: Path, disk: Disk) -> None:
    """Ask what is asked first when a team is opened, and what no network client answers from its memory."""
    data = data_folder(folder)
    log = Layout(data, Format.read(disk, data).epoch).log
    blocks = disk.names(log)
    if blocks:
        disk.names(log / max(blocks))
    disk.ask_server(data)
