"""One team's data for one running program. For one thread: calls can block for as long as a drive does."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from store.backup import Shelf
from store.change import Change
from store.errors import Clash, Refused, StorageError, TooNew, Unreachable
from store.log.protocol import Log
from store.log.record import Commit
from store.log.state import State
from store.merge import makes_routine
from store.models import Activity
from store.outbox import Outbox, Waiting, orphans, parked_in
from store.publish import Publisher
from store.pulse import PulseBox
from store.repository.activity import activities
from store.repository.news import News
from store.repository.outcome import Committed, Flushed, Outcome, Parked
from store.repository.shared import Shared, Touched
from store.repository.tending import Tending
from store.team import Team
from store.upgrades import STEPS

_QUICK, _SLOW = 0.3, 1.0
"""Seconds between two polls while people act, and while nothing happens."""
_ACTIVE_FOR = 60.0
"""Seconds after the last change of anybody in which polling stays quick."""
MOST_NEWS = 200
"""Commits told one by one after a long absence."""


class Repository:
    """Open, commit, watch. Changes are put down on this machine first, then committed in their order."""

    def __init__(
        self,
        log: Log,
        outbox: Outbox,
        publisher: Publisher | None = None,
        *,
        login: str = "",
        outboxes: Path | None = None,
        shelf: Shelf | None = None,
        newer: TooNew | None = None,
        pulse: PulseBox | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._log = log
        self._login = login
        self._now = now
        self._outbox = outbox
        self._outboxes = outboxes
        self._orphans = orphans(outboxes, outbox.client) if outboxes else []
        self._shared = Shared(log, now)
        self.pulse = pulse
        """Where answers to the pulse wait; `None`: nobody can answer here."""
        self.newer = newer
        """Why nothing can be written: a newer program has taken the team over. `None`: it can."""
        if newer is None:
            # Who cannot write now works with what is there; somebody else takes the steps.
            with contextlib.suppress(StorageError):
                self._shared.upgrade(STEPS)
        self._tending = Tending(self._shared, log, publisher, now, shelf) if publisher else None
        self._acted_at = float("-inf")
        self._told = self.number

    @property
    def client(self) -> str:
        """Which running program this is, in the ids of its commits."""
        return self._outbox.client

    # --- reading -----------------------------------------------------------------------------------------

    @property
    def team(self) -> Team:
        """The newest snapshot known here."""
        return self._shared.state.team

    @property
    def number(self) -> int:
        """The number of the newest commit known here."""
        return self._shared.state.number

    @property
    def epoch(self) -> str:
        """The identity of the history."""
        return self._log.epoch

    @property
    def state(self) -> State:
        """The newest state known here, as backups and exports keep it."""
        return self._shared.state

    @property
    def log(self) -> Log:
        """The history itself, for questions about the past: slow, for workers only."""
        return self._log

    def refresh(self) -> Touched | None:
        """Read what others have committed.

        Returns the documents touched since the last time, by whomever; `None` when all may have changed.

        Raises:
            StorageError: the folder does not answer.
        """
        self._shared.refresh()
        touched = self._shared.take_news()
        if touched is None or touched:
            self._acted_at = self._now()
        return touched

    def catch_up(self) -> None:
        """Read what others have committed; what it touched is told by the next `refresh`.

        Raises:
            StorageError: the folder does not answer.
        """
        self._shared.refresh()

    def take_news(self) -> tuple[News, ...]:
        """What other programs have committed since this was last asked, oldest first; of much the newest."""
        since, self._told = self._told, self.number
        newest = itertools.takewhile(lambda commit: commit.number > since, self.commits())
        foreign = (commit for commit in newest if commit.client != self.client)
        return tuple(News.of(commit) for commit in itertools.islice(foreign, MOST_NEWS))[::-1]

    def pause(self) -> float:
        """Seconds to wait before the next `refresh`: short while people act, longer when nothing happens."""
        return _QUICK if self._now() - self._acted_at < _ACTIVE_FOR else _SLOW

    def commits(self) -> Iterator[Commit]:
        """The newest commits first, as far as they are in memory."""
        return reversed(self._shared.recent)

    def activity(self, table: str, id: int, *, complete: bool = False) -> tuple[Activity, ...]:
        """Who changed a document, newest first, comments on a task included.

        Without `complete` only what happened since the newest checkpoint; with it the whole log is read.

        Raises:
            StorageError: the folder does not answer.
        """
        commits = reversed(self._shared.history()) if complete else self.commits()
        found = (activities(commit).get((table, id)) for commit in commits)
        return tuple(activity for activity in found if activity is not None)

    # --- writing -----------------------------------------------------------------------------------------

    @property
    def waiting(self) -> int:
        """Changes that are not in the folder yet."""
        return len(self._outbox.waiting) + sum(len(o.waiting) for o in self._orphans)

    @property
    def parked(self) -> tuple[Waiting, ...]:
        """Changes that wait for a person's decision."""
        return tuple(w for outbox in (*self._orphans, self._outbox) for w in outbox.parked)

    @property
    def parked_elsewhere(self) -> tuple[Waiting, ...]:
        """Changes that wait for a decision in other programs that run on this machine."""
        own = [outbox.client for outbox in (*self._orphans, self._outbox)]
        return parked_in(self._outboxes, own) if self._outboxes else ()

    @property
    def reports(self) -> tuple[str, ...]:
        """Sentences about what was found and done in the folder since the last time this was asked."""
        if self._tending is None:
            return ()
        return self._tending.take_reports()

    def submit(self, change: Change) -> int:
        """Put down a change on this machine; `flush` commits it. Its sequence number.

        Raises:
            StorageError: this machine cannot keep it, or a newer program has taken the team over.
        """
        if self.newer is not None:
            raise self.newer
        return self._outbox.add(change)

    def flush(self) -> Flushed:
        """Commit what waits, in order; what stands against others' work is parked and the rest goes on."""
        outcomes: list[Outcome] = []
        for outbox in (*self._orphans, self._outbox):
            for sequence in sorted(outbox.waiting):
                try:
                    outcomes.append(self._settle(outbox, sequence))
                except StorageError as problem:
                    outbox.secure()
                    return Flushed(tuple(outcomes), problem)
        return Flushed(tuple(outcomes))

    def commit(self, change: Change) -> Commit | None:
        """Submit and flush one change, for callers who wait for it.

        Raises:
            Clash, Refused: it stands against others' work and was not written.
            StorageError: the folder cannot be written now; the change waits on this machine.
        """
        sequence = self.submit(change)
        flushed = self.flush()
        for outcome in flushed.outcomes:
            if (outcome.client, outcome.sequence) != (self._outbox.client, sequence):
                continue
            if isinstance(outcome, Parked):
                self._outbox.unpark(sequence)
                raise outcome.error
            return outcome.commit
        raise flushed.problem or AssertionError("unreachable: a change was neither settled nor hindered")

    def commit_for_all(self, client: str, change: Change) -> bool:
        """Commit what no person has done; whether something was to be done. It does not wait here.

        Args:
            client: Stands for who commits; one that is used once.
            change: What to do.

        Raises:
            Clash, Refused: somebody else has done it.
            StorageError: the folder cannot be written now.
        """
        if self.newer is not None:
            raise self.newer
        commit = self._shared.commit(client, 1, change)
        if commit is not None and self._tending is not None:
            self._tending.committed(commit.number)
        return commit is not None

    def offer(self, change: Change) -> Commit | None:
        """Commit a change that is made again where it cannot be committed now: nothing of it is kept.

        It has to be one that does no harm when it comes twice, as the answer may be lost.

        Raises:
            Clash, Refused: it stands against others' work and was not written.
            StorageError: it cannot be written now, or other changes wait.
        """
        if self.newer is not None:
            raise self.newer
        sequence = self._outbox.number()
        if sequence is None:
            raise Unreachable("Other changes wait for the folder.")
        commit = self._shared.commit(self._outbox.client, sequence, change, self._login)
        if commit is not None:
            self._committed(commit)
        return commit

    def reconsider(self, parked: Waiting) -> None:
        """Try a parked change once more, under a new id; it is parked again if it still has no place."""
        self.submit(parked.change)
        self.decide(parked.client, parked.sequence)

    def decide(self, client: str, sequence: int) -> None:
        """A person has decided on a parked change; what is to be kept of it was submitted as a new one."""
        # First of all: the parked one goes for good, and the new one is the only place with these words.
        self._outbox.secure()
        for outbox in (*self._orphans, self._outbox):
            if outbox.client == client:
                outbox.unpark(sequence)

    def tend(self) -> None:
        """Publish, keep checkpoints, compact: what is due.

        Raises:
            StorageError: the folder does not answer; it is done another time.
        """
        self._log.settle()
        if self._tending is not None:
            self._tending.tend()

    def close(self) -> None:
        """Publish and leave. What could not be committed stays on this machine for the next start."""
        # Leaving is no time to complain: the log is safe, and whoever comes next publishes.
        with contextlib.suppress(StorageError):
            if self._tending is not None:
                if self.waiting:
                    self.flush()
                self._tending.finish()
            self._log.settle()
        self._outbox.secure()
        for outbox in (*self._orphans, self._outbox):
            outbox.close()

    def _settle(self, outbox: Outbox, sequence: int) -> Outcome:
        change = outbox.waiting[sequence]
        try:
            commit = self._shared.commit(outbox.client, sequence, change, self._login)
        except (Clash, Refused) as error:
            if makes_routine(change):
                # It happened by itself: nobody is asked about it, and what is due is made again.
                outbox.done(sequence)
                return Committed(outbox.client, sequence, None)
            outbox.park(sequence, str(error))
            return Parked(outbox.client, sequence, change, error)
        if commit is not None:
            # Before the entry goes: if we are killed here, the retry learns the numbers from the state.
            outbox.renumber(sequence, dict(commit.numbers))
            self._committed(commit)
        outbox.done(sequence)
        return Committed(outbox.client, sequence, commit)

    def _committed(self, commit: Commit) -> None:
        self._acted_at = self._now()
        if self._tending is not None:
            self._tending.committed(commit.number)
