"""The newest state that everybody shares, and the way of a change into it."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from store.change import Change, Edit
from store.errors import Damaged, StorageError, Unknown
from store.log.protocol import CHECKPOINT_EVERY, Claim, Log
from store.log.record import Commit, decode, encode
from store.log.state import State
from store.merge import rebase
from store.rules.integrity import check
from store.upgrades import Step

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
        """The newest commits without a gap, newest last."""
        self.due_checkpoints: list[State] = []
        """States that belong into a checkpoint, oldest first."""
        self._seen_at = self._asked_at = now()
        self._news: set[tuple[str, int]] = set()
        self._all_new = False
        self.state = self._load()
        self.take_news()

    def refresh(self) -> Touched | None:
        """Read what others have committed; the documents it touched, `None` when all may have changed.

        Raises:
            StorageError: the log does not answer, or is damaged.
        """
        away = self._now() - self._seen_at
        if (away > _AWAY or away < -_AWAY) and self._left_behind():
            self.state = self._load()
            return None
        looked, before = self._now(), self.state.number
        touched: set[tuple[str, int]] = set()
        for record in self._log.read_after(before):
            # Frozen while reading: what stands under a number that was freed meanwhile belongs to nobody.
            if abs(self._now() - looked) > _AWAY and self._left_behind():
                self.state = self._load()
                return None
            touched |= self._follow(decode(record))
            looked = self._now()
        idle = self.state.number == before
        if idle and self._now() - self._asked_at > _LOOK_BEHIND and self._left_behind():
            self.state = self._load()
            return None
        self._seen_at = self._now()
        return frozenset(touched)

    def take_news(self) -> Touched | None:
        """The documents touched since this was last asked, also while committing; `None`: all may be new."""
        news = None if self._all_new else frozenset(self._news)
        self._news, self._all_new = set(), False
        return news

    def commit(
        self,
        client: str,
        sequence: int,
        change: Change,
        login: str = "",
        wishes: Collection[tuple[str, int]] = (),
        *,
        found: tuple[Edit, ...] = (),
    ) -> Commit | None:
        """Put a change into the log, merged with what others did; `None` when nothing is left to do.

        Args:
            client: Who commits; with `sequence` the commit's id, under which it counts once.
            sequence: The client's own count, which only rises.
            change: What to do.
            login: The operating system's login, for the record.
            wishes: Table and negative number of new documents that get that number without its sign, where
                nobody has it.
            found: As it stood in team.json, for the record.

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
            prepared = self._prepared(change, wishes)
            if prepared is None:
                return None
            merged, numbers = prepared
            number, format = self.state.number + 1, self.state.format
            commit = Commit(number, client, sequence, merged, numbers, login, found, format)
            record = encode(commit, self.state.epoch)
            claim = self._log.append(commit.number, record)
            if claim is Claim.WON:
                # What the others will read, to the last type: every reader's state is the same.
                self._follow(decode(record))
                return commit
            if claim is Claim.FREED:
                self._load_or_unknown()
                continue
            lost += 1
            if lost > 1:
                # Who has waited longest waits least, or a busy log would starve somebody.
                self._sleep(self._random.uniform(0, 0.02 / lost))
            self.refresh()

    def upgrade(self, steps: Sequence[Step]) -> None:
        """Take the steps that lead to the newest format, each as one commit that happens once.

        Raises:
            StorageError: the log does not answer or cannot be written; what is left is done another time.
        """
        while self.state.format <= len(steps):
            following = self.state.format + 1
            at = datetime.fromtimestamp(self._now(), UTC)
            change = steps[following - 2](self.state.team)
            numbered, numbers = self.state.numbered(
                change.signed("tagwerk", at, f"upgraded the team to format {following}")
            )
            client = f"upgrade-{following}"
            commit = Commit(self.state.number + 1, client, 1, numbered, numbers, format=following)
            record = encode(commit, self.state.epoch)
            claim = self._log.append(commit.number, record)
            if claim is Claim.WON:
                self._follow(decode(record))
            elif claim is Claim.FREED:
                self._load_or_unknown()
            else:
                self.refresh()

    def history(self) -> Sequence[Commit]:
        """Every commit from the first on, read from the log: slow, for workers only."""
        return [decode(record) for record in self._log.history(self.state.number)]

    def _prepared(
        self, change: Change, wishes: Collection[tuple[str, int]]
    ) -> tuple[Change, Mapping[tuple[str, int], int]] | None:
        """The change on top of the newest state, and its new documents' numbers; `None`: nothing is left."""
        rebased = rebase(change, self.state.team.tables)
        if not rebased:
            return None
        numbered, numbers = self.state.numbered(rebased, wishes)
        check(self.state.team.apply(numbered), numbered)
        return numbered, numbers

    def _known(self, client: str, sequence: int, change: Change) -> Commit:
        """What we never got the answer for, as far as the state remembers it."""
        mark = self.state.clients[client]
        numbers = dict(mark.numbers) if mark.sequence == sequence else {}
        return Commit(mark.number, client, sequence, change.renumbered(numbers), numbers)

    def _follow(self, commit: Commit) -> Touched:
        _expect(self.state.number + 1, commit)
        again = self.state.knows(commit.client, commit.sequence)
        self.state = self.state.advance(commit)
        self._news |= commit.change.touched()
        self.recent.append(commit)
        if commit.number % CHECKPOINT_EVERY == 0:
            self.due_checkpoints.append(self.state)
        return frozenset() if again else commit.change.touched()

    def _left_behind(self) -> bool:
        self._asked_at = self._now()
        self._log.verify()
        return self._log.covers(self.state.number + 1)

    def _load_or_unknown(self) -> None:
        """After a claim of a freed number: only the state knows whether the commit counts."""
        try:
            self.state = self._load()
        except StorageError as error:
            raise Unknown("The folder stopped answering within a change; it is tried again.") from error

    def _load(self) -> State:
        """The newest readable checkpoint and the records after it; when that fails, all stays as it was."""
        state = self._newest_readable()
        commits = [decode(record) for record in self._log.read_after(state.number)]
        self._log.expect_end(state.number + len(commits))
        for number, commit in enumerate(commits, state.number + 1):
            _expect(number, commit)
        self.state, self._all_new = state, True
        self.recent.clear()
        self.due_checkpoints.clear()
        for _, run in groupby(commits, lambda commit: (commit.number - 1) // CHECKPOINT_EVERY):
            self.state = self.state.advance(*run)
            if self.state.number % CHECKPOINT_EVERY == 0:
                self.due_checkpoints.append(self.state)
        self.recent.extend(commits)
        self._seen_at = self._asked_at = self._now()
        return self.state

    def _newest_readable(self) -> State:
        number, problem = self._log.newest_checkpoint(), None
        while number >= 0:
            try:
                state = State.from_bytes(self._log.load_checkpoint(number))
            except Damaged as error:
                problem, number = problem or error, number - CHECKPOINT_EVERY
                continue
            if state.epoch != self._log.epoch:
                raise Damaged("A checkpoint belongs to another team's history; restore it from a backup.")
            return state
        raise problem or Damaged("The log has no checkpoint.")


def _expect(number: int, commit: Commit) -> None:
    if commit.number != number:
        raise Damaged(f"Commit {commit.number} follows {number - 1} in the log; restore a backup.")
