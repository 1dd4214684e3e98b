"""This week's question of the pulse, as the app knows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from store.culture.asking import has_answered, monday_of
from store.culture.pulse import THANKS
from store.errors import Refused, TagwerkError
from store.models import PulseQuestion
from store.repository.pulse import Pulse
from store.team import Team
from tui.delivery import PulseNews, Status


class Around(Protocol):
    """The app, as far as it is needed here."""

    @property
    def team(self) -> Team:
        """The snapshot to show."""

    @property
    def person(self) -> str:
        """Login of the person who is asked."""

    @property
    def today(self) -> date:
        """The day it is for the team."""

    @property
    def status(self) -> Status:
        """How it stands with the folder."""

    def tell(self, sentence: str) -> None:
        """Tell a person something."""

    def refuse(self, error: TagwerkError) -> None:
        """Tell a person why something was not done."""


class PulseDesk:
    """Knows whether the person has answered; what she says goes by, and is kept nowhere."""

    def __init__(self, place: Around, send: Callable[[str, int, str], None]) -> None:
        """`send` gives an answer to the thread that talks to the folder."""
        self._place = place
        self._send = send
        self._is_on_its_way = False
        self.known: Pulse | None = None
        """What was found beside the log; `None`: nothing yet."""
        self.on_change: Callable[[], None] = lambda: None
        """Called when it stands differently."""

    @property
    def question(self) -> PulseQuestion | None:
        """What is asked this week; `None`: nothing, or it is not known yet."""
        known = self.known
        return known.question if known is not None and known.week == monday_of(self._place.today) else None

    @property
    def open_question(self) -> PulseQuestion | None:
        """The same as long as the person has not answered it."""
        known, place = self.known, self._place
        is_done = known is None or place.person in known.answered or self._is_on_its_way
        if is_done or place.person not in place.team.members:
            return None
        week = monday_of(place.today)
        return None if has_answered(place.team, place.person, week) else self.question

    @property
    def told(self) -> int:
        """How many have answered this week; 0 while they are too few to be told."""
        return self.known.told if self.known is not None and self.question is not None else 0

    @property
    def is_first(self) -> bool:
        """Whether nobody has answered this week, as far as is known."""
        return self.known is not None and not self.known.answered

    def answer(self, score: int, sentence: str = "") -> None:
        """Send an answer; a sentence tells the person what became of it.

        Raises:
            Refused: she has answered, nothing is asked, or the folder does not answer: it would not wait.
        """
        status = self._place.status
        if status.loading or status.sentence or status.offline_since or status.stopped:
            raise Refused(
                "The folder cannot be written now, and an answer is kept nowhere else; try it again later."
            )
        if self.open_question is None:
            raise Refused("There is nothing to answer: you have done so, or nothing is asked this week.")
        self._is_on_its_way = True
        self._send(self._place.person, score, sentence)

    def hear(self, news: PulseNews | None) -> None:
        """The thread has something to tell."""
        if news is None:
            return
        if news.pulse is not None:
            self.known = news.pulse
        if news.is_answer:
            self._is_on_its_way = False
            if news.error is not None:
                self._place.refuse(news.error)
            else:
                self._place.tell(THANKS)
        self.on_change()
