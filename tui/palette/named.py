"""Whatever has a name and is not many: people, roles, goals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui.palette.match import rank
from tui.palette.source import Find


@dataclass(frozen=True, slots=True)
class Named:
    """One thing with a name."""

    key: str | int
    name: str
    detail: str = ""


class NamedSource:
    """Finds things by their names, or by some letters of them."""

    def __init__(
        self, kind: str, things: Callable[[], Iterable[Named]], choose: Callable[[Named], None]
    ) -> None:
        self._kind = kind
        self._things = things
        self._choose = choose

    @property
    def kind(self) -> str:
        """What they are called: `person`, `role` …"""
        return self._kind

    def find(self, query: str, limit: int) -> Sequence[tuple[int, Find]]:
        """By name, or by what else is said about it."""
        ranked = [(rank(query, thing.name, thing.detail), thing) for thing in self._things()]
        found = [(best, thing) for best, thing in ranked if best is not None]
        found.sort(key=lambda entry: entry[0])
        return [(best, self._shown(thing)) for best, thing in found[:limit]]

    def again(self, key: str | int) -> Find | None:
        """One of them by its key."""
        return next((self._shown(thing) for thing in self._things() if thing.key == key), None)

    def _shown(self, thing: Named) -> Find:
        return Find(self.kind, thing.key, thing.name, thing.detail, self.kind, lambda: self._choose(thing))
