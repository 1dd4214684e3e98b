"""What was typed for something that then did not open: nobody meant it as commands."""

from __future__ import annotations

from textual import events

from tui.gate import Typed
from tui.keys import LINE, name_of

_PAUSE = 0.4
"""Seconds without a key after which people have seen that nothing opened."""
_ENDS = frozenset(key for command in LINE for key in command.keys)


class TypedAhead:
    """Drops keys up to the one that would have ended the line, or up to a pause in the typing."""

    def __init__(self) -> None:
        self._until: float | None = None
        """Keys that were pressed before this moment are dropped; `None`: none are."""

    def drop(self, now: float) -> None:
        """Something was refused that would have taken the next keys.

        Args:
            now: Textual's time, in seconds.
        """
        self._until = now + _PAUSE

    def drops(self, event: Typed) -> bool:
        """Whether the key goes to nobody."""
        if self._until is None:
            return False
        if event.time > self._until:
            self._until = None
            return False
        ends = isinstance(event, events.Key) and name_of(event) in _ENDS
        # By when it was pressed: it may have waited here for a dialog.
        self._until = None if ends else max(self._until, event.time + _PAUSE)
        return True
