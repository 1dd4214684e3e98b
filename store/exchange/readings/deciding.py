"""Of two ways to read a column, the one that fits all of it; where both do, nothing is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

W = TypeVar("W")
Cell = tuple[int, str]
"""The line on which it stands, and what it says."""


@dataclass(frozen=True, slots=True)
class Decided(Generic[W]):
    """What a whole column says about how it is to be read."""

    way: W | None
    """The one way that fits all of it; `None`: it is open, or no way fits."""
    is_open: bool = False
    """Whether every way fits, and they do not come to the same."""
    example: Cell | None = None
    """The first cell that fits only one way; where it is open, one that says something else either way."""
    against: Cell | None = None
    """A cell that fits only the other way than `example`; `None`: there is none."""


def decided(cells: Iterable[Cell], ways: Sequence[W], read: Callable[[str, W], object | None]) -> Decided[W]:
    """Look at a whole column.

    Args:
        cells: those that are not empty; what cannot be read in any way is passed over.
        ways: how it could be read; the first one is taken where all come to the same.
        read: what a cell says when it is read in a way; `None`: it cannot be.
    """
    possible, both, first = set(ways), None, None
    for cell in cells:
        said = {way: found for way in ways if (found := read(cell[1], way)) is not None}
        if not said:
            continue
        if len(said) < len(ways):
            if not possible & said.keys():
                return Decided(None, example=first, against=cell)
            possible &= said.keys()
            first = first or cell
        elif both is None and len(set(said.values())) > 1:
            both = cell
    if len(possible) == 1 or both is None:
        return Decided(next(way for way in ways if way in possible), example=first)
    return Decided(None, is_open=True, example=both)
