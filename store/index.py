"""Which cards stand where: kept up to date edit by edit, never rebuilt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from store.models import Raw
from store.models.raws import number_in

K = TypeVar("K")
V = TypeVar("V")
Cell = tuple[int, int]
"""Column number and role number; role 0 is nobody's lane."""
Cards = tuple[tuple[str, int], ...]
"""Rank and number of each card in a cell, in order."""


Changed = tuple[int, Raw | None, Raw | None]
"""Number of a document, and its old and its new state (`None`: not there)."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Numbers of a table's documents by the one document that each belongs to; immutable."""

    field: str
    """The field that holds the number of what it belongs to."""
    groups: Mapping[int, tuple[int, ...]]
    """Oldest first."""

    @classmethod
    def of(cls, field: str, documents: Mapping[int, Raw]) -> Grouped:
        """The groups of a whole table."""
        found: dict[int, list[int]] = {}
        for id in sorted(documents, key=_age):
            owner = documents[id].get(field)
            if isinstance(owner, int):
                found.setdefault(owner, []).append(id)
        return cls(field, {owner: tuple(ids) for owner, ids in found.items()})

    def get(self, owner: int) -> tuple[int, ...]:
        """The documents that belong to one."""
        return self.groups.get(owner, ())

    def updated(self, changes: Iterable[Changed]) -> Grouped:
        """The groups after documents came, changed or went."""
        moved = [(id, self._owner(old), self._owner(new)) for id, old, new in changes]
        moved = [(id, old, new) for id, old, new in moved if old != new]
        if not moved:
            return self
        groups = dict(self.groups)
        for id, old, new in moved:
            if old is not None:
                _keep(groups, old, tuple(other for other in groups.get(old, ()) if other != id))
            if new is not None:
                groups[new] = tuple(sorted((*groups.get(new, ()), id), key=_age))
        return Grouped(self.field, groups)

    def _owner(self, raw: Raw | None) -> int | None:
        owner = raw.get(self.field) if raw is not None else None
        return owner if isinstance(owner, int) else None


@dataclass(frozen=True, slots=True)
class TaskIndex:
    """Immutable: an update shares all cells that it does not touch."""

    cells: Mapping[Cell, Cards]
    said: Grouped
    """The comments of each task."""

    @property
    def comments(self) -> Mapping[int, tuple[int, ...]]:
        """Task number to its comments' numbers, oldest first."""
        return self.said.groups

    @classmethod
    def of(cls, tasks: Mapping[int, Raw], comments: Mapping[int, Raw]) -> TaskIndex:
        """The index of whole tables."""
        # Sorted cell by cell: half the time of sorting all of them at once, and there may be very many.
        placed: dict[Cell, list[tuple[str, int]]] = {}
        for id, raw in tasks.items():
            cell = cell_of(raw)
            if cell is not None:
                placed.setdefault(cell, []).append((str(raw.get("position", "")), id))
        cells = {cell: tuple(sorted(entries)) for cell, entries in placed.items()}
        return cls(cells, Grouped.of("task", comments))

    def moved(self, changes: Iterable[Changed]) -> TaskIndex:
        """The index after tasks went from an old to a new state (`None`: not there)."""
        cells = dict(self.cells)
        for id, old, new in changes:
            old_place, new_place = _place(id, old), _place(id, new)
            if old_place == new_place:
                continue
            if old_place:
                cell, entry = old_place
                _keep(cells, cell, tuple(e for e in cells.get(cell, ()) if e != entry))
            if new_place:
                cell, entry = new_place
                cards = cells.get(cell, ())
                at = bisect_left(cards, entry)
                cells[cell] = (*cards[:at], entry, *cards[at:])
        return TaskIndex(cells, self.said)

    def commented(self, changes: Iterable[Changed]) -> TaskIndex:
        """The index after comments came, changed or went."""
        return TaskIndex(self.cells, self.said.updated(changes))


def cell_of(raw: Raw) -> Cell | None:
    """Where a card stands; `None` when it is put away."""
    if raw.get("archived_at"):
        return None
    return number_in(raw.get("column")), number_in(raw.get("role"))


def _keep(groups: dict[K, tuple[V, ...]], key: K, members: tuple[V, ...]) -> None:
    """Put a group back; an empty one goes, as it would not be there in a new index."""
    if members:
        groups[key] = members
    else:
        groups.pop(key, None)


def _age(id: int) -> tuple[bool, int]:
    """Sorts numbers by when they were given; what is not committed yet is the newest."""
    return id < 0, abs(id)


def _place(id: int, raw: Raw | None) -> tuple[Cell, tuple[str, int]] | None:
    cell = cell_of(raw) if raw is not None else None
    return None if raw is None or cell is None else (cell, (str(raw.get("position", "")), id))
