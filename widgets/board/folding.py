"""Which lanes show their heading only."""

from __future__ import annotations

from widgets.board.grouping import LaneKey


class Folding:
    """Folded lanes. A filter opens all of them, since what it finds is to be seen; after it they are back."""

    def __init__(self) -> None:
        self.kept: frozenset[LaneKey] = frozenset()
        """What the person has folded, of all groupings."""
        self._meanwhile: frozenset[LaneKey] | None = None
        """What is folded while there is a filter; `None`: there is none."""

    @property
    def now(self) -> frozenset[LaneKey]:
        """What is folded at the moment."""
        return self.kept if self._meanwhile is None else self._meanwhile

    def fold(self, keys: frozenset[LaneKey], fold: bool) -> None:
        """Fold lanes, or open them."""
        folded = self.now | keys if fold else self.now - keys
        if self._meanwhile is None:
            self.kept = folded
        else:
            self._meanwhile = folded

    def filter(self, is_on: bool) -> None:
        """A filter begins or ends."""
        if is_on != (self._meanwhile is not None):
            self._meanwhile = frozenset() if is_on else None
