"""TinyDB's own classes, for a file into which others insert at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from store.storage.shared import SharedStorage


class SharedTable(Table):
    """A TinyDB table that asks for the next number at each insertion, as others insert too."""

    def insert(self, document: Mapping[str, Any]) -> int:
        """See `tinydb.table.Table.insert`."""
        self._next_id = None
        return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """See `tinydb.table.Table.insert_multiple`."""
        self._next_id = None
        return super().insert_multiple(documents)


class SharedDB(TinyDB):
    """TinyDB over the shared log: `SharedDB("team.json")`."""

    table_class = SharedTable

    def __init__(self, path: str | Path, **options: Any) -> None:
        """Open the file; `options` are those of `SharedStorage`."""
        super().__init__(path, storage=SharedStorage, **options)
