"""Comments that name a person and that she has not looked at yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from store.models import Raw
from store.models.raws import many
from store.repository.shared import Touched
from store.team import Team
from tui.preferences import Keeper

_REMEMBERED = 5000
"""Comments that are remembered as seen."""


class Seen(Protocol):
    """What a person has looked at already; kept on her side, not in the team's data."""

    def unseen(self, comments: Collection[int]) -> frozenset[int]:
        """Those of these comments' numbers that she has not seen."""

    def mark(self, comments: Iterable[int]) -> None:
        """She has seen these comments."""


class SeenForGood:
    """Remembers among the person's own settings."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def unseen(self, comments: Collection[int]) -> frozenset[int]:
        """Those that she has not looked at, today or on another day."""
        return frozenset(comments).difference(self._keeper.preferences.seen)

    def mark(self, comments: Iterable[int]) -> None:
        """Remember them, and forget the oldest of very many."""
        known = {*self._keeper.preferences.seen, *comments}
        self._keeper.prefer(seen=tuple(sorted(known)[-_REMEMBERED:]))


class Mentions:
    """Follows the snapshots; a new one costs as much as it brings comments."""

    def __init__(self, person: str, seen: Seen) -> None:
        self.person = person
        """Login of whom they name."""
        self._seen = seen
        self._table: Mapping[int, Raw] = {}
        self._team = Team()
        self._naming: dict[int, int] = {}
        """Number of each comment that names the person, to its card's."""

    def follow(self, team: Team, touched: Touched | None) -> None:
        """Keep up with a snapshot; `touched` is what differs from the one before, `None`: anything."""
        self._team = team
        comments = team.tables.get("comments", {})
        if comments is self._table:
            return
        self._table = comments
        if touched is None:
            self._naming.clear()
            self._look_at(comments)
        else:
            self._look_at(number for table, number in touched if table == "comments")

    def unseen(self) -> frozenset[int]:
        """Numbers of the comments that name the person and that she has not seen."""
        return self._seen.unseen(self._naming)

    def unread(self) -> frozenset[int]:
        """Numbers of the cards on which somebody names the person and she has not seen it."""
        fresh = self._seen.unseen(self._naming)
        tasks = self._team.tables.get("tasks", {})
        return frozenset(card for number in fresh if (card := self._naming[number]) in tasks)

    def count(self) -> int:
        """Comments that name the person and that she has not seen."""
        tasks = self._team.tables.get("tasks", {})
        return sum(self._naming[number] in tasks for number in self._seen.unseen(self._naming))

    def saw(self, card: int) -> bool:
        """The person has a card before her; whether there was something new for her."""
        fresh = [n for n in self._seen.unseen(self._naming) if self._naming[n] == card]
        self._seen.mark(fresh)
        return bool(fresh)

    def _look_at(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            raw = self._table.get(number)
            # One's own words are no news, and what is still on its way is one's own.
            if (
                raw is not None
                and self.person in many(raw.get("mentions"))
                and raw.get("author") != self.person
            ):
                card = raw.get("task")
                self._naming[number] = card if isinstance(card, int) else 0
            else:
                self._naming.pop(number, None)
