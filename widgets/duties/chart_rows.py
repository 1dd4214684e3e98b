"""The chart of the team as lines: a tree with its roles and people."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from store.duties.chart import Branch, Department
from store.duties.seats import Seat, Seats
from store.phrases import counted
from widgets.duties.role_text import seat_words
from widgets.listing_row import Row
from widgets.signs import ASCII, Signs

HEADS = ("Who", "What")
LEAST = (30, 20)
"""Headings of the cells, and the cells that each keeps where there is little room."""
_UNICODE_GUIDES = ("├─ ", "└─ ", "│  ", "   ")
_ASCII_GUIDES = ("+- ", "`- ", "|  ", "   ")
"""Before one that others follow, before the last one; below the one, below the other."""


@dataclass(frozen=True, slots=True)
class Node:
    """A department, a role or a person, before it is drawn."""

    key: str
    name: str
    detail: str
    role: int | None = None
    """Number of the role; of a person the one that she is in; `None`: it is a department."""
    login: str = ""
    """The person; empty: it is a role or department."""
    is_away: bool = False
    below: tuple[Node, ...] = ()

    @property
    def people(self) -> frozenset[str]:
        """Logins of all people in it and below it."""
        return frozenset([self.login] if self.login else ()).union(*(node.people for node in self.below))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chart."""

    node: Node
    row: Row
    outer: str
    """Key of the line that it belongs to; empty: it belongs to none."""


def nodes(chart: Sequence[Department], seats: Seats) -> tuple[Node, ...]:
    """The tree; roles for which no department is named stand beside the departments."""
    found: list[Node] = []
    for one in chart:
        branches = tuple(_role(branch, seats) for branch in one.branches)
        found += [Node(f"in {one.name}", one.name, "department", below=branches)] if one.name else branches
    return tuple(found)


def lines(tree: Sequence[Node], folded: Collection[str], signs: Signs) -> list[Line]:
    """All lines that are not folded away."""
    return [line for node in tree for line in _drawn(node, "", "", "", folded, signs)]


def _role(branch: Branch, seats: Seats) -> Node:
    role = branch.role
    people = tuple(_person(role.id, seat, seats) for seat in branch.seats)
    roles = tuple(_role(below, seats) for below in branch.below)
    detail = counted(len(people), "person", "people") if people else "nobody"
    return Node(f"role {role.id}", role.name, detail, role.id, below=(*people, *roles))


def _person(role: int, seat: Seat, seats: Seats) -> Node:
    name = seats.team.name_of(seat.login)
    away = seat.absence is not None
    return Node(f"role {role} {seat.login}", name, seat_words(seat, seats), role, seat.login, is_away=away)


def _drawn(
    node: Node, guide: str, indent: str, outer: str, folded: Collection[str], signs: Signs
) -> Iterator[Line]:
    is_folded = node.key in folded and bool(node.below)
    sign = f"{signs.folded} " if is_folded else f"{signs.offline} " if node.is_away else ""
    hidden = f", {counted(len(node.people), 'person', 'people')} in it" if is_folded else ""
    row = Row(node.key, (f"{guide}{sign}{node.name}", f"{node.detail}{hidden}"), is_quiet=node.is_away)
    yield Line(node, row, outer)
    if is_folded:
        return
    begun, last, goes_on, ends = _ASCII_GUIDES if signs is ASCII else _UNICODE_GUIDES
    for at, below in enumerate(node.below, 1):
        is_last = at == len(node.below)
        own = indent + (last if is_last else begun)
        yield from _drawn(below, own, indent + (ends if is_last else goes_on), node.key, folded, signs)
