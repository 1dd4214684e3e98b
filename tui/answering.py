"""The pulse, for the thread that talks to the folder."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from store.errors import Refused, StorageError, TagwerkError
from store.repository import Repository
from store.repository.pulse import Pulse, PulseKeeper
from tui.delivery import PulseNews

_EVERY = 60.0
"""Seconds between two looks; one costs a listing, and nothing where the team asks nothing."""


class Answering:
    """Looks whether enough answers wait, and takes the person's own."""

    def __init__(self, now: Callable[[], datetime], clock: Callable[[], float] = time.monotonic) -> None:
        """`now` is the time (aware), `clock` counts seconds."""
        self._now = now
        self._clock = clock
        self._look_at = float("-inf")
        self._keeper: PulseKeeper | None = None
        self._known: Pulse | None = None

    def look(self, repository: Repository) -> PulseNews | None:
        """How it stands with this week's question, where that is new."""
        if not repository.team.tables.get("pulse_questions") or repository.newer is not None:
            return None
        if self._keeper is None:
            self._keeper = PulseKeeper(repository, lambda: repository.team.today(self._now()))
        if self._clock() < self._look_at:
            return None
        self._look_at = self._clock() + _EVERY
        try:
            pulse = self._keeper.look()
        except StorageError:
            return None  # what matters more tells that the folder does not answer
        if pulse == self._known:
            return None
        self._known = pulse
        return PulseNews(pulse)

    def answer(self, person: str, score: int, sentence: str) -> PulseNews:
        """Put a person's answer to the others'."""
        try:
            if self._keeper is None:
                raise Refused("Nothing is asked this week; who leads a role adds a question.")
            self._known = self._keeper.answer(person, score, sentence)
        except TagwerkError as error:
            return PulseNews(None, is_answer=True, error=error)
        return PulseNews(self._known, is_answer=True)
