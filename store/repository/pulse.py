"""Answering the pulse, and putting a week's answers into the log when it is over."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from store.change import Change
from store.culture.asking import has_answered, monday_of, question_of
from store.culture.pulse import (
    CLEARED_AFTER,
    CLOSES_AFTER,
    LEAST,
    LONGEST,
    SCORES,
    Answers,
    as_sentence,
    due,
    fresh,
    is_closed,
    why_not_asked,
)
from store.errors import Clash, Damaged, Refused, Unknown
from store.models import PulseQuestion
from store.pulse.box import PulseBox
from store.repository.repository import Repository
from store.rules.membership import refuse_outsider
from store.rules.words import quoted

_BY = "tagwerk"
"""Who puts answers together: nobody's login, for it says nothing about who answered."""
_OFF = 3600.0
"""Seconds by which this computer's clock may differ from the drive's; else its date may be wrong too."""
_TRIES = 50
"""Answers of others that may come between."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """What is known of the running week beside the log."""

    week: date
    question: PulseQuestion | None = None
    """What is asked; `None`: nothing."""
    answered: frozenset[str] = frozenset()
    """Logins of those whose answer waits, or is in a batch."""

    @property
    def told(self) -> int:
        """How many have answered; 0 while they are too few to be told."""
        return len(self.answered) if len(self.answered) >= LEAST else 0


class PulseKeeper:
    """One program's hand on the boxes. For the thread that talks to the folder."""

    def __init__(
        self,
        repository: Repository,
        today: Callable[[], date] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`today` is the day that it is for the team, where a test or a call says so.

        `clock` is this computer's: seconds since 1970 (UTC).
        """
        self._repository = repository
        self._clock = clock
        self._today = today or (lambda: repository.team.today(datetime.now(UTC)))
        self._broken: set[date] = set()
        """Weeks whose box cannot be read."""
        self._known: dict[date, tuple[int, Answers | None]] = {}
        """The newest sum that was read of each week, which never changes under its number."""
        self._tidied: dict[date, int] = {}
        """The number of each week before which all sums are cut down."""

    def look(self) -> Pulse:
        """Put together what is due, tidy up behind it, and say how it stands.

        Raises:
            StorageError: the folder does not answer; it is done another time.
        """
        if (box := self._repository.pulse) is not None:
            for week in box.weeks():
                if week not in self._broken:
                    self._settle_whole(box, week)
        return self._pulse()

    def answer(self, person: str, score: int, sentence: str = "") -> Pulse:
        """Put a person's answer to the others.

        Raises:
            Refused: nothing is asked, she has answered already, it is no answer, or she is not in the team.
            StorageError: the folder cannot be written now; the answer is not kept anywhere.
        """
        box = self._repository.pulse
        if box is None or self._repository.newer is not None:
            raise Refused(str(self._repository.newer or "Nobody can answer here."))
        self._repository.catch_up()
        team, week = self._repository.team, monday_of(self._today())
        refuse_outsider(team, person)
        if reason := why_not_asked(team, person):
            raise Refused(reason)
        words = as_sentence(sentence)
        if score not in SCORES:
            raise Refused(f"{quoted(score)} is no answer; say a number from 1 to 5.")
        if len(words) > LONGEST:
            raise Refused(f"That is too long: {len(words)} characters, and {LONGEST} is the most.")
        if question_of(team, week) is None:
            raise Refused("Nothing is asked this week; who leads a role adds a question.")
        if not self._knows_the_day(box):
            raise Refused(
                "This computer's clock and the drive's differ by more than an hour, so it is not sure which "
                "week it is; set the clock right and answer then."
            )
        for _ in range(_TRIES):
            if self._is_added(box, week, person, score, words):
                self._settle(box, week)
                return self._pulse()
        raise Unknown("Others are answering at the same time; try once more.")

    def _is_added(self, box: PulseBox, week: date, person: str, score: int, words: str) -> bool:
        """Whether the answer is in; `False`: somebody came between."""
        number, waiting = self._newest(box, week)
        # Only now: had it been cut before this, the batch that it went into is in the log.
        self._repository.catch_up()
        team = self._repository.team
        asked = question_of(team, week)
        if has_answered(team, person, week) or (waiting is not None and person in waiting.people):
            raise Refused("You have answered this week; there is another question on Monday.")
        if is_closed(team, week):
            raise Refused(
                "This week's answers are put together already; there is another question on Monday."
            )
        # Whoever answered first has fixed the question.
        before = waiting if waiting is not None else Answers(asked.id if asked else 0)
        new = before.added(person, score, words)
        try:
            return box.put(week, number + 1, new)
        except Unknown:
            _, there = self._newest(box, week)
            if there is not None and person in there.people:
                return True
            raise

    def _settle_whole(self, box: PulseBox, week: date) -> None:
        try:
            self._settle(box, week)
        except Damaged:
            # Whoever answers is told. It was tried for seconds, and is not again before the next start.
            self._broken.add(week)

    def _settle(self, box: PulseBox, week: date) -> None:
        """Make the week's batch if it is due; only what is in a batch is taken out of the box."""
        number, waiting = self._newest(box, week)
        if self._tidied.get(week) != number and box.cut(week, number - 1):
            self._tidied[week] = number
        today = self._today()
        is_old = today >= week + CLEARED_AFTER
        if today < week + CLOSES_AFTER or not (waiting or is_old) or not self._knows_the_day(box):
            return
        if waiting is not None:
            self._close(week, waiting, today)
            if fresh(self._repository.team, week, waiting).people:
                return
            box.cut(week, number)
            self._known[week] = number, None
        if is_old:
            box.remove(week)
            self._known.pop(week, None)

    def _close(self, week: date, waiting: Answers, today: date) -> None:
        """Put what waits into the log, unless somebody else has."""
        # What others have put together is not put together again.
        self._repository.catch_up()
        team = self._repository.team
        batch = due(team, week, fresh(team, week, waiting), today)
        if batch is None:
            return
        label = "put answers to the pulse together"
        # The log has no more of the time than the day.
        at = datetime.combine(today, datetime.min.time(), UTC)
        change = Change.insert("pulse_batches", replace(batch, id=-1), label).signed(_BY, at)
        try:
            self._repository.commit_for_all(f"pulse-{os.urandom(6).hex()}", change)
        except (Clash, Refused):
            self._repository.catch_up()

    def _knows_the_day(self, box: PulseBox) -> bool:
        """Whether this computer's clock can be believed."""
        return abs(box.server_time() - self._clock()) <= _OFF

    def _newest(self, box: PulseBox, week: date) -> tuple[int, Answers | None]:
        number = box.newest(week)
        known = self._known.get(week)
        if known is None or known[0] != number or number == 0:
            known = self._known[week] = number, box.read(week, number)
        return known

    def _pulse(self) -> Pulse:
        team, week = self._repository.team, monday_of(self._today())
        _, waiting = self._known.get(week, (0, None))
        people = set(waiting.people) if waiting is not None else set()
        people |= {login for login in team.members if has_answered(team, login, week)}
        asked = question_of(team, week)
        if waiting is not None and (first := team.find(PulseQuestion, waiting.question)):
            asked = first
        # With too few in the team nothing is asked of anybody.
        return Pulse(week, asked if len(team.members) >= LEAST else None, frozenset(people))
