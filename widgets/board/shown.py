"""Which cards the board shows: all, or those that a filter found."""

from __future__ import annotations

from collections.abc import Mapping

from store.index import Cards, Cell, TaskIndex
from store.models import Raw
from store.team import Team


class Shown:
    """The cells of the cards that are shown; work is done for matches and changes only."""

    def __init__(self) -> None:
        self._ids: frozenset[int] | None = None
        self._index = TaskIndex({}, {})

    @property
    def is_filtered(self) -> bool:
        """Whether only some cards are shown."""
        return self._ids is not None

    def cells(self, team: Team) -> Mapping[Cell, Cards]:
        """The cards by cell."""
        return team.index.cells if self._ids is None else self._index.cells

    def only(self, ids: frozenset[int] | None, team: Team) -> None:
        """Show these cards only; `None`: all."""
        self._ids = ids
        tasks = _tasks(team)
        self._index = TaskIndex.of({id: tasks[id] for id in ids or () if id in tasks}, {})

    def follow(self, old: Team, new: Team, changed: frozenset[int] | None) -> None:
        """Keep up with a newer snapshot."""
        if self._ids is None:
            return
        if changed is None:
            self.only(self._ids, new)
            return
        before, after = _tasks(old), _tasks(new)
        self._index = self._index.moved((id, before.get(id), after.get(id)) for id in changed & self._ids)

    def renumber(self, old_id: int, new_id: int, team: Team) -> None:
        """A new card has got its real number, in this snapshot or in the next one."""
        if self._ids is not None and old_id in self._ids:
            self.only(self._ids | {new_id}, team)


def _tasks(team: Team) -> Mapping[int, Raw]:
    return team.tables.get("tasks", {})
