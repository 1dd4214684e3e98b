"""Which cards stand where: kept up to date edit by edit, never rebuilt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from store.models import Raw

K = TypeVar("K")
V = TypeVar("V")
Cell = tuple[int, int]
"""Column number and role number; role 0 is nobody's lane."""
Cards = tuple[tuple[str, int], ...]
"""Rank and number of each card in a cell, in order."""


@dataclass(frozen=True, slots=True)
class TaskIndex:
    """Immutable: an update shares all cells that it does not touch."""

    cells: Mapping[Cell, Cards]
    comments: Mapping[int, tuple[int, ...]]
    """Task number to its comments' numbers, oldest first."""

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
        said: dict[int, list[int]] = {}
        for id in sorted(comments, key=_age):
            said.setdefault(int(comments[id].get("task", 0)), []).append(id)
        return cls(cells, {task: tuple(ids) for task, ids in said.items()})

    def moved(self, changes: Iterable[tuple[int, Raw | None, Raw | None]]) -> TaskIndex:
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
        return TaskIndex(cells, self.comments)

    def commented(self, changes: Iterable[tuple[int, Raw | None, Raw | None]]) -> TaskIndex:
        """The index after comments came, changed or went."""
        comments = dict(self.comments)
        for id, old, new in changes:
            if old is not None:
                task = int(old.get("task", 0))
                _keep(comments, task, tuple(c for c in comments.get(task, ()) if c != id))
            if new is not None:
                task = int(new.get("task", 0))
                comments[task] = tuple(sorted((*comments.get(task, ()), id), key=_age))
        return TaskIndex(self.cells, comments)


def cell_of(raw: Raw) -> Cell | None:
    """Where a card stands; `None` when it is put away."""
    if raw.get("archived_at"):
        return None
    return int(raw.get("column") or 0), int(raw.get("role") or 0)


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
