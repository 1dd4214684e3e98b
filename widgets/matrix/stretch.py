"""Which rows or columns of a matrix are in view."""

from __future__ import annotations

from dataclasses import dataclass

_MARGIN = 2
"""What stays in view beyond the cursor, where there is more."""
_STEP = 4
"""A key at the edge scrolls by one part in so many of what is in view, so that the next ones need not."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is in view of so many rows or columns."""

    first: int = 0
    room: int = 1
    """How many there is room for."""
    total: int = 0

    @property
    def end(self) -> int:
        """The one after the last in view."""
        return min(self.total, self.first + self.room)

    @property
    def shown(self) -> range:
        """Places of those in view."""
        return range(self.first, self.end)

    @property
    def is_cut(self) -> bool:
        """Whether not all are in view."""
        return self.total > self.room

    def following(self, at: int, room: int, total: int) -> Stretch:
        """The stretch that has the cursor in view, scrolled only where it must be.

        Args:
            at: Place of the cursor.
            room: How many there is room for now.
            total: How many there are now.
        """
        room = max(1, room)
        margin, step = min(_MARGIN, (room - 1) // 2), room // _STEP
        first = self.first
        if at < first + margin:
            first = at - margin - step
        elif at > first + room - 1 - margin:
            first = at - room + 1 + margin + step
        # A step never takes the cursor itself out of view, also where there is room for one alone.
        first = max(at - room + 1, min(at, first))
        return Stretch(max(0, min(first, total - room)), room, total)
