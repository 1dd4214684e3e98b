"""One drawn line of a matrix, and what of it looks different from what stood there before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from rich.segment import Segment
from textual.strip import Strip

from widgets.lean_strip import LeanStrip
from widgets.matrix.face import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces side by side, and the strip that is made of them."""

    pieces: Sequence[Piece]
    strip: Strip

    def changed_up_to(self, before: Line) -> int:
        """Where the last piece ends that looks different from what stood here before; 0: none does.

        Textual sends a line from its beginning to the end of what has changed.
        """
        if before is self:
            return 0
        if len(before.pieces) != len(self.pieces):
            return self.strip.cell_length
        end = self.strip.cell_length
        for old, new in zip(reversed(before.pieces), reversed(self.pieces), strict=True):
            if old is not new and old != new:
                return end
            end -= sum(segment.cell_length for segment in new)
        return 0


def line_of(pieces: Sequence[Piece], width: int) -> Line:
    """A line of pieces, cut where they are too wide."""
    segments: list[Segment] = [*chain.from_iterable(pieces)]
    strip = LeanStrip(segments)
    return Line(pieces, strip if strip.cell_length == width else strip.crop(0, width))
