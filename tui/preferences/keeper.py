"""Keeps preferences while the app runs, and writes what was changed without anybody waiting for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Unpack

from store.errors import StorageError
from tui.preferences.file import SettingsFile, Unreadable, Way
from tui.preferences.model import OF_THE_TEAM, Json, Preferences, Raw, Wishes
from tui.preferences.reading import read_own, read_team

_SOON = 0.5
"""Seconds in which changes are gathered before they are written: a held key writes twice a second at most."""


class Keeper:
    """The preferences of a person for one team."""

    def __init__(
        self, own: SettingsFile | None = None, team: SettingsFile | None = None, *, soon: float = _SOON
    ) -> None:
        """Read what there is.

        Args:
            own: What holds everywhere; `None` keeps nothing.
            team: How this team's board was left; `None` keeps nothing.
            soon: Seconds in which changes are gathered; for tests.
        """
        self.complaints: list[str] = []
        """A sentence for each thing that could not be taken from the files."""
        self.on_trouble: Callable[[str], None] = self.complaints.append
        """Gets a sentence when something cannot be written; called in another thread."""
        self._own, self._team, self._soon = own, team, soon
        found, left_out = read_own(self._read(own))
        self.complaints += left_out
        self._preferences = read_team(found, self._read(team))
        self._wake = threading.Condition()
        self._pending: dict[Way, Json] = {}
        self._thread: threading.Thread | None = None
        self._is_leaving = self._was_told = False

    @property
    def preferences(self) -> Preferences:
        """The newest ones."""
        return self._preferences

    def prefer(self, **wishes: Unpack[Wishes]) -> None:
        """Change something; it is written soon, in another thread."""
        before, self._preferences = self._preferences, self._preferences.changed(**wishes)
        changes = _difference(before, self._preferences)
        if not changes or self._own is None:
            return
        with self._wake:
            self._pending |= changes
            if self._thread is None:
                # A daemon: a home on a dead drive must not keep the program from ending.
                self._thread = threading.Thread(target=self._write_on, name="tagwerk-settings", daemon=True)
                self._thread.start()
            self._wake.notify()

    def flush(self, patience: float = 2.0) -> bool:
        """Write now what is left, at the end; whether it could be in time (in seconds)."""
        with self._wake:
            self._is_leaving = True
            self._wake.notify()
            thread = self._thread
        if thread is not None:
            thread.join(patience)
        return thread is None or not thread.is_alive()

    def _read(self, file: SettingsFile | None) -> Raw:
        try:
            return file.read() if file is not None else {}
        except Unreadable as error:
            aside = f" When you change one, the file is put aside as {file.aside.name}." if file else ""
            self.complaints.append(f"{error}; the usual settings are used.{aside}")
            return {}
        except StorageError as error:
            self.complaints.append(f"{error}; the usual settings are used.")
            return {}

    def _write_on(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._pending or self._is_leaving)
                self._wake.wait_for(lambda: self._is_leaving, timeout=self._soon)
                changes, self._pending = self._pending, {}
            if changes:
                self._write(changes)
            with self._wake:
                if self._is_leaving and not self._pending:
                    return

    def _write(self, changes: dict[Way, Json]) -> None:
        for file, of_the_team in ((self._own, False), (self._team, True)):
            part = {path: value for path, value in changes.items() if (path[0] in OF_THE_TEAM) == of_the_team}
            if file is None or not part:
                continue
            try:
                file.merge(part)
            except StorageError as error:
                if not self._was_told:
                    self._was_told = True
                    self.on_trouble(f"{error}; your settings hold until you leave.")


def _difference(before: Preferences, after: Preferences) -> dict[Way, Json]:
    """What has to be written; of keys, drafts and what was seen only what is new, each by itself."""
    changes: dict[Way, Json] = {}
    for name, value in vars(after).items():
        if name not in _ONE_BY_ONE and value != getattr(before, name):
            changes[(name,)] = list(value) if isinstance(value, tuple) else value
    for name in {*before.keys, *after.keys}:
        if before.keys.get(name) != after.keys.get(name):
            changes["keys", name] = list(after.keys[name]) if name in after.keys else None
    for name in {*before.drafts, *after.drafts}:
        if before.drafts.get(name) != after.drafts.get(name):
            changes["drafts", name] = dict(after.drafts[name]) if name in after.drafts else None
    for name in {*before.ticked, *after.ticked}:
        if before.ticked.get(name) != after.ticked.get(name):
            changes["ticked", name] = after.ticked.get(name)
    # One by one, because another window of the same person marks others.
    changes |= {("seen", str(n)): True if n in after.seen else None for n in {*before.seen} ^ {*after.seen}}
    return changes


_ONE_BY_ONE = ("keys", "seen", "ticked", "drafts")
