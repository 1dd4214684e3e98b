"""Working out how all goals stand, beside the keys: with thousands of them it takes longer than a key may."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from textual.app import App

from store.goals.standing import Standings
from store.models import Goal

AT_ONCE = 300
"""Goals of which all is worked out at once; about 20 ms."""


class Pacer:
    """Works out one snapshot after the other; only the newest one is of interest."""

    def __init__(self) -> None:
        self._done: Standings | None = None
        self._running = False
        self._next: tuple[Standings, Sequence[Goal]] | None = None

    def knows(self, standings: Standings, goals: Sequence[Goal]) -> bool:
        """Whether how these goals stand can be asked at once."""
        return standings is self._done or len(goals) <= AT_ONCE

    def work_out(
        self, app: App[None], standings: Standings, goals: Sequence[Goal], then: Callable[[], None]
    ) -> None:
        """Work out how goals stand; `then` is called later, in the app's thread."""
        self._next = standings, goals
        if not self._running:
            self._start(app, then)

    def _start(self, app: App[None], then: Callable[[], None]) -> None:
        assert self._next is not None
        standings, goals = self._next
        self._next, self._running = None, True

        def work() -> None:
            # The screen goes on asking its own meanwhile.
            twin = standings.twin()
            try:
                for goal in goals:
                    _ = twin.of(goal).pace
            finally:
                # What could not be worked out is asked for once more, where it is seen to fail.
                app.call_later(self._finished, app, standings, twin, then)

        threading.Thread(target=work, name="tagwerk-goals", daemon=True).start()

    def _finished(
        self, app: App[None], standings: Standings, twin: Standings, then: Callable[[], None]
    ) -> None:
        standings.adopt(twin)
        self._done, self._running = standings, False
        if self._next is not None:
            self._start(app, then)
        else:
            then()
