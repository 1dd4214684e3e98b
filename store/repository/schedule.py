"""When team.json is to be published, so that it is fresh and yet written once for many changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

_OWN_DELAY = 2.0
"""Seconds from our last commit to publishing; so a burst of keys is published once."""
_AT_LATEST = 6.0
"""Seconds from the oldest commit of ours that is not published."""
_OTHERS_DELAY = 8.0
"""Seconds after which we publish for somebody who did not."""


class Schedule:
    """Knows which commits are not in team.json yet, and since when."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._own: deque[tuple[int, float]] = deque()
        self._all: deque[tuple[int, float]] = deque()
        self._at_once = False

    @property
    def is_due(self) -> bool:
        """Whether it is on us to publish now."""
        now = self._now()
        late = bool(self._all) and now - self._all[0][1] >= _OTHERS_DELAY
        burst_over = bool(self._own) and now - self._own[-1][1] >= _OWN_DELAY
        too_long = bool(self._own) and now - self._own[0][1] >= _AT_LATEST
        return self._at_once or late or burst_over or too_long

    @property
    def is_own_due(self) -> bool:
        """Whether something of ours waits to be published, now or soon."""
        return bool(self._own)

    def committed(self, number: int) -> None:
        """We have made this commit, so we are the ones to publish it."""
        self._own.append((number, self._now()))

    def saw(self, number: int) -> None:
        """Somebody has made the commits up to this one."""
        if not self._all or number > self._all[-1][0]:
            self._all.append((number, self._now()))

    def published(self, number: int) -> None:
        """team.json holds the state after this commit."""
        self._at_once = False
        for waiting in (self._own, self._all):
            while waiting and waiting[0][0] <= number:
                waiting.popleft()

    def at_once(self) -> None:
        """team.json is not as anybody of us published it."""
        self._at_once = True
