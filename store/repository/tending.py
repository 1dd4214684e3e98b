"""What has to be done now and then by whoever is running: publish, keep checkpoints, compact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from store.change import Change
from store.errors import Clash, Damaged, Refused
from store.log.protocol import CHECKPOINT_EVERY, Log
from store.log.record import decode
from store.log.state import State
from store.merge import rebase
from store.publish import Found, Publisher, Sight, foreign_change, read_tables
from store.repository.shared import Shared
from store.team import Team

_OWN_DELAY = 2.0
"""Seconds from our last commit to publishing; so a burst of keys is published once."""
_AT_LATEST = 6.0
"""Seconds from the first unpublished commit of ours."""
_OTHERS_DELAY = 9.0
"""Seconds after which we publish for somebody who did not."""
_LOOK_EVERY = 4.0
"""Seconds between two looks at team.json."""
_BROKEN_FOR = 3.0
"""Seconds a file must stay broken: a program that writes in place leaves it torn for a moment."""
_CHECKPOINT_FOR_OTHERS = 30.0
_TRIM_AFTER, _TRIM_EVERY = 600.0, 6 * 3600.0
_KEEP_RECORDS = 7 * 86_400.0
_KNOWN_STATES = 8


class Tending:
    """Keeps team.json and the log in order. For the same thread as its `Shared`."""

    def __init__(
        self,
        shared: Shared,
        log: Log,
        publisher: Publisher,
        submit: Callable[[Change], None],
        now: Callable[[], float],
    ) -> None:
        self._shared = shared
        self._log = log
        self._publisher = publisher
        self._submit = submit
        self._now = now
        self._published: dict[int, Team] = {}
        self._broken_since: float | None = None
        self._looked_at = float("-inf")
        self._found = Found(Sight.MISSING)
        self._ours_first: float | None = None
        self._ours_last = 0.0
        self._behind_since: float | None = None
        self._trim_at = now() + _TRIM_AFTER
        self._checkpoint_at: float | None = None
        self.reports: list[str] = []
        """Sentences for people about what was found and done."""

    def committed(self) -> None:
        """We have just committed, so we are the ones to publish."""
        self._ours_last = self._now()
        self._ours_first = self._ours_first or self._ours_last

    def tend(self) -> None:
        """Do what is due.

        Raises:
            StorageError: the place does not answer; it is done another time.
        """
        self._keep_checkpoints()
        if self._now() - self._looked_at >= _LOOK_EVERY or self._is_due():
            self._look()
        if self._is_due():
            self.publish()
        if self._now() >= self._trim_at:
            self._trim_at = self._now() + _TRIM_EVERY
            self._log.trim(_KEEP_RECORDS)

    def publish(self) -> None:
        """Bring team.json up to the newest state, after taking in what others wrote into it.

        Raises:
            StorageError: the place does not answer.
        """
        if self._found.sight is Sight.OURS and self._found.number >= self._shared.state.number:
            self._ours_first = self._behind_since = None
            return
        state = self._shared.state
        displaced = self._publisher.publish(state, self._found)
        self._remember(state)
        self._ours_first = self._behind_since = None
        self._found = Found(Sight.OURS, state.number)
        if displaced is not None:
            self._take_in(displaced)

    def finish(self) -> None:
        """Before leaving: publish what nobody has published yet, and keep due checkpoints.

        Raises:
            StorageError: the place does not answer.
        """
        self._checkpoint_at = float("-inf")
        self._keep_checkpoints()
        self._look()
        self.publish()

    def _is_due(self) -> bool:
        now = self._now()
        if self._ours_first is not None:
            return now - self._ours_last >= _OWN_DELAY or now - self._ours_first >= _AT_LATEST
        return self._behind_since is not None and now - self._behind_since >= _OTHERS_DELAY

    def _look(self) -> None:
        """See what team.json is, and take in what another program wrote."""
        self._looked_at = self._now()
        found = self._publisher.look()
        if found.sight is Sight.BROKEN:
            self._set_aside(found)
            return
        self._broken_since = None
        if found.sight is Sight.CHANGED and found.content != self._found.content:
            self._take_in(found)
        self._found = found
        behind = found.sight is not Sight.OURS or found.number < self._shared.state.number
        self._behind_since = (self._behind_since or self._now()) if behind else None
        if found.sight in (Sight.MISSING, Sight.CHANGED):
            self._behind_since = float("-inf")

    def _set_aside(self, found: Found) -> None:
        self._broken_since = self._broken_since or self._now()
        if self._now() - self._broken_since < _BROKEN_FOR:
            return
        kept = self._publisher.keep_aside(found.content, "damaged", self._clock())
        self.reports.append(f"team.json was damaged; it is kept as {kept.name} and was written anew.")
        self._broken_since = None
        self._found, self._behind_since = Found(Sight.MISSING), float("-inf")

    def _take_in(self, found: Found) -> None:
        """Commit what another program wrote, merged like anybody's change."""
        base = self._team_at(found.number)
        try:
            if base is None:
                raise Refused("it was edited on the basis of a state that is too old to be compared with")
            change, problems = foreign_change(base, read_tables(found.content), self._clock())
            change = self._with_free_numbers(change)
            rebase(change, self._shared.state.team.tables)
        except (Clash, Refused) as error:
            kept = self._publisher.keep_aside(found.content, "refused", self._clock())
            self.reports.append(f"An edit of team.json was not taken ({error}); it is kept as {kept.name}.")
            return
        if problems:
            kept = self._publisher.keep_aside(found.content, "refused", self._clock())
            self.reports.append(
                f"Not all of an edit of team.json was taken ({problems[0]}); it is kept as {kept.name}."
            )
        if change:
            self._submit(change)

    def _with_free_numbers(self, change: Change) -> Change:
        """Let new documents keep the numbers that the other program gave them, where those are free."""
        state = self._shared.state
        free = {
            (edit.table, edit.id): -edit.id
            for edit in change.edits
            if edit.before is None and edit.id < 0 and -edit.id >= state.next_ids.get(edit.table, 1)
        }
        return change.renumbered(free)

    def _team_at(self, number: int) -> Team | None:
        """The team as it was published as commit `number`, or `None` when that is too long ago."""
        if number == self._shared.state.number:
            return self._shared.state.team
        if number in self._published:
            return self._published[number]
        try:
            return self._replayed(number)
        except Damaged:
            return None

    def _replayed(self, number: int) -> Team | None:
        start = number // CHECKPOINT_EVERY * CHECKPOINT_EVERY
        state = State.from_bytes(self._log.load_checkpoint(start))
        for record in self._log.read_after(start):
            if state.number >= number:
                break
            state = state.advance(decode(record))
        return state.team if state.number == number else None

    def _remember(self, state: State) -> None:
        self._published[state.number] = state.team
        while len(self._published) > _KNOWN_STATES:
            del self._published[next(iter(self._published))]

    def _keep_checkpoints(self) -> None:
        due = self._shared.due_checkpoints
        if not due:
            self._checkpoint_at = None
            return
        if self._checkpoint_at is None:
            # Who made the commit writes the checkpoint; the others come in only if that does not happen.
            wait = 0.0 if self._ours_first is not None else _CHECKPOINT_FOR_OTHERS
            self._checkpoint_at = self._now() + wait
        if self._now() < self._checkpoint_at:
            return
        self._checkpoint_at = None
        while due:
            if not self._log.covers(due[0].number):
                self._log.put_checkpoint(due[0].number, due[0].to_bytes())
            due.pop(0)

    def _clock(self) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC)
