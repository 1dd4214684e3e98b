"""Taking in what other programs wrote into team.json: committed like anybody's change, and counted once.

Several instances may find the same edit, and a program may go on editing the same file. So the commits of one
edited file are a chain of their own, named after the published commit that it is based on: `file-120:1`,
`file-120:2`, … What is new in a file is told by comparing it with that state and its chain.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from store.change import Change
from store.errors import Clash, Damaged, Refused
from store.log.protocol import CHECKPOINT_EVERY, Log
from store.log.record import Commit, decode
from store.log.state import State
from store.publish import Found, Publisher, foreign_change, on_top, read_tables
from store.repository.shared import Shared
from store.team import Team

_TRIES = 5
_FAR = 10_000
"""A number that is farther ahead than this is not kept: all later ones would have to be larger still."""


class Intake:
    """Commits foreign edits. For the same thread as its `Shared`."""

    def __init__(
        self,
        shared: Shared,
        log: Log,
        publisher: Publisher,
        now: Callable[[], float],
        committed: Callable[[int], None],
    ) -> None:
        self._shared = shared
        self._log = log
        self._publisher = publisher
        self._now = now
        self._committed = committed
        self._kept: set[int] = set()
        self.reports: list[str] = []
        """Sentences for people about what was found and done."""

    def take_in(self, found: Found) -> None:
        """Commit what another program changed; what cannot be taken is kept aside and reported.

        Raises:
            StorageError: the place does not answer; the file must not be overwritten then.
        """
        for _ in range(_TRIES):
            try:
                base, sequence = self._basis(found.number)
                change, problems = foreign_change(base, read_tables(found.content), self.clock())
                if not change:
                    break
                commit = self._commit(f"file-{found.number}", sequence, change)
                if commit is None:
                    break
                self._committed(commit.number)
            except (Clash, Refused, TypeError, ValueError, RecursionError) as error:
                # Whatever somebody has put into the file, it must not end the work of everybody else.
                self._refuse(found, f"An edit of team.json was not taken ({error})")
                return
        else:
            self._refuse(found, "An edit of team.json was not taken whole")
            return
        if problems:
            self._refuse(found, f"Not all of an edit of team.json was taken ({problems[0]})")

    def set_aside(self, found: Found, why: str, what: str) -> None:
        """Keep a file that is not ours, and say so."""
        path = self._publisher.keep_aside(found.content, why, self.clock())
        self.reports.append(f"{what}; it is kept as {path.name} and team.json was written anew.")

    def clock(self) -> datetime:
        """Now, aware, UTC."""
        return datetime.fromtimestamp(self._now(), UTC)

    def _refuse(self, found: Found, what: str) -> None:
        if hash(found.content) not in self._kept:
            self._kept.add(hash(found.content))
            self.set_aside(found, "refused", what)

    def _commit(self, client: str, sequence: int, change: Change) -> Commit | None:
        # New documents keep the numbers that the other program gave them, where those are free.
        self._shared.refresh()
        following = self._shared.state.next_ids
        wishes = {
            (edit.table, edit.id)
            for edit in change.edits
            if edit.before is None and -edit.id < following.get(edit.table, 1) + _FAR
        }
        merged = on_top(change, self._shared.state.team.tables)
        return self._shared.commit(client, sequence, merged, wishes=wishes, found=change.edits)

    def _basis(self, number: int) -> tuple[Team, int]:
        """What is known of a file that was published as commit `number`, and its chain's next number.

        Raises:
            Refused: that is too long ago, or was never there.
        """
        chain: list[Commit] = []
        try:
            state = self._checkpoint_before(number)
            for record in self._log.read_after(state.number):
                commit = decode(record)
                if commit.number <= number:
                    state = state.advance(commit)
                elif commit.client == f"file-{number}":
                    chain.append(commit)
        except Damaged as error:
            raise Refused("it is based on a state that is too old to be compared with") from error
        if state.number != number:
            raise Refused("it is based on a state that is not known here")
        team = state.team
        for commit in chain:
            # With the numbers of the file that it was found in.
            team = team.apply(Change(commit.found).renumbered({key: -key[1] for key in commit.numbers}))
        return team, chain[-1].sequence + 1 if chain else 1

    def _checkpoint_before(self, number: int) -> State:
        start = number // CHECKPOINT_EVERY * CHECKPOINT_EVERY
        try:
            return State.from_bytes(self._log.load_checkpoint(start))
        except Damaged:
            if not start:
                raise
            # The newest one may not be written yet.
            return State.from_bytes(self._log.load_checkpoint(start - CHECKPOINT_EVERY))
