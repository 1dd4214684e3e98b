"""What can be found, and who finds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Find:
    """Something that was found."""

    kind: str
    """Which source knows it: `command`, `card` …"""
    key: str | int
    """Which one of its kind, so that it can be found again."""
    label: str
    detail: str = ""
    """What else is to be said about it, in a few words."""
    hint: str = ""
    """What stands at the right: a command's key, or what kind of thing it is."""
    choose: Callable[[], None] = field(default=lambda: None, compare=False, repr=False)
    """Does it, or goes there."""


class Source(Protocol):
    """One kind of thing that can be found. A screen hands in its own with `TeamScreen.sources`."""

    @property
    def kind(self) -> str:
        """The `Find.kind` of everything it finds."""

    def find(self, query: str, limit: int) -> Sequence[tuple[int, Find]]:
        """The best finds with their rank (see `tui.palette.match`), at most so many.

        Args:
            query: What was typed, without blanks around it; empty: what is worth showing unasked.
            limit: As many finds as there is room for.
        """

    def again(self, key: str | int) -> Find | None:
        """What was chosen before; `None` when it is not there any more."""
