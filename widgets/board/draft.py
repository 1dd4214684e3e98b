"""The place where a new card is being written, kept while others change the board around it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from store.index import Cell
from widgets.board.grid import Grid, Place
from widgets.board.rows import NOTHING_WRITTEN, DraftLine


@dataclass(frozen=True, slots=True)
class Draft:
    """One card that is being written."""

    cell: Cell
    """Its column and lane, by number."""
    under: tuple[str, int] | None
    """Rank and number of the card above it when it was begun; `None`: it stands on top."""
    line: DraftLine = NOTHING_WRITTEN
    """What is written so far."""


def begin(grid: Grid, place: Place) -> Draft:
    """A draft under the card at a place."""
    cards = grid.cards(place.column, place.lane)
    return Draft(grid.cell(place), cards[place.row] if cards else None)


def place_of(draft: Draft, grid: Grid) -> Place | None:
    """Where a draft stands; `None` when its column or lane is not there any more."""
    column, lane = draft.cell
    if column not in grid.columns or lane not in grid.lanes:
        return None
    place = Place(grid.columns.index(column), grid.lanes.index(lane))
    # By rank: its neighbours may have gone, and others may have come in above.
    row = bisect_right(grid.cards(place.column, place.lane), draft.under) if draft.under else 0
    return Place(place.column, place.lane, row)


def above(draft: Draft, grid: Grid) -> int | None:
    """The card that a draft stands under now; `None`: it stands on top."""
    place = place_of(draft, grid)
    if place is None or not place.row:
        return None
    return grid.cards(place.column, place.lane)[place.row - 1][1]
