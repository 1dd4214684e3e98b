"""What one person sees: the newest snapshot, with her own changes on top that are still on their way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from store.change import Change, Edit
from store.merge import prefer_mine
from store.repository import Committed, Parked, UndoStack
from store.repository.shared import Touched
from store.team import Team

_FIRST = -1_000_000_000
"""Where the numbers begin that are given out: far from those of the rules, which begin at -1."""


class Desk:
    """Pure bookkeeping, for the thread of the screens. A change is seen at once; its commit follows."""

    def __init__(self, team: Team) -> None:
        self.team = team
        """The snapshot to show."""
        self._base = team
        self._pending: dict[int, Change] = {}
        self._undo = UndoStack()
        self._numbers: dict[tuple[str, int], int] = {}
        self._tickets = 0
        self._new = _FIRST
        self._given: set[int] = set()
        """Numbers that were asked for and that no new document has yet."""

    @property
    def waiting(self) -> int:
        """Own changes that are not committed yet."""
        return len(self._pending)

    def new_id(self) -> int:
        """A number for a new document until it gets its real one."""
        self._new -= 1
        self._given.add(self._new)
        return self._new

    def fresh(self, change: Change) -> Change:
        """The change with numbers for its new documents that no other of this run has ever had.

        One that was asked for stays: whoever asked will look for the document under it.
        """
        new = [(edit.table, edit.id) for edit in _new_ones(change) if edit.id not in self._given]
        return change.renumbered({key: self.new_id() for key in new})

    def number_now(self, task: int) -> int:
        """A card's number, also when asked by the one it had before it was committed."""
        return self._numbers.get(("tasks", task), task)

    def act(self, change: Change, *, undoable: bool = True) -> int:
        """Show a change at once; the ticket under which its commit will be reported.

        Where somebody changed the same field since the change was begun, it is shown as ours until the commit
        finds the clash.
        """
        # A form can be open for longer than a new card waits for its number.
        change = change.renumbered(self._numbers)
        self._given.difference_update(edit.id for edit in _new_ones(change))
        self._tickets += 1
        self._pending[self._tickets] = change
        self.team = self.team.apply(prefer_mine(change, self.team.tables))
        if undoable:
            self._undo.did(change)
        return self._tickets

    def undo(self, now: datetime) -> Change:
        """The change that takes back one's last step; to be given to `act` as not undoable.

        Raises:
            Refused: there is none, or somebody changed the same since.
        """
        return self._undo.undo(self.team, now)

    def redo(self, now: datetime) -> Change:
        """The change that does the step again that was undone last.

        Raises:
            Refused: there is none, or somebody changed the same since.
        """
        return self._undo.redo(self.team, now)

    def arrived(self, team: Team, touched: Touched | None) -> Touched | None:
        """Take in the newest committed snapshot; what may look different now."""
        self._base = team
        return self._rebuild(touched)

    def committed(self, ticket: int | None, outcome: Committed) -> Mapping[tuple[str, int], int]:
        """A change is in the log: the real numbers of its new documents. `arrived` follows."""
        numbers = dict(outcome.commit.numbers) if outcome.commit else {}
        if ticket is not None:
            self._pending.pop(ticket, None)
        if numbers and ticket is not None:
            # A form or a line that was opened before still knows the old ones.
            self._numbers |= numbers
            self._pending = {t: c.renumbered(numbers) for t, c in self._pending.items()}
            self._undo.renumber(numbers)
        return numbers if ticket is not None else {}

    def parked(self, ticket: int | None, outcome: Parked) -> Touched:
        """A change was not committed and is not shown any more; the documents it had touched."""
        change = self._pending.pop(ticket, None) if ticket is not None else None
        if change is None:
            return frozenset()
        self._forget(change)
        return change.touched() | outcome.change.touched()

    def withdraw(self, ticket: int) -> None:
        """A change could not even be put down: it was never made."""
        self._forget(self._pending.pop(ticket))
        self._rebuild(frozenset())

    def _forget(self, change: Change) -> None:
        self._undo.drop(change)
        # It may be handed in again, by a form or after a question, and others go by these numbers.
        self._given.update(edit.id for edit in _new_ones(change))

    def _rebuild(self, touched: Touched | None) -> Touched | None:
        team = self._base
        mine: set[tuple[str, int]] = set()
        for change in self._pending.values():
            shown = prefer_mine(change, team.tables)
            mine |= shown.touched()
            team = team.apply(shown)
        self.team = team
        return None if touched is None else touched | mine


def _new_ones(change: Change) -> list[Edit]:
    return [edit for edit in change.edits if edit.before is None and edit.id < 0]
