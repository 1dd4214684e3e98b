"""Cards of a file as tasks and comments of the team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store import rank
from store.exchange.imported import Card, Remark
from store.exchange.parts import New
from store.exchange.places import Places
from store.exchange.roster import Roster
from store.exchange.summary import Reason, Tally
from store.models import Column, ColumnKind, Comment, Fields, Task
from store.team import Team

UNKNOWN = "unknown"
"""Author of a comment that the file gives no author for."""

_OVER = Reason("column", "columns", "over its limit now")
_NO_AUTHOR = Reason("comment", "comments", "without an author in the file, so by “unknown”")


@dataclass(slots=True)
class Placing:
    """Makes the documents, one card after the other, each below the one before."""

    team: Team
    places: Places
    roster: Roster
    now: datetime
    ids: Iterator[int]
    """Gives negative numbers."""
    said: set[str]
    """Sources of the comments that are here; grows."""
    tally: Tally
    _last: dict[tuple[int, int | None], str | None] = field(default_factory=dict)
    """Rank of the lowest card in each cell."""
    _arrivals: Counter[int] = field(default_factory=Counter)
    """New cards on the board by column."""

    def card(self, card: Card) -> Iterator[New]:
        """A new task and its comments."""
        column, role = self.places.column(card, self.tally), self.places.role(card)
        number = next(self.ids)
        closed = self.places.closed.get(card.list or "")
        task = Task.checked(
            {
                "id": number,
                "title": card.title,
                "description": card.description,
                "role": role,
                "assignees": [self.roster.login(key) for key in card.people],
                "column": column.id,
                "position": self._below(column.id, role),
                "priority": card.priority,
                "due": self._day(card.due),
                "start": self._day(card.start),
                "estimate": card.estimate,
                "tags": [*card.tags, closed] if closed else list(card.tags),
                "checklist": list(card.checklist),
                "blocked": card.blocked,
                "links": list(card.links),
                "created_by": self.roster.login(card.author),
                "source": card.source,
                **self._times(card, column),
            }
        )
        self._arrivals[column.id] += task.archived_at is None
        yield "tasks", task
        yield from self.remarks(card, number)

    def remarks(self, card: Card, task: int) -> Iterator[New]:
        """The comments on a card that are not here yet."""
        for remark in card.remarks:
            if remark.source not in self.said:
                self.said.add(remark.source)
                yield "comments", self._comment(remark, task, card.title)

    def note_limits(self) -> None:
        """Note the columns that have more cards now than they may."""
        columns = {column.id: column for column in (*self.team.columns, *self.places.new_columns)}
        for id, arrivals in self._arrivals.items():
            limit, total = columns[id].wip_limit, self.team.count(id) + arrivals
            if limit and total > limit:
                self.tally.add(_OVER, f"{columns[id].name}: {total:,} cards, limit {limit:,}")

    def _below(self, column: int, role: int | None) -> str:
        cell = column, role
        if cell not in self._last:
            cards = self.team.cell(column, role)
            self._last[cell] = cards[-1][0] if cards else None
        try:
            self._last[cell] = position = rank.between(self._last[cell] or None, None)
        except ValueError:
            # A rank that another program wrote may be none; then there is nothing to be below of.
            self._last[cell] = position = rank.between(None, None)
        return position

    def _day(self, when: date | datetime | None) -> date | None:
        if isinstance(when, datetime):
            return when.astimezone(ZoneInfo(self.team.settings.time_zone)).date()
        return when

    def _times(self, card: Card, column: Column) -> Fields:
        """The task's points in time: none before it was made, none in the future."""
        known = [moment for moment in (card.moved_at, card.done_at, card.archived_at) if moment]
        created = min(card.created_at or min(known, default=self.now), self.now)

        def at(moment: datetime | None) -> datetime | None:
            return moment and max(created, min(moment, self.now))

        moved = at(card.moved_at) or created
        done = at(card.done_at) or at(card.moved_at) or self.now
        return {
            "created_at": created,
            "column_since": done if column.kind is ColumnKind.DONE else moved,
            "started_at": moved if column.kind is ColumnKind.ACTIVE else None,
            "finished_at": done if column.kind is ColumnKind.DONE else None,
            "archived_at": (at(card.archived_at) or self.now) if card.is_archived else None,
        }

    def _comment(self, remark: Remark, task: int, title: str) -> Comment:
        author = self.roster.login(remark.author)
        self.tally.add(_NO_AUTHOR, title, count=not author)
        return Comment.checked(
            {
                "id": next(self.ids),
                "task": task,
                "author": author or UNKNOWN,
                "text": remark.text,
                "at": min(remark.at, self.now),
                "mentions": self.roster.mentions(remark.text),
                "edited_at": remark.edited_at and min(remark.edited_at, self.now),
                "source": remark.source,
            }
        )
