"""What the mouse points at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from widgets.board.grid import Place
from widgets.board.lines import HEADING, View


class Part(Enum):
    """A kind of place on the board."""

    CARD = "card"
    CELL = "cell"
    """A cell, where it holds no card."""
    LANE_HEAD = "lane head"
    COLUMN_HEAD = "column head"


@dataclass(frozen=True, slots=True)
class Hit:
    """What is drawn at a point."""

    part: Part
    place: Place
    """The card, the cell, or the first row of what the heading stands for."""


def hit(view: View, slot: int, y: int) -> Hit | None:
    """What is drawn at a line of a column in view; `None`: nothing."""
    layout, column = view.layout, view.left + slot
    if column >= len(view.columns) or not layout.tops or y < 0:
        return None
    if y < HEADING:
        return Hit(Part.COLUMN_HEAD, Place(column, 0))
    line = view.top + y - HEADING
    if line >= layout.total:
        return None
    lane = layout.lane_at(line)
    inside = line - layout.tops[lane] - layout.heading
    if inside < 0:
        return Hit(Part.LANE_HEAD, Place(column, lane))
    return _in_cell(view, column, lane, inside)


def _in_cell(view: View, column: int, lane: int, inside: int) -> Hit:
    count, first = view.grid.rows(column, lane), view.first_row(column, lane)
    capacity = view.layout.capacity(lane, count)
    row = first + inside // view.layout.card
    if row < min(count, first + capacity):
        return Hit(Part.CARD, view.grid.clamp(Place(column, lane, row)))
    # The mark that says how many more there are leads on to them; what is free belongs to the last card.
    row = first + capacity if capacity < count else count - 1
    return Hit(Part.CELL, view.grid.clamp(Place(column, lane, row)))
