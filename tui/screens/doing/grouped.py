"""Commands in groups: each is a method `do_` and its name in one of them."""

from __future__ import annotations

from collections.abc import Sequence


class Grouped:
    """Does what a command says, wherever its method is."""

    def __init__(self, groups: Sequence[object]) -> None:
        self._groups = groups

    def has(self, name: str) -> bool:
        """Whether one of the groups has the command."""
        return any(hasattr(group, f"do_{name}") for group in self._groups)

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        owner = next(group for group in self._groups if hasattr(group, f"do_{name}"))
        getattr(owner, f"do_{name}")()
