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
        """The number under which the document is kept."""
        if isinstance(document, self.document_class) or not isinstance(document, Mapping):
            return super().insert(document)
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """The numbers under which the documents are kept."""
        self._next_id = None
        numbers = super().insert_multiple(documents)
        storage = self._storage
        if not isinstance(storage, SharedStorage):
            return numbers
        return [storage.number(self.name, number) for number in numbers]


class SharedDB(TinyDB):
    """TinyDB over the shared log: `SharedDB("team.json")`."""

    table_class = SharedTable

    def __init__(self, path: str | Path, **options: Any) -> None:
        """Open the file; `options` are those of `SharedStorage`."""
        super().__init__(path, storage=SharedStorage, **options)
