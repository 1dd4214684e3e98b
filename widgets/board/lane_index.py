"""Which cards stand where in any grouping: built when it is chosen, then kept up to date card by card."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.index import Cards, Cell, cell_of
from store.models import Raw
from store.models.raws import number_in
from widgets.board.grid import LanesOf


@dataclass(frozen=True, slots=True)
class LaneIndex:
    """Immutable: an update shares all cells that it does not touch."""

    cells: Mapping[Cell, Cards]
    lanes_of: LanesOf

    @classmethod
    def of(cls, placed: Iterable[tuple[tuple[str, int], Raw]], lanes_of: LanesOf) -> LaneIndex:
        """The index of cards, each given as its rank and number, and its fields."""
        groups: dict[Cell, list[tuple[str, int]]] = {}
        for entry, raw in placed:
            column = number_in(raw.get("column"))
            for lane in lanes_of(raw):
                groups.setdefault((column, lane), []).append(entry)
        return cls({cell: tuple(sorted(cards)) for cell, cards in groups.items()}, lanes_of)

    def moved(self, changes: Iterable[tuple[int, Raw | None, Raw | None]]) -> LaneIndex:
        """The index after tasks went from an old to a new state (`None`: not there)."""
        cells = dict(self.cells)
        for id, old, new in changes:
            before, after = self._places(id, old), self._places(id, new)
            if before == after:
                continue
            for cell, entry in before:
                _take_out(cells, cell, entry)
            for cell, entry in after:
                _put_in(cells, cell, entry)
        return LaneIndex(cells, self.lanes_of)

    def _places(self, id: int, raw: Raw | None) -> list[tuple[Cell, tuple[str, int]]]:
        cell = cell_of(raw) if raw is not None else None
        if raw is None or cell is None:
            return []
        entry = str(raw.get("position", "")), id
        return [((cell[0], lane), entry) for lane in self.lanes_of(raw)]


def _take_out(cells: dict[Cell, Cards], cell: Cell, entry: tuple[str, int]) -> None:
    cards = cells.get(cell, ())
    # By rank and not card by card: without lanes a cell can hold tens of thousands.
    at = bisect_left(cards, entry)
    if at < len(cards) and cards[at] == entry:
        cells[cell] = cards[:at] + cards[at + 1 :]
        if not cells[cell]:
            del cells[cell]


def _put_in(cells: dict[Cell, Cards], cell: Cell, entry: tuple[str, int]) -> None:
    cards = cells.get(cell, ())
    at = bisect_left(cards, entry)
    cells[cell] = (*cards[:at], entry, *cards[at:])
