"""Reading files that are dropped into the watched folder, beside everything else that the app does."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from store.dropped.place import Stuck, inbox_folder, stuck_in
from store.errors import StorageError
from store.log.disk import Disk
from store.phrases import counted, quoted
from store.rules.membership import is_lead
from store.team import Team
from tui.connection import Connection

SLOW, SOON = 60.0, 12.0
"""Seconds between two looks: usually, and while a file is still being written."""
_FIRST = 5.0
"""Seconds after the start before the first look; up to as many more, so that not all look at once."""

Tell = Callable[[str, bool], None]
"""Tells the person a sentence, and whether it is about something that is wrong; from this thread."""


class Dropped:
    """The watched folder, for a running app: one listing a minute, in a thread of its own."""

    def __init__(self, folder: Path, disk: Disk | None = None, speed: float = 1.0) -> None:
        """`speed` says how many times as fast as usual it looks, for tests."""
        self._folder = folder
        self._disk = disk or Disk()
        self._speed = speed
        self._ends = threading.Event()
        self.stuck: tuple[Stuck, ...] = ()
        """The files that could not be read, as of the last look; only who leads a role is shown them."""

    def start(self, connection: Connection, person: str, now: Callable[[], datetime], tell: Tell) -> None:
        """Begin to look."""
        # A daemon: a call that hangs on a dead mount must not keep the program from ending.
        work = threading.Thread(
            target=self._run, args=(connection, person, now, tell), name="tagwerk-inbox", daemon=True
        )
        work.start()

    def stop(self) -> None:
        """Look no more."""
        self._ends.set()

    def _run(self, connection: Connection, person: str, now: Callable[[], datetime], tell: Tell) -> None:
        pause = _FIRST * (1 + random.random())
        looking: _Looking | None = None
        while not self._ends.wait(pause / self._speed):
            pause = SLOW
            team = connection.newest
            try:
                if team is None or (looking is None and not self._is_used()):
                    continue
                looking = looking or _Looking(self, connection, person, now, tell)
                pause = SOON if looking.look(team) else SLOW
            except (StorageError, OSError):
                continue  # the status line says that the folder does not answer
            except Exception as error:  # noqa: BLE001 - whatever it is, nobody must wait for it unaware
                tell(f"The inbox folder is not read any more ({error}). Start Tagwerk again.", True)
                return

    def _is_used(self) -> bool:
        """Whether the team has such a folder; until then nothing of what reads it is loaded."""
        try:
            self._disk.names(inbox_folder(self._folder))
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True


class _Looking:
    """Looks at a folder that is there."""

    def __init__(
        self,
        dropped: Dropped,
        connection: Connection,
        person: str,
        now: Callable[[], datetime],
        tell: Tell,
    ) -> None:
        from store.dropped.intake import Hands, Intake
        from store.dropped.watch import Watch

        self._dropped, self._connection, self._tell, self._person = dropped, connection, tell, person
        folder, disk, speed = dropped._folder, dropped._disk, dropped._speed
        self._intake = Intake(folder, disk, Watch(folder, disk, lambda: time.monotonic() * speed))
        self._hands = Hands(self._newest, connection.offer, person, now)

    def look(self, team: Team) -> bool:
        """Read what can be read and tell of it; whether it is worth to look again soon.

        Raises:
            StorageError: the folder does not answer.
        """
        taken = self._intake.look(self._hands)
        for one in taken:
            if one.why_not:
                if is_lead(team, self._person):
                    self._tell(f"{quoted(one.name)} in the inbox folder cannot be read: {one.why_not}", True)
            elif not one.by_other:
                self._tell(f"Read {counted(one.readings, 'reading')} from {quoted(one.name)}.", False)
        if taken or self._dropped.stuck:
            folder, disk = self._dropped._folder, self._dropped._disk
            self._dropped.stuck = stuck_in(folder, disk) if is_lead(team, self._person) else ()
        return self._intake.is_waiting

    def _newest(self) -> Team:
        return self._connection.newest or Team()
