"""The newest state that everybody shares, and the way of a change into it."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Sequence

from store.change import Change
from store.errors import Damaged
from store.log.protocol import CHECKPOINT_EVERY, Claim, Log
from store.log.record import Commit, decode, encode
from store.log.state import State
from store.merge import rebase
from store.rules.integrity import check

_AWAY = 30.0
"""Seconds without a look after which records may have been trimmed under our feet (sleep, cut cable)."""
_LOOK_BEHIND = 60.0
"""Seconds between two questions whether we were left behind."""
_REMEMBERED = 5000
"""Commits that are kept in memory for the history of cards."""

Touched = frozenset[tuple[str, int]]


class Shared:
    """Follows one log and commits to it. For one thread."""

    def __init__(
        self,
        log: Log,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._log = log
        self._now = now
        self._sleep = sleep
        self._random = random.Random()
        self.recent: deque[Commit] = deque(maxlen=_REMEMBERED)
        """Newest last; all commits since `recent_from`."""
        self.due_checkpoints: list[State] = []
        """States that belong into a checkpoint, oldest first."""
        self._seen_at = self._asked_at = now()
        self._news: set[tuple[str, int]] = set()
        self._all_new = False
        self.state = self._load()
        self.take_news()

    @property
    def recent_from(self) -> int:
        """The number before the oldest commit in `recent`."""
        return self.recent[0].number - 1 if self.recent else self.state.number

    def refresh(self) -> Touched | None:
        """Read what others have committed; the documents it touched, `None` when all may have changed.

        Raises:
            StorageError: the log does not answer, or is damaged.
        """
        away = self._now() - self._seen_at
        if (away > _AWAY or away < -_AWAY) and self._left_behind():
            self.state = self._load()
            return None
        touched: set[tuple[str, int]] = set()
        for record in self._log.read_after(self.state.number):
            touched |= self._follow(self._decoded(record))
        if not touched and self._now() - self._asked_at > _LOOK_BEHIND and self._left_behind():
            self.state = self._load()
            return None
        self._seen_at = self._now()
        return frozenset(touched)

    def take_news(self) -> Touched | None:
        """The documents touched since this was last asked, also while committing; `None`: all may be new."""
        news = None if self._all_new else frozenset(self._news)
        self._news, self._all_new = set(), False
        return news

    def commit(self, client: str, sequence: int, change: Change, login: str = "") -> Commit | None:
        """Put a change into the log, merged with what others did; `None` when nothing is left to do.

        Raises:
            Clash, Refused: it stands against others' work; nothing was written.
            Unknown: it may be in the log; the same call again tells.
            StorageError: the log does not answer; nothing was written.
        """
        lost = 0
        # A look costs less than a claim that is lost.
        self.refresh()
        while True:
            if self.state.knows(client, sequence):
                return self._known(client, sequence, change)
            commit = self._prepared(client, sequence, change, login)
            if commit is None:
                return None
            claim = self._log.append(commit.number, encode(commit, self.state.epoch))
            if claim is Claim.WON:
                self._follow(commit)
                return commit
            if claim is Claim.FREED:
                self.state = self._load()
                continue
            lost += 1
            if lost > 1:
                # Who has waited longest waits least, or a busy log would starve somebody.
                self._sleep(self._random.uniform(0, 0.02 / lost))
            self.refresh()

    def history(self) -> Sequence[Commit]:
        """Every commit from the first on, read from the log: slow, for workers only."""
        return [self._decoded(record) for record in self._log.history(self.state.number)]

    def _prepared(self, client: str, sequence: int, change: Change, login: str) -> Commit | None:
        rebased = rebase(change, self.state.team.tables)
        if not rebased:
            return None
        numbered, numbers = self.state.numbered(rebased)
        check(self.state.team.apply(numbered), numbered)
        return Commit(self.state.number + 1, client, sequence, numbered, numbers, login)

    def _known(self, client: str, sequence: int, change: Change) -> Commit:
        """What we never got the answer for, as far as the state remembers it."""
        mark = self.state.clients[client]
        numbers = dict(mark.numbers) if mark.sequence == sequence else {}
        return Commit(mark.number, client, sequence, change.renumbered(numbers), numbers)

    def _follow(self, commit: Commit) -> Touched:
        if commit.number != self.state.number + 1:
            raise Damaged(f"Commit {commit.number} follows {self.state.number} in the log; restore a backup.")
        again = self.state.knows(commit.client, commit.sequence)
        self.state = self.state.advance(commit)
        self._news |= commit.change.touched()
        self.recent.append(commit)
        if commit.number % CHECKPOINT_EVERY == 0:
            self.due_checkpoints.append(self.state)
        return frozenset() if again else commit.change.touched()

    def _decoded(self, record: bytes) -> Commit:
        return decode(record)

    def _left_behind(self) -> bool:
        self._asked_at = self._now()
        return self._log.covers(self.state.number + 1)

    def _load(self) -> State:
        """The newest readable checkpoint and the records after it."""
        newest = self._log.newest_checkpoint()
        state, number, problem = None, newest, None
        while state is None and number >= 0:
            try:
                state = State.from_bytes(self._log.load_checkpoint(number))
            except Damaged as error:
                problem, number = problem or error, number - CHECKPOINT_EVERY
        if state is None:
            raise problem or Damaged("The log has no checkpoint.")
        if state.epoch != self._log.epoch:
            raise Damaged("A checkpoint belongs to another team's history; restore it from a backup.")
        self.state = state
        self._all_new = True
        self.recent.clear()
        self.due_checkpoints.clear()
        self._seen_at = self._asked_at = self._now()
        for record in self._log.read_after(state.number):
            self._follow(self._decoded(record))
        return self.state
