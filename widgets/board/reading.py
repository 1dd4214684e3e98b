"""The order in which one reads the board: lane by lane, and in each column by column."""

from __future__ import annotations

from collections.abc import Iterator

from widgets.board.grid import Grid, Place


def onward(grid: Grid, place: Place) -> Iterator[int]:
    """Numbers of the cards from behind a place round to it; a card that stands there comes last."""
    if not grid.columns:
        return
    cells = [(column, lane) for lane in range(len(grid.lanes)) for column in range(len(grid.columns))]
    at = cells.index((place.column, place.lane))
    here = grid.cards(place.column, place.lane)
    yield from (number for _, number in here[place.row + 1 :])
    for column, lane in (*cells[at + 1 :], *cells[:at]):
        yield from (number for _, number in grid.cards(column, lane))
    yield from (number for _, number in here[: place.row + 1])


def down(grid: Grid, place: Place) -> list[int]:
    """Numbers of the cards in the place's column, from the top lane to the lowest."""
    if not grid.columns:
        return []
    lanes = range(len(grid.lanes))
    return [number for lane in lanes for _, number in grid.cards(place.column, lane)]
