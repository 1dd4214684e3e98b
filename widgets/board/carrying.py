"""Where cards that are dragged would be put."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from store.index import cell_of
from store.team import Team
from widgets.board.grid import Grid, Place
from widgets.board.grouping import Grouping
from widgets.board.hits import Hit, Part
from widgets.board.looks import Drag, Target


def target_of(grid: Grid, hit: Hit | None, carried: Collection[int], grouping: Grouping) -> Target | None:
    """Where carried cards would be put; `None`: nowhere, or where they are.

    On a card: under it. On a lane's heading: on top. On the free part of a cell, or on a folded lane: at the
    end.
    """
    if hit is None:
        return None
    cell = grid.cell(hit.place)
    if hit.part is Part.COLUMN_HEAD:
        # Without lanes the column's heading is all there is above its first card.
        return Target(cell, None) if grouping is Grouping.NONE else None
    if hit.part is Part.CARD:
        task = grid.task(hit.place)
        return None if task is None or task in carried else Target(cell, task)
    if hit.part is Part.LANE_HEAD and cell[1] not in grid.folded:
        return Target(cell, None)
    return Target(cell, _last(grid, hit.place, carried))


def up_to_date(drag: Drag, grid: Grid, team: Team) -> Drag | None:
    """What is carried after others have changed the board; `None` when nothing is left of it."""
    cards = team.tables.get("tasks", {})
    tasks = tuple(task for task in drag.tasks if task in cards and cell_of(cards[task]) is not None)
    if not tasks:
        return None
    target = drag.target
    if target is not None and target.below is not None:
        column, lane = target.cell
        if target.below not in (task for _, task in grid.cells.get((column, lane), ())):
            target = None
    return replace(drag, tasks=tasks, target=target)


def _last(grid: Grid, place: Place, carried: Collection[int]) -> int | None:
    cards = grid.cells.get(grid.cell(place), ())
    return next((task for _, task in reversed(cards) if task not in carried), None)
