"""The cards that the next command is for."""

from __future__ import annotations

from collections.abc import Iterable

from store.index import cell_of
from store.team import Team


class Selection:
    """Numbers of cards. Moves, filters and other lanes do not touch it; cards that are put away leave it."""

    def __init__(self) -> None:
        self.tasks: frozenset[int] = frozenset()

    def toggle(self, task: int) -> None:
        """Take a card in, or out again."""
        self.tasks ^= {task}

    def toggle_all(self, tasks: Iterable[int]) -> None:
        """Take all of these in; when all of them are in, take them out."""
        several = frozenset(tasks)
        self.tasks = self.tasks - several if several <= self.tasks else self.tasks | several

    def clear(self) -> None:
        """Take all out."""
        self.tasks = frozenset()

    def follow(self, team: Team, renumbered: dict[int, int]) -> None:
        """Keep up with a newer snapshot."""
        if not self.tasks:
            return
        cards = team.tables.get("tasks", {})
        kept = set()
        for task in self.tasks:
            now = task if task in cards else renumbered.get(task, task)
            if (raw := cards.get(now)) is not None and cell_of(raw) is not None:
                kept.add(now)
        self.tasks = self.tasks if kept == self.tasks else frozenset(kept)
