"""Working something out beside the keys: with tens of thousands of documents keys cannot wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from textual.app import App

T = TypeVar("T")


class Working(Generic[T]):
    """Works out one thing after the other; only the newest one is of interest."""

    def __init__(self, app: Callable[[], App[object]]) -> None:
        self._app = app
        self._running = False
        self._next: tuple[Callable[[], T], Callable[[T], None]] | None = None

    @property
    def is_on(self) -> bool:
        """Whether something is being worked out."""
        return self._running

    def work_out(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Work something out in a thread; `then` is called later, in the app's."""
        self._next = work, then
        if not self._running:
            self._start()

    def _start(self) -> None:
        assert self._next is not None
        (work, then), self._next, self._running = self._next, None, True
        app = self._app()

        def run() -> None:
            found: list[T] = []
            try:
                found.append(work())
            finally:
                app.call_later(self._finished, found, then)

        threading.Thread(target=run, name="tagwerk-working", daemon=True).start()

    def _finished(self, found: list[T], then: Callable[[T], None]) -> None:
        self._running = False
        if self._next is not None:
            self._start()
        elif found:
            then(found[0])
