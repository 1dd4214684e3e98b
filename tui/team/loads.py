"""Working out the load of everybody, beside the keys: in a large team it takes longer than a key may."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

from textual.app import App

from store.absences.workload import Workload, workload
from store.team import Team

_AT_ONCE = 1000
"""Cards whose load is worked out at once; about 15 ms."""
_Wanted = tuple[Team, date]


class Loads:
    """The load of the newest snapshot that was worked out; until a newer one is, the older one is shown."""

    def __init__(self, weeks: int) -> None:
        self._weeks = weeks
        self._known: tuple[_Wanted, Workload] | None = None
        self._next: _Wanted | None = None
        self._running = False

    @property
    def found(self) -> Workload | None:
        """What is known; `None`: nothing yet."""
        return self._known[1] if self._known else None

    def look(self, app: App[object], team: Team, today: date, then: Callable[[], None]) -> None:
        """Work out a snapshot: at once, or in a thread; `then` is called later, in the app's thread."""
        if self._known is not None and self._known[0][0] is team and self._known[0][1] == today:
            return
        if len(team.tables.get("tasks", {})) <= _AT_ONCE:
            self._known = (team, today), workload(team, today, self._weeks)
            return
        self._next = team, today
        if not self._running:
            self._start(app, then)

    def _start(self, app: App[object], then: Callable[[], None]) -> None:
        assert self._next is not None
        wanted, self._next, self._running = self._next, None, True

        def work() -> None:
            found: Workload | None = None
            try:
                found = workload(*wanted, self._weeks)
            finally:
                app.call_later(self._finished, app, wanted, found, then)

        threading.Thread(target=work, name="tagwerk-load", daemon=True).start()

    def _finished(
        self, app: App[object], wanted: _Wanted, found: Workload | None, then: Callable[[], None]
    ) -> None:
        self._running = False
        if found is not None:
            self._known = wanted, found
        if self._next is not None:
            self._start(app, then)
        else:
            then()
