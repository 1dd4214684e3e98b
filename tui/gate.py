"""Keys in their order: none is lost, and none is taken for another command while a dialog opens or closes.

When several keys arrive in one packet, Textual hands them all to what has the focus at that moment, so what
is typed behind the key that opens a form would reach the board. So the app passes every key to its screen
itself, one after the other, and holds them back while a dialog is on its way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from textual import events

Typed = events.Key | events.Paste


class KeyGate:
    """Holds keys back and lets them go in order."""

    def __init__(self, replay: Callable[[], None]) -> None:
        self._replay = replay
        self._held: deque[Typed] = deque()
        self._closed = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits here."""
        return not self._held

    def keeps(self, event: Typed) -> bool:
        """Whether the key has to wait; it is kept then."""
        if not self._closed and not self._held:
            return False
        self._held.append(event)
        return True

    def close(self) -> None:
        """Hold back what comes now."""
        self._closed = True

    def open(self) -> None:
        """Let go what was held back."""
        self._closed = False
        if self._held:
            self._replay()

    def forget(self, before: float) -> int:
        """Leave out what was pressed before a moment (Textual's time, in seconds); how many keys that are."""
        kept = [event for event in self._held if event.time >= before]
        count = len(self._held) - len(kept)
        self._held = deque(kept)
        return count

    def next(self) -> Typed | None:
        """The next key that may go now; `None` when there is none."""
        return self._held.popleft() if self._held and not self._closed else None
