"""The thread that talks to the team's folder, so that a slow drive never holds up a key."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from store.change import Change
from store.errors import (
    Damaged,
    Full,
    ReadOnly,
    Refused,
    Replaced,
    StorageError,
    TagwerkError,
    TooNew,
    Unreachable,
)
from store.presence import Person, Presence, Where
from store.repository import Committed, Parked, Repository
from store.repository.shared import Touched
from store.team import Team
from tui.answering import Answering
from tui.delivery import Delivery, Obstacle, PulseNews, Settled, Status
from tui.opening import Open

_OFFLINE_PAUSE = 2.0
"""Seconds between two tries while the folder does not answer."""
_OFFER_WITHIN = 120.0
"""Seconds that a worker waits for a commit: a drive may take as long before it says that it is gone."""
_LEAVE_WITHIN = 5.0
"""Seconds that leaving waits for the drive; what is not committed then stays on this machine."""


class Connection:
    """Owns the repository. `deliver` is called from its thread."""

    _repository: Repository

    def __init__(
        self,
        source: Repository | Open,
        deliver: Callable[[Delivery], None],
        presence: Presence | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """With what opens a repository instead of one, `open` has to be called before all else."""
        self._open: Open | None = None
        if isinstance(source, Repository):
            self._repository = source
        else:
            self._open = source
        self._may_follow = threading.Event()
        self._deliver = deliver
        self._presence = presence
        self._people: tuple[Person, ...] = ()
        self._queue: queue.SimpleQueue[Callable[[Repository], None] | None] = queue.SimpleQueue()
        # A change must have its ticket before it is settled. Never held while the folder is asked.
        self._adding = threading.Lock()
        self._tickets: dict[int, int] = {}
        self._status = Status()
        self._answers = Answering(now)
        self._untended = ""
        self._stopping = False
        # A daemon: a call that hangs on a dead mount must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="tagwerk-folder", daemon=True)

    @property
    def is_open(self) -> bool:
        """Whether there is a repository."""
        return self._open is None

    def open(self) -> None:
        """Open the folder, where that is still to be done; a delivery brings all that is in it."""
        if not self.is_open and self._thread.ident is None:
            self._thread.start()

    def start(self) -> None:
        """Begin to follow the folder."""
        self._may_follow.set()
        if self._thread.ident is None:
            self._thread.start()

    def send(self, ticket: int, change: Change) -> None:
        """Put down a change on this machine, and have it committed in its turn.

        It is put down before this returns: the thread may hang in a call for as long as the drive does, and
        what is on the screen must survive a kill.

        Raises:
            Refused: this machine cannot keep it.
        """
        try:
            with self._adding:
                self._tickets[self._repository.submit(change)] = ticket
        except StorageError as error:
            raise Refused(f"Not done, for this machine could not keep it: {error}") from error
        self._queue.put(_nothing)

    def decide(self, client: str, sequence: int) -> None:
        """A parked change has been decided on."""
        self._queue.put(lambda repository: repository.decide(client, sequence))

    @property
    def newest(self) -> Team | None:
        """The newest snapshot of the folder, for any thread; `None` while it cannot be worked with."""
        if not self.is_open or self._status.sentence or self._repository.newer is not None:
            return None
        return self._repository.team

    def offer(self, change: Change) -> None:
        """Have a change committed that is made again where that fails, and wait for it; for a worker thread.

        Raises:
            Clash, Refused: it stands against others' work and was not written.
            StorageError: it cannot be written now.
        """
        answers: queue.SimpleQueue[TagwerkError | None] = queue.SimpleQueue()
        self._queue.put(lambda repository: answers.put(_offered(repository, change)))
        try:
            problem = answers.get(timeout=_OFFER_WITHIN)
        except queue.Empty:
            # It may yet be done; who makes it again finds out.
            raise Unreachable("The folder does not answer.") from None
        if problem is not None:
            raise problem

    def here(self, where: Where, *, closely: bool = False) -> None:
        """Tell the others where this person is; with `closely` they are looked for more often."""
        if self._presence is not None:
            self._presence.say(where, closely=closely)
            self._queue.put(_nothing)

    def answer(self, person: str, score: int, sentence: str) -> None:
        """Put a person's answer to the pulse to the others'; a delivery tells what became of it."""
        self._queue.put(lambda _: self._deliver_pulse(self._answers.answer(person, score, sentence)))

    def stop(self, within: float = _LEAVE_WITHIN) -> bool:
        """Commit and publish what is left, and end; whether all of it is in the folder now."""
        if not self.is_open:
            # Nothing was done yet. The drive may not even answer, and nobody has to wait for it.
            return True
        self._queue.put(None)
        self.start()  # the app may end before its first frame
        self._thread.join(within)
        return not self._thread.is_alive() and not self._status.waiting

    def _run(self) -> None:
        if self._open is not None and not self._is_opened_by(self._open):
            return
        self._may_follow.wait()
        try:
            self._follow()
        except Exception as error:  # noqa: BLE001 - whatever it is, a person must not work on unaware of it
            sentence = f"Nothing can be saved any more ({error}). Start Tagwerk again."
            self._status = replace(
                self._status, offline_since=datetime.now(UTC), stopped=True, sentence=sentence
            )
            self._deliver(Delivery(self._repository.team, status=self._status))

    def _is_opened_by(self, open_folder: Open) -> bool:
        try:
            opened = open_folder()
        except Exception as error:  # noqa: BLE001 - it ends the app, which raises it in its own thread
            self._deliver(Delivery(Team(), failure=error))
            return False
        self._repository, self._presence = opened.repository, opened.presence
        self._open = None
        team = self._repository.team
        # Sorting all cards takes a while, and only this thread has the time.
        assert team.index
        status = Status(self._repository.waiting)
        number = self._repository.number
        self._deliver(Delivery(team, None, status=status, number=number, person=opened.person))
        return True

    def _follow(self) -> None:
        for parked in self._repository.parked:
            with self._adding:
                self._repository.reconsider(parked)
        while not self._stopping:
            self._cycle()
            self._take(self._pause())
        self._cycle()
        self._repository.close()
        if self._presence is not None:
            self._presence.leave()

    def _pause(self) -> float:
        return _OFFLINE_PAUSE if self._status.sentence else self._repository.pause()

    def _take(self, pause: float) -> None:
        """Wait for the next wish; take all that are there."""
        try:
            wish = self._queue.get(timeout=pause)
            while True:
                self._grant(wish)
                wish = self._queue.get_nowait()
        except queue.Empty:
            return

    def _grant(self, wish: Callable[[Repository], None] | None) -> None:
        if wish is None:
            self._stopping = True
        else:
            wish(self._repository)

    def _cycle(self) -> None:
        problem: StorageError | None = None
        settled: tuple[Settled, ...] = ()
        touched: Touched | None = frozenset()
        if self._repository.waiting and not self._status.stopped:
            flushed = self._repository.flush()
            problem = flushed.problem
            settled = tuple(map(self._settled, flushed.outcomes))
        answers = True
        try:
            touched = self._repository.refresh()
        except StorageError as error:
            answers, problem = False, problem or error
        self._tell(touched, settled, problem, answers=answers)
        if problem is None:
            self._tend()
        if answers:
            self._look_around()
            self._deliver_pulse(self._answers.look(self._repository))

    def _look_around(self) -> None:
        """See who else is here, after everything that matters more."""
        people = self._presence.look() if self._presence is not None else ()
        if people is not self._people:
            self._people = people
            self._deliver(Delivery(self._repository.team, status=self._status, people=people))

    def _deliver_pulse(self, news: PulseNews | None) -> None:
        if news is not None:
            self._deliver(Delivery(self._repository.team, status=self._status, pulse=news))

    def _tend(self) -> None:
        try:
            self._repository.tend()
            untended = ""
        except (Replaced, Damaged, TooNew) as error:
            self._tell(frozenset(), (), error)
            untended = ""
        except StorageError as error:
            # Changes come and go all the same: it is told, but the folder is not called offline for it.
            untended = str(error)
        reports = self._repository.reports
        if untended and untended != self._untended:
            reports = (*reports, untended)
        self._untended = untended
        if reports:
            self._deliver(Delivery(self._repository.team, status=self._status, reports=reports))

    def _settled(self, outcome: Committed | Parked) -> Settled:
        if outcome.client != self._repository.client:
            return Settled(None, outcome)
        with self._adding:
            return Settled(self._tickets.pop(outcome.sequence, None), outcome)

    def _tell(
        self,
        touched: Touched | None,
        settled: tuple[Settled, ...],
        problem: StorageError | None,
        *,
        answers: bool = False,
    ) -> None:
        status = self._judged(problem, answers)
        if settled or touched is None or touched or status != self._status:
            self._status = status
            news = self._repository.take_news()
            team, number = self._repository.team, self._repository.number
            self._deliver(Delivery(team, touched, settled, status, news=news, number=number))

    def _judged(self, problem: StorageError | None, answers: bool) -> Status:
        waiting = self._repository.waiting
        if problem is None:
            return replace(self._status, waiting=waiting) if self._status.stopped else Status(waiting)
        if answers and not self._status.stopped and isinstance(problem, ReadOnly | Full):
            obstacle = Obstacle.FULL if isinstance(problem, Full) else Obstacle.READ_ONLY
            return Status(waiting, obstacle=obstacle, sentence=str(problem))
        since = self._status.offline_since or datetime.now(UTC)
        stopped = self._status.stopped or isinstance(problem, Replaced | Damaged | TooNew)
        return Status(waiting, since, stopped, sentence=str(problem))


def _nothing(_: Repository) -> None:
    """A wish that only wakes the thread."""


def _offered(repository: Repository, change: Change) -> TagwerkError | None:
    """Why a change could not be committed; `None`: it is."""
    try:
        repository.offer(change)
    except TagwerkError as error:
        return error
    return None
