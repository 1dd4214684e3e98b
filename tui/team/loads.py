"""Working out the load of everybody, beside the keys: in a large team it takes longer than a key may."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Protocol

from store.absences.workload import Workload, workload
from store.team import Team

_AT_ONCE = 1000
"""Cards whose load is worked out at once; about 15 ms."""
_Wanted = tuple[Team, date]


class Later(Protocol):
    """The app, as far as it is needed here."""

    def call_later(self, callback: Callable[..., object], *args: object) -> bool:
        """Call something in the app's thread."""


class Loads:
    """The load of the newest snapshot that was worked out; until a newer one is, the older one is shown."""

    def __init__(self, weeks: int) -> None:
        self._weeks = weeks
        self._known: tuple[_Wanted, Workload] | None = None
        self._next: _Wanted | None = None
        self._doing: _Wanted | None = None
        """What is being worked out in the thread; `None`: nothing is."""
        self._failed: Team | None = None
        """A snapshot that could not be worked out in the thread."""

    @property
    def found(self) -> Workload | None:
        """What is known; `None`: nothing yet."""
        return self._known[1] if self._known else None

    def look(self, app: Later, team: Team, today: date, then: Callable[[], None]) -> None:
        """Work out a snapshot: at once, or in a thread; `then` is called later, in the app's thread."""
        if self._known is not None and self._known[0][0] is team and self._known[0][1] == today:
            return
        # What has failed beside the keys is tried once more where it is seen to fail.
        if len(team.tables.get("tasks", {})) <= _AT_ONCE or team is self._failed:
            self._known = (team, today), workload(team, today, self._weeks)
            return
        if self._doing is None:
            self._next = team, today
            self._start(app, then)
        else:
            is_same = self._doing[0] is team and self._doing[1] == today
            self._next = None if is_same else (team, today)

    def _start(self, app: Later, then: Callable[[], None]) -> None:
        assert self._next is not None
        wanted = self._doing = self._next
        self._next = None

        def work() -> None:
            found: Workload | None = None
            try:
                found = workload(*wanted, self._weeks)
            finally:
                app.call_later(self._finished, app, wanted, found, then)

        threading.Thread(target=work, name="tagwerk-load", daemon=True).start()

    def _finished(
        self, app: Later, wanted: _Wanted, found: Workload | None, then: Callable[[], None]
    ) -> None:
        self._doing = None
        if found is None:
            self._failed = wanted[0]
        else:
            self._known = wanted, found
        if self._next is not None:
            self._start(app, then)
        else:
            then()
