"""One drawn line of a matrix, and what of it looks different from what stood there before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from rich.segment import Segment
from textual.strip import Strip

from widgets.lean_strip import LeanStrip
from widgets.matrix.face import Piece

_APART = 32
"""Cells between two changes from which on it is shorter to send them each by itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces side by side, and the strip that is made of them."""

    pieces: Sequence[Piece]
    strip: Strip

    def changes(self, before: Line) -> list[tuple[int, int]]:
        """Where it looks different from what stood here before: from each cell up to another one."""
        if before is self:
            return []
        if [*map(_cells, before.pieces)] != [*map(_cells, self.pieces)]:
            return [(0, self.strip.cell_length)]
        found: list[tuple[int, int]] = []
        end = 0
        for old, new in zip(before.pieces, self.pieces, strict=True):
            start, end = end, end + _cells(new)
            if old is new or old == new:
                continue
            span = start + _alike(old, new), end - _alike(old[::-1], new[::-1])
            if found and span[0] - found[-1][1] < _APART:
                span = found.pop()[0], span[1]
            found.append(span)
        return found


def _cells(piece: Piece) -> int:
    return sum(segment.cell_length for segment in piece)


def _alike(old: Piece, new: Piece) -> int:
    """Cells of the segments with which both begin."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    return sum(segment.cell_length for segment, _ in same)


def line_of(pieces: Sequence[Piece], width: int) -> Line:
    """A line of pieces, cut where they are too wide."""
    segments: list[Segment] = [*chain.from_iterable(pieces)]
    strip = LeanStrip(segments)
    return Line(pieces, strip if strip.cell_length == width else strip.crop(0, width))
