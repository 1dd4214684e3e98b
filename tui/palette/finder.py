"""One list out of all sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.palette.recent import Recent
from tui.palette.source import Find, Source

LIMIT = 50
"""More than that nobody walks through; one letter more is quicker."""
_SHOWN_AGAIN = 5
"""Choices made before that stand at the top while nothing is typed."""


class Finds(Protocol):
    """Finds what fits what is typed."""

    def find(self, typed: str) -> list[Find]:
        """What fits, the best first."""

    def chosen(self, find: Find) -> None:
        """Remember a choice."""


class Finder:
    """Asks every source and puts the best first; of equals what was chosen lately."""

    def __init__(self, sources: Sequence[Source], recent: Recent) -> None:
        self._sources = sources
        self._recent = recent

    def find(self, typed: str) -> list[Find]:
        """What fits, at most `LIMIT`."""
        query = typed.strip()
        chosen = {name: age for age, name in enumerate(self._recent)}
        ranked = [
            (rank, chosen.get((found.kind, found.key), len(chosen)), order, found)
            for order, source in enumerate(self._sources)
            for rank, found in source.find(query, LIMIT)
        ]
        # Sorting keeps the order of equals, and that is how each source put them.
        ranked.sort(key=lambda entry: entry[:3])
        found = [entry[-1] for entry in ranked]
        if not query:
            again = self._again()
            found = again + [each for each in found if each not in again]
        return found[:LIMIT]

    def chosen(self, find: Find) -> None:
        """Remember a choice."""
        self._recent.add(find)

    def _again(self) -> list[Find]:
        sources = {source.kind: source for source in self._sources}
        known = [sources[kind].again(key) for kind, key in self._recent if kind in sources]
        return [found for found in known if found is not None][:_SHOWN_AGAIN]
