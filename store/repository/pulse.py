"""Answering the pulse, and putting the answers into the log once they are enough."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from store.change import Change
from store.culture.asking import has_answered, monday_of, question_of
from store.culture.pulse import (
    DROPPED_AFTER,
    LONGEST,
    SCORES,
    Answers,
    as_sentence,
    due,
    fresh,
)
from store.errors import Clash, Damaged, Refused, Unknown
from store.models import PulseQuestion
from store.pulse.box import PulseBox
from store.repository.repository import Repository
from store.rules.membership import refuse_outsider
from store.rules.words import quoted

_BY = "tagwerk"
"""Who puts answers together: nobody's login, for it says nothing about who answered."""
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


class PulseKeeper:
    """One program's hand on the boxes. For the thread that talks to the folder."""

    def __init__(self, repository: Repository, today: Callable[[], date] | None = None) -> None:
        """`today` is the day that it is for the team, where a test or a call says so."""
        self._repository = repository
        self._today = today or (lambda: repository.team.today(datetime.now(UTC)))
        self._broken: set[date] = set()
        """Weeks whose box cannot be read."""
        self._known: dict[date, tuple[int, Answers | None]] = {}
        """The newest sum that was read of each week, which never changes under its number."""

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
        words = as_sentence(sentence)
        if score not in SCORES:
            raise Refused(f"{quoted(score)} is no answer; say a number from 1 to 5.")
        if len(words) > LONGEST:
            raise Refused(f"That is too long: {len(words)} characters, and {LONGEST} is the most.")
        if question_of(team, week) is None:
            raise Refused("Nothing is asked this week; who leads a role adds a question.")
        for _ in range(_TRIES):
            if self._is_added(box, week, person, score, words):
                self._settle(box, week)
                return self._pulse()
        raise Unknown("Others are answering at the same time; try once more.")

    def _is_added(self, box: PulseBox, week: date, person: str, score: int, words: str) -> bool:
        """Whether the answer is in; `False`: somebody came between."""
        number, waiting = self._newest(box, week)
        team = self._repository.team
        asked = question_of(team, week)
        if has_answered(team, person, week) or (waiting is not None and person in waiting.people):
            raise Refused("You have answered this week; there is another question on Monday.")
        left = fresh(team, week, waiting) if waiting is not None else None
        # Whoever answered first has fixed the question.
        before = left if left is not None and left.people else Answers(asked.id if asked else 0)
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
        today = self._today()
        if waiting is not None:
            left = fresh(self._repository.team, week, waiting)
            batch = due(self._repository.team, week, left, today)
            if batch is not None:
                label = "put answers to the pulse together"
                # The log has no more of the time than the day.
                at = datetime.combine(today, datetime.min.time(), UTC)
                change = Change.insert("pulse_batches", replace(batch, id=-1), label).signed(_BY, at)
                try:
                    self._repository.commit_for_all(f"pulse-{os.urandom(6).hex()}", change)
                except (Clash, Refused):
                    self._repository.catch_up()
                left = fresh(self._repository.team, week, waiting)
            if left.people:
                return
            box.cut(week, number)
            self._known[week] = number, None
        if today >= week + DROPPED_AFTER:
            box.remove(week)
            self._known.pop(week, None)

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
        return Pulse(week, asked, frozenset(people))
