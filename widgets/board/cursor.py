"""Where the cursor goes: pure moves from place to place on a grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace

from store.index import Cell
from store.models import Raw
from widgets.board.grid import Grid, Place


def sideways(grid: Grid, place: Place, step: int, first: Mapping[Cell, int], wish: int) -> Place:
    """One column to the side, same lane, on the card that is level with the cursor on the screen.

    Args:
        grid: What is shown.
        place: Where the cursor is.
        step: -1 or 1.
        first: The topmost card that each scrolled cell shows.
        wish: Cards below the top of its cell where the cursor wants to be; it is kept across empty cells.
    """
    column = place.column + step
    if not 0 <= column < len(grid.columns):
        return place
    beside = replace(place, column=column)
    return grid.clamp(replace(beside, row=first.get(grid.cell(beside), 0) + wish))


def vertical(grid: Grid, place: Place, step: int) -> Place:
    """Cards up (negative) or down; at a cell's edge one step goes on into the next lane."""
    last = grid.count(place) - 1
    row = place.row + step
    if 0 <= row <= last:
        return replace(place, row=row)
    if abs(step) > 1 and place.row != (0 if step < 0 else max(0, last)):
        return replace(place, row=0 if step < 0 else last)
    lane = place.lane + (1 if step > 0 else -1)
    if not 0 <= lane < len(grid.lanes):
        return grid.clamp(place)
    entered = Place(place.column, lane)
    return entered if step > 0 else replace(entered, row=max(0, grid.count(entered) - 1))


def edge(grid: Grid, place: Place, down: bool) -> Place:
    """The first or last card of the cell; pressed again, of the whole column."""
    row = max(0, grid.count(place) - 1) if down else 0
    if place.row != row:
        return replace(place, row=row)
    lane = len(grid.lanes) - 1 if down else 0
    return grid.clamp(Place(place.column, lane, grid.count(Place(place.column, lane)) if down else 0))


def settle(
    old: Grid, place: Place, new: Grid, task: int | None, raws: tuple[Raw | None, Raw | None], follow: bool
) -> Place:
    """Where the cursor is after the board has changed.

    Args:
        old: What was shown.
        place: Where the cursor was.
        new: What is shown now.
        task: The card under the cursor; `None` in an empty cell.
        raws: The card before and now.
        follow: Whether the cursor goes with its card into another cell; otherwise it stays in its row, on the
            card that moved up.
    """
    if task is not None:
        found = new.find(task, raws[1], old.cell(place)[1])
        if found is not None and (follow or new.cell(found) == old.cell(place)):
            return found
    return _stay(old, place, new, task, raws[0])


def _stay(old: Grid, place: Place, new: Grid, task: int | None, before: Raw | None) -> Place:
    if not old.columns or not new.columns:
        return new.clamp(place)
    column, lane = old.cell(place)
    if column not in new.columns or lane not in new.lanes:
        beside = new.columns.index(column) if column in new.columns else place.column
        return new.clamp(Place(beside, place.lane))
    kept = Place(new.columns.index(column), new.lanes.index(lane), place.row)
    if task is not None and before is not None:
        # By rank, not by row number: somebody else may have put cards in above at the same time.
        kept = replace(kept, row=bisect_left(new.cards(kept.column, kept.lane), (_rank(before), task)))
    return new.clamp(kept)


def nearest(grid: Grid, place: Place) -> Place:
    """The closest place that holds a card: in the same lane first; the same place when there are none."""
    if not grid.columns or grid.count(place):
        return place
    filled = [
        (abs(lane - place.lane), abs(column - place.column), lane, column)
        for lane in range(len(grid.lanes))
        for column in range(len(grid.columns))
        if grid.cards(column, lane)
    ]
    if not filled:
        return place
    *_, lane, column = min(filled)
    return Place(column, lane)


def _rank(raw: Raw) -> str:
    return str(raw.get("position", ""))
