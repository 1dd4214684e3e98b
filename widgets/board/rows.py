"""The lines of the board as plain values: what each one says, not yet how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from store.models import ColumnKind


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """The heading of a column."""

    name: str
    kind: ColumnKind
    count: int
    limit: int | None
    hidden_left: int
    """Columns that lie out of view on this side."""
    hidden_right: int


@dataclass(frozen=True, slots=True)
class LaneHead:
    """One column's part of a lane's heading."""

    name: str
    """Empty but in the leftmost column."""
    colour: str
    load: int
    """Cards of the lane in active columns."""
    limit: int | None
    count: int
    """Cards in this cell."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card."""

    task: int
    line: int
    selected: bool


@dataclass(frozen=True, slots=True)
class More:
    """The last line of a cell that is cut: how many cards lie out of view."""

    above: int
    below: int


@dataclass(frozen=True, slots=True)
class Vacant:
    """The cursor in an empty cell."""

    hint: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing."""


Row = ColumnHead | LaneHead | CardLine | More | Vacant | Blank
BLANK = Blank()
