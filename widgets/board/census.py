"""The lanes of a team and how many cards stand where; made from cells, never from cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from store.index import Cards, Cell
from store.models import ColumnKind
from store.team import Team
from widgets.board.grid import Lane
from widgets.board.sorting import Sorting


@dataclass(frozen=True, slots=True)
class Census:
    """Lanes and counts."""

    lanes: Mapping[int, Lane]
    """All lanes there are, from top to bottom, by number."""
    cards: Mapping[int, int]
    """Column number to its cards, each counted once."""
    loads: Mapping[int, int]
    """Lane number to its cards in active columns."""

    @classmethod
    def of(cls, team: Team, sorting: Sorting, cells: Mapping[Cell, Cards]) -> Census:
        """The census of a snapshot whose cards are sorted into these cells."""
        known = {column.id for column in team.columns}
        active = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
        used: set[int] = set()
        loads: Counter[int] = Counter()
        for (column, lane), inside in cells.items():
            if column in known:
                used.add(lane)
            if column in active:
                loads[lane] += len(inside)
        cards: Counter[int] = Counter()
        for (column, _), inside in team.index.cells.items():
            cards[column] += len(inside)
        return cls({lane.number: lane for lane in sorting.lanes(team, used)}, cards, loads)


def fullest(columns: tuple[int, ...], lane: int, cells: Mapping[Cell, Cards]) -> int:
    """Cards in a lane's fullest cell."""
    return max((len(cells.get((column, lane), ())) for column in columns), default=0)
