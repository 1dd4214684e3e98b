"""Finding what is wrong beside the keys: in a very large team it takes longer than a key may."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

from textual.app import App

from store.findings import Finding, findings
from store.findings.looking import TABLES as _TABLES
from store.phrases import counted
from store.team import Team

TABLES = frozenset(_TABLES)
"""What a tab depends on that tells of findings."""
AT_ONCE = 5000
"""Cards of a team in which all is found at once; about 10 ms."""


class Seeker:
    """Looks through one snapshot after the other; only the newest one is of interest."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self.found: tuple[Finding, ...] = ()
        """The findings of the newest snapshot that was looked through."""
        self._known: tuple[Team, date] | None = None
        self._running: tuple[Team, date] | None = None
        self._next: tuple[Team, date] | None = None

    @property
    def note(self) -> str:
        """How many findings there are, for the line of tabs, where there is little room; empty: none."""
        return counted(len(self.found), "finding") if self.found else ""

    def seek(self, app: App[None], team: Team, today: date, then: Callable[[], None]) -> bool:
        """Look through a snapshot; `False` when that takes a while, and `then` is called later."""
        wanted = team, today
        if self._known is not None and self._known[0] is team and self._known[1] == today:
            return True
        if len(team.tables.get("tasks", {})) <= self._at_once:
            self._known, self.found = wanted, findings(team, today)
            return True
        self._next = wanted
        if self._running is None:
            self._start(app, then)
        return False

    def _start(self, app: App[None], then: Callable[[], None]) -> None:
        assert self._next is not None
        wanted, self._next = self._next, None
        self._running = wanted

        def work() -> None:
            found: tuple[Finding, ...] | None = None
            try:
                found = findings(*wanted)
            finally:
                app.call_later(self._finished, app, wanted, found, then)

        threading.Thread(target=work, name="tagwerk-findings", daemon=True).start()

    def _finished(
        self,
        app: App[None],
        wanted: tuple[Team, date],
        found: tuple[Finding, ...] | None,
        then: Callable[[], None],
    ) -> None:
        self._running = None
        if found is not None:
            self._known, self.found = wanted, found
        if self._next is not None:
            self._start(app, then)
        else:
            then()
