"""The lanes of a team and how many cards stand where; made from cells, never from cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from store.index import Cards, Cell
from store.models import COLOURS, ColumnKind, Role
from store.team import Team
from widgets.board.grid import Lane

NOBODY = Lane(0, "No role")


@dataclass(frozen=True, slots=True)
class Census:
    """Lanes and counts."""

    lanes: Mapping[int, Lane]
    """All lanes there are, from top to bottom, by key."""
    cards: Mapping[int, int]
    """Column number to its cards."""
    loads: Mapping[int, int]
    """Lane key to its cards in active columns."""

    @classmethod
    def of(cls, team: Team) -> Census:
        """The census of a snapshot."""
        cells = team.index.cells
        active = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
        cards: Counter[int] = Counter()
        loads: Counter[int] = Counter()
        for (column, lane), inside in cells.items():
            cards[column] += len(inside)
            loads[lane] += len(inside) if column in active else 0
        return cls({lane.key: lane for lane in _lanes(team, cells)}, cards, loads)


def fullest(columns: tuple[int, ...], lane: int, cells: Mapping[Cell, Cards]) -> int:
    """Cards in a lane's fullest cell."""
    return max((len(cells.get((column, lane), ())) for column in columns), default=0)


def _lanes(team: Team, cells: Mapping[Cell, Cards]) -> list[Lane]:
    lanes = [_lane(role) for role in team.roles]
    known = {lane.key for lane in lanes}
    columns = {column.id for column in team.columns}
    used = {lane for (column, lane), inside in cells.items() if inside and column in columns}
    # A role that was put away may still have cards; they must not vanish from the board with it.
    for key in sorted(used - known - {NOBODY.key}):
        role = team.find(Role, key)
        lanes.append(_lane(role) if role else Lane(key, f"Role {key}"))
    return [*lanes, NOBODY] if NOBODY.key in used or not lanes else lanes


def _lane(role: Role) -> Lane:
    colour = role.colour if role.colour in COLOURS else COLOURS[role.id % len(COLOURS)]
    return Lane(role.id, role.name, colour, role.wip_limit)
