"""Which cards the board shows, and in which cells: all or those that a filter found, by any grouping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.index import Cards, Cell, cell_of
from store.models import Raw
from store.team import Team
from widgets.board.grid import LanesOf
from widgets.board.grouping import Grouping
from widgets.board.lane_index import LaneIndex
from widgets.board.sorting import SORTINGS, Sorting


class Shown:
    """The cells of the cards that are shown; work is done for matches and changes only."""

    def __init__(self) -> None:
        self.grouping = Grouping.ROLE
        self.sorting: Sorting = SORTINGS[Grouping.ROLE]()
        self._ids: frozenset[int] | None = None
        self._every: LaneIndex | None = None
        """All cards; `None` while lanes are roles: the team has that index itself."""
        self._found: LaneIndex | None = None
        """The cards that a filter found; `None`: there is no filter."""

    @property
    def is_filtered(self) -> bool:
        """Whether only some cards are shown."""
        return self._ids is not None

    def cells(self, team: Team) -> Mapping[Cell, Cards]:
        """The cards that are shown, by cell."""
        return self.every(team) if self._found is None else self._found.cells

    def every(self, team: Team) -> Mapping[Cell, Cards]:
        """All cards, by cell."""
        return team.index.cells if self._every is None else self._every.cells

    def group_by(self, grouping: Grouping, team: Team) -> None:
        """Sort the cards into other lanes."""
        self.grouping, self.sorting = grouping, SORTINGS[grouping]()
        self._build(team)

    def only(self, ids: frozenset[int] | None, team: Team) -> None:
        """Show these cards only; `None`: all."""
        self._ids = ids
        self._found = None if ids is None else LaneIndex.of(_some(team, ids), self._lanes_of)

    def follow(self, old: Team, new: Team, changed: frozenset[int] | None) -> None:
        """Keep up with a newer snapshot."""
        before, after = _tasks(old), _tasks(new)
        if before is after:
            return
        if changed is None:
            self._build(new)
            return
        if self._every is not None:
            self._every = self._every.moved((id, before.get(id), after.get(id)) for id in changed)
        if self._found is not None and self._ids is not None:
            mine = changed & self._ids
            self._found = self._found.moved((id, before.get(id), after.get(id)) for id in mine)

    def renumber(self, old_id: int, new_id: int, team: Team) -> None:
        """A new card has got its real number, in this snapshot or in the next one."""
        if self._ids is not None and old_id in self._ids:
            self.only(self._ids | {new_id}, team)

    @property
    def _lanes_of(self) -> LanesOf:
        return self.sorting.lanes_of

    def _build(self, team: Team) -> None:
        by_role = self.grouping is Grouping.ROLE
        self._every = None if by_role else LaneIndex.of(_all(team), self._lanes_of)
        self.only(self._ids, team)


def _all(team: Team) -> Iterator[tuple[tuple[str, int], Raw]]:
    """Every card on the board; its rank and number are the team's own, so that they are not kept twice."""
    tasks = _tasks(team)
    for cards in team.index.cells.values():
        for entry in cards:
            yield entry, tasks[entry[1]]


def _some(team: Team, ids: frozenset[int]) -> Iterator[tuple[tuple[str, int], Raw]]:
    tasks = _tasks(team)
    for id in ids:
        raw = tasks.get(id)
        if raw is not None and cell_of(raw) is not None:
            yield (str(raw.get("position", "")), id), raw


def _tasks(team: Team) -> Mapping[int, Raw]:
    return team.tables.get("tasks", {})
