"""The state after a commit: the team, and what is needed to give every commit its effect exactly once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from store.change import Change
from store.errors import Damaged
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import FORMAT, Commit, framed, to_json, unframed
from store.models import TABLES
from store.team import Team

META_TABLE = "_tagwerk"
"""The table that holds Tagwerk's own notes in a TinyDB file."""
_FORGET_AFTER = timedelta(days=60)
_FORGET_BEHIND = 2 * CHECKPOINT_EVERY


@dataclass(frozen=True, slots=True)
class Mark:
    """The last commit of one client."""

    sequence: int
    number: int
    at: datetime
    numbers: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """What its negative document numbers became, for a client that never got the answer."""


@dataclass(frozen=True, slots=True)
class State:
    """State(n): the same for every reader, always."""

    epoch: str
    number: int = 0
    """The last commit in it."""
    team: Team = field(default_factory=Team)
    next_ids: Mapping[str, int] = field(default_factory=dict)
    """Table to the number that its next document gets; never goes down."""
    clients: Mapping[str, Mark] = field(default_factory=dict)
    format: int = FORMAT
    """In which everything is written until somebody takes the step to the next one."""

    def numbered(
        self, change: Change, wishes: Collection[tuple[str, int]] = ()
    ) -> tuple[Change, dict[tuple[str, int], int]]:
        """The change with real numbers for its new documents, and what became what.

        `wishes` are the table and negative number of those that get it without its sign, if that is free.
        """
        new = [(edit.table, edit.id) for edit in change.edits if edit.before is None and edit.id < 0]
        numbers = {
            (table, id): -id for table, id in new if (table, id) in wishes and self._is_free(table, -id)
        }
        taken = {(table, id) for (table, _), id in numbers.items()}
        following = dict(self.next_ids)
        for table, id in new:
            if (table, id) in numbers:
                continue
            number = following.get(table, 1)
            while (table, number) in taken:
                number += 1
            following[table] = number + 1
            numbers[table, id] = number
        return change.renumbered(numbers), numbers

    def _is_free(self, table: str, id: int) -> bool:
        """Whether nobody has the number; in Tagwerk's own tables also whether nobody ever had it."""
        if table in TABLES:
            return id >= self.next_ids.get(table, 1)
        return id not in self.team.tables.get(table, {})

    def knows(self, client: str, sequence: int) -> bool:
        """Whether this commit of this client, or a later one, is in it."""
        mark = self.clients.get(client)
        return mark is not None and mark.sequence >= sequence

    def advance(self, *commits: Commit) -> State:
        """The state after the next commits; many at once cost hardly more than one."""
        following, clients, format = dict(self.next_ids), dict(self.clients), self.format
        changes: list[Change] = []
        for commit in commits:
            mark = clients.get(commit.client)
            if mark is not None and mark.sequence >= commit.sequence:
                # The same commit twice (a lost reply, then a retry): the second one only takes up a number.
                continue
            for edit in commit.change.edits:
                if edit.before is None:
                    following[edit.table] = max(following.get(edit.table, 1), edit.id + 1)
            clients[commit.client] = Mark(commit.sequence, commit.number, commit.change.at, commit.numbers)
            if commit.number % CHECKPOINT_EVERY == 0:
                clients = _pruned(clients, commit)
            changes.append(commit.change)
            format = max(format, commit.format)
        return State(self.epoch, commits[-1].number, self.team.apply(*changes), following, clients, format)

    def to_bytes(self) -> bytes:
        """A checkpoint: deterministic, in the shape of a TinyDB file."""
        clients = {
            name: [m.sequence, m.number, m.at.astimezone(UTC).isoformat(), _listed(m.numbers)]
            for name, m in self.clients.items()
        }
        notes = {
            "format": self.format,
            "epoch": self.epoch,
            "number": self.number,
            "next": self.next_ids,
            "clients": clients,
        }
        tables = {name: documents for name, documents in self.team.tables.items() if documents}
        return framed(to_json({**tables, META_TABLE: {"1": notes}}), self.format)

    @classmethod
    def from_bytes(cls, content: bytes) -> State:
        """The state that a checkpoint holds.

        Raises:
            Damaged: it does not match its checksum or is not a checkpoint.
            TooNew: a newer program wrote it.
        """
        try:
            raw: dict[str, Any] = orjson.loads(unframed(content))
            notes = raw.pop(META_TABLE)["1"]
            tables = {name: {int(id): d for id, d in docs.items()} for name, docs in raw.items()}
            clients = {
                name: Mark(seq, number, datetime.fromisoformat(at), {(t, old): new for t, old, new in ids})
                for name, (seq, number, at, ids) in notes["clients"].items()
            }
            team, format = Team(tables), notes["format"]
            return cls(notes["epoch"], notes["number"], team, notes["next"], clients, format)
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise Damaged(f"A checkpoint of the log cannot be read: {error}.") from error


def _listed(numbers: Mapping[tuple[str, int], int]) -> list[list[str | int]]:
    return [[table, old, new] for (table, old), new in numbers.items()]


def _pruned(clients: Mapping[str, Mark], commit: Commit) -> dict[str, Mark]:
    # By the records' own times and numbers, so that every reader forgets the same clients. Both have to be
    # long past: a single record from a computer whose clock is years ahead must not forget everybody.
    return {
        name: mark
        for name, mark in clients.items()
        if commit.number - mark.number < _FORGET_BEHIND or commit.change.at - mark.at < _FORGET_AFTER
    }
