"""The lines of the board as plain values: what each one says, not yet how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from store.models import ColumnKind, Priority


class Look(Enum):
    """What a card or a heading is at the moment, beside what it says."""

    PLAIN = "plain"
    CURRENT = "current"
    """Under the cursor."""
    SELECTED = "selected"
    """One of those that the next command is for."""
    BOTH = "both"
    """Selected and under the cursor."""
    CARRIED = "carried"
    """Being dragged away."""
    TARGET = "target"
    """What is dragged would come to stand below it."""


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
    priority: Priority | None = None
    """Whose sign it carries; `None`: its colour's."""
    is_folded: bool = False
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card."""

    task: int
    line: int
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A card that is being written."""

    text: str
    cursor: int
    """Index into the text."""


NOTHING_WRITTEN = DraftLine("", 0)


@dataclass(frozen=True, slots=True)
class More:
    """The last line of a cell that is cut: how many cards lie out of view."""

    above: int
    below: int


@dataclass(frozen=True, slots=True)
class Vacant:
    """The cursor, or what is dragged, in an empty cell."""

    hint: str
    look: Look = Look.CURRENT


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing."""


Row = ColumnHead | LaneHead | CardLine | DraftLine | More | Vacant | Blank
BLANK = Blank()
