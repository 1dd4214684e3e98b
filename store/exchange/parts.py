"""New documents as changes of moderate size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from store.change import Change, Edit
from store.models import Document

New = tuple[str, Document]
"""Table and document of something new; the document has a negative number."""

PART_DOCUMENTS = 200
"""Documents in one part at most, so that no record of the log becomes large."""
PART_CHARACTERS = 400_000
"""Characters of text in one part at most, unless a single document has more."""


def cut(new: Iterable[New], label: str, by: str, now: datetime) -> tuple[Change, ...]:
    """Signed changes with all the new documents, in order."""
    parts = list(_runs(new))
    return tuple(
        Change(edits, label, by, now)
        if len(parts) == 1
        else Change(edits, f"{label} (part {number} of {len(parts)})", by, now)
        for number, edits in enumerate(parts, 1)
    )


def _runs(new: Iterable[New]) -> Iterator[tuple[Edit, ...]]:
    run: list[Edit] = []
    characters = 0
    for table, document in new:
        raw = document.raw()
        size = len(str(raw))
        if run and (len(run) >= PART_DOCUMENTS or characters + size > PART_CHARACTERS):
            yield tuple(run)
            run, characters = [], 0
        run.append(Edit(table, document.id, None, raw))
        characters += size
    if run:
        yield tuple(run)
