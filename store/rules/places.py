"""Where a card goes inside its cell, and the ranks that put it there."""

from __future__ import annotations

import re
from enum import Enum

from store import rank
from store.change import Edit
from store.errors import Refused
from store.index import Cards
from store.models import Column, Task
from store.rules.board import lane
from store.rules.words import named
from store.team import Team

LONGEST_RANK = 64
"""Digits of a rank; beyond it, the cards around are ranked anew. A task refuses more than 500."""
_RANK = re.compile(r"([0-9A-Za-z]*[1-9A-Za-z])?")


class Place(Enum):
    """An end of a cell."""

    TOP = "top"
    END = "end"


TOP = Place.TOP
END = Place.END


def slot(team: Team, column: Column, role: int | None, below: int | Place | None, moving: Task | None) -> int:
    """How many of the cell's other cards will be above the card; `moving` is not counted.

    Raises:
        Refused: `below` is the card itself or not in this cell.
    """
    others = [id for _, id in others_in(team, column.id, role, moving)]
    if below is None or isinstance(below, Place):
        return 0 if below is Place.TOP else len(others)
    if moving is not None and below == moving.id:
        raise Refused(f"{named(moving)} cannot go below itself; name the card above it, or leave that out.")
    if below not in others:
        neighbour = named(team.task(below))
        raise Refused(
            f"{neighbour} is not in {column.name}, {lane(team, role)}; leave it out to go to the end."
        )
    return others.index(below) + 1


def others_in(team: Team, column: int, role: int | None, moving: Task | None) -> Cards:
    """The cards of a cell without the one that is moving."""
    cards = team.cell(column, role)
    return cards if moving is None else tuple(card for card in cards if card[1] != moving.id)


def ranks(cards: Cards, at: int, id: int) -> dict[int, str]:
    """New ranks, by number, that put a card at a place among the others.

    It is the only one, unless the ranks around it are equal, missing or have become too long: then the
    cards that are in the way get new ones too.
    """
    first, last = _settled(cards, at, at)
    while True:
        new = _fill(_rank_at(cards, first - 1), _rank_at(cards, last), last - first + 1)
        if max(map(len, new)) <= LONGEST_RANK:
            break
        size = last - first + 1
        first, last = _settled(cards, max(0, first - size), min(len(cards), last + size))
    run = [number for _, number in cards[first:last]]
    run.insert(at - first, id)
    return dict(zip(run, new, strict=True))


def rank_edits(cards: Cards, new: dict[int, str], table: str = "tasks") -> tuple[Edit, ...]:
    """The edits that give new ranks to those that are in the way of another."""
    return tuple(
        Edit(table, id, {"position": old or None}, {"position": new[id]})
        for old, id in cards
        if id in new and new[id] != old
    )


def _settled(cards: Cards, first: int, last: int) -> tuple[int, int]:
    """The run of cards, made longer until there is room for ranks between its neighbours."""
    while first > 0 and not _RANK.fullmatch(cards[first - 1][0]):
        first -= 1
    low = cards[first - 1][0] if first else ""
    while last < len(cards) and not (cards[last][0] > low and _RANK.fullmatch(cards[last][0])):
        last += 1
    return first, last


def _rank_at(cards: Cards, at: int) -> str | None:
    """The rank of a card; `None` beyond the ends and where it is missing."""
    return cards[at][0] or None if 0 <= at < len(cards) else None


def _fill(low: str | None, high: str | None, count: int) -> list[str]:
    """Ranks in order between two others, as evenly as it goes."""
    if count == 0:
        return []
    if low is None and high is None:
        return rank.spread(count)
    if low is None or high is None:
        return _fill_open(low, high, count)
    before = (count - 1) // 2
    middle = rank.between(low, high)
    return [*_fill(low, middle, before), middle, *_fill(middle, high, count - 1 - before)]


def _fill_open(low: str | None, high: str | None, count: int) -> list[str]:
    """Ranks in order after `low` or before `high`, whichever is there."""
    out: list[str] = []
    for _ in range(count):
        if high is None:
            low = rank.between(low, None)
            out.append(low)
        else:
            high = rank.between(None, high)
            out.append(high)
    # Those before `high` were made from the last one to the first.
    return sorted(out)
