"""What has to be done now and then by whoever is running: publish, keep checkpoints, compact, back up."""

from __future__ import annotations

from collections.abc import Callable

from store.backup import Shelf
from store.log.protocol import Log
from store.publish import Found, Publisher, Sight
from store.repository.backing_up import DailyBackup
from store.repository.intake import Intake
from store.repository.schedule import Schedule
from store.repository.shared import Shared

_LOOK_EVERY = 4.0
"""Seconds between two looks at team.json."""
_BROKEN_FOR = 3.0
"""Seconds a file must stay broken: a program that writes in place leaves it torn for a moment."""
_CHECKPOINT_FOR_OTHERS = 30.0
_TRIM_AFTER, _TRIM_EVERY = 600.0, 6 * 3600.0
_KEEP_RECORDS = 7 * 86_400.0
_LAST_ROUNDS = 10


class Tending:
    """Keeps team.json and the log in order. For the same thread as its `Shared`."""

    def __init__(
        self,
        shared: Shared,
        log: Log,
        publisher: Publisher,
        now: Callable[[], float],
        shelf: Shelf | None = None,
    ) -> None:
        self._shared = shared
        self._log = log
        self._publisher = publisher
        self._now = now
        self._schedule = Schedule(now)
        self._intake = Intake(shared, log, publisher, now, self._schedule.committed)
        self._found = Found(Sight.MISSING)
        self._looked_at = float("-inf")
        self._broken_since: float | None = None
        self._trim_at = now() + _TRIM_AFTER
        self._checkpoint_at: float | None = None
        self._backup = DailyBackup(shelf, log, now) if shelf else None
        self._has_committed = False

    def take_reports(self) -> tuple[str, ...]:
        """Sentences for people about what was found and done since this was last asked."""
        reports, self._intake.reports = tuple(self._intake.reports), []
        return reports

    def committed(self, number: int) -> None:
        """We have just made a commit, so we are the ones to publish it."""
        self._has_committed = True
        self._schedule.committed(number)

    def tend(self) -> None:
        """Do what is due.

        Raises:
            StorageError: the place does not answer; it is done another time.
        """
        self._keep_checkpoints()
        self._schedule.saw(self._shared.state.number)
        if self._now() - self._looked_at >= _LOOK_EVERY or self._schedule.is_due:
            self._look(_BROKEN_FOR)
        if self._schedule.is_due:
            self._publish()
        if self._now() >= self._trim_at:
            self._trim_at = self._now() + _TRIM_EVERY
            self._publisher.displaced.adopt(self._now())
            self._log.trim(_KEEP_RECORDS)
        if self._backup is not None:
            self._backup.tend(self._shared.state)

    def finish(self) -> None:
        """Before leaving: publish what nobody has published yet, and keep due checkpoints.

        Raises:
            StorageError: the place does not answer.
        """
        self._checkpoint_at = float("-inf")
        self._keep_checkpoints()
        self._look(_BROKEN_FOR)
        self._publish()
        self._publisher.displaced.wait_until_whole()
        self._take_in_displaced()
        self._publish_last()
        self._publisher.displaced.forget()
        if self._backup is not None and self._has_committed:
            # Where people only ever call the command line, nobody else would do it.
            self._backup.look(self._shared.state)

    def _publish_last(self) -> None:
        """Publish, and again when somebody committed meanwhile.

        Whoever left while we wrote has published a newer state, and we may have put our older one over it.
        With nobody left to notice, it would stay. Where others commit all the time, they are still there.
        """
        for _ in range(_LAST_ROUNDS):
            self._publish()
            before = self._shared.state.number
            self._shared.refresh()
            if self._shared.state.number == before:
                return

    def _publish(self) -> None:
        """Bring team.json up to the newest state, unless it is that already or must not be touched yet."""
        state = self._shared.state
        is_newest = self._found.sight is Sight.OURS and self._found.number == state.number
        if is_newest or self._broken_since is not None:
            return
        self._log.verify()
        self._publisher.publish(state, self._now())
        self._found = Found(Sight.OURS, state.number)
        self._schedule.published(state.number)

    def _look(self, patience: float) -> None:
        """See what team.json is, and take in what another program wrote."""
        self._take_in_displaced()
        found = self._publisher.look()
        if found.sight in (Sight.BROKEN, Sight.EMPTY) and not self._is_broken_for_good(patience):
            return
        self._broken_since = None
        if found.sight not in (Sight.OURS, Sight.MISSING):
            # Not ours because another team lives here now? Then nothing of it is touched.
            self._log.verify()
        if found.sight is Sight.BROKEN:
            self._intake.set_aside(found, "damaged", "team.json was damaged")
        elif found.sight is Sight.EMPTY:
            self._intake.reports.append("team.json was empty and was written anew.")
        elif found.sight is Sight.STRANGE:
            self._intake.set_aside(found, "refused", "team.json was replaced by a file of another program")
        elif found.sight is Sight.CHANGED:
            self._intake.take_in(found)
        if found.sight is Sight.OURS and not self._is_ahead(found.number):
            self._schedule.published(found.number)
        else:
            self._schedule.at_once()
        self._found, self._looked_at = found, self._now()

    def _is_ahead(self, number: int) -> bool:
        """Whether the file claims a commit that there is not: the log went back to a backup."""
        if number > self._shared.state.number:
            self._shared.refresh()
        return number > self._shared.state.number

    def _take_in_displaced(self) -> None:
        for found in self._publisher.displaced.edits():
            self._intake.take_in(found)
        self._publisher.displaced.forget(self._now())

    def _is_broken_for_good(self, patience: float) -> bool:
        if self._broken_since is None:
            self._broken_since = self._now()
        return self._now() - self._broken_since >= patience or self._publisher.age() >= patience

    def _keep_checkpoints(self) -> None:
        due = self._shared.due_checkpoints
        if not due:
            self._checkpoint_at = None
            return
        if self._checkpoint_at is None:
            # Who made the commit writes the checkpoint; the others come in only if that does not happen.
            wait = 0.0 if self._schedule.is_own_due else _CHECKPOINT_FOR_OTHERS
            self._checkpoint_at = self._now() + wait
        if self._now() < self._checkpoint_at:
            return
        self._checkpoint_at = None
        while due:
            if not self._log.covers(due[0].number):
                self._log.put_checkpoint(due[0].number, due[0].to_bytes())
            due.pop(0)
