"""What is said about values that do not fit a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Problem(NamedTuple):
    """One value that does not fit."""

    path: tuple[str | int, ...]
    """The field, and the place inside it."""
    reason: str
    """What is wrong, in pydantic's word for it: `missing`, `string_too_long`, …"""
    value: object = None
    limits: Mapping[str, Any] = {}
    """What would be right, by pydantic's names: `max_length`, `ge`, …"""
    words: str = ""
    """What is wrong, in pydantic's sentence."""


class Unfit(ValueError):
    """Values do not fit a document, or it lacks one that it needs."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        """At least one."""
        super().__init__("; ".join(f"{'.'.join(map(str, p.path))}: {p.words}" for p in self.problems))
