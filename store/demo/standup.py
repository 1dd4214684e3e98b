"""The stand-ups of the demo: ten rounds, and what people wrote for them and for today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from store.demo.calendar import Calendar
from store.demo.shop import PEOPLE, VIEWER
from store.demo.standup_cards import CardNews
from store.demo.standup_more_words import BACK_SAID
from store.demo.standup_rounds import LEARNED, ROUNDS
from store.demo.standup_story import Said
from store.demo.standup_words import FRONT_SAID

PLAYED, TOLD = 2, 3
"""Rounds whose updates, and whose course, are in the history; what is older stands in the genesis."""
BEGINS = 60
"""Minutes after the shop opens at which a round begins: 9:30."""
LASTS = 18
"""Minutes after which a round is over."""
_DAY = 9 * 60
"""Minutes of a working day."""
_EARLY = ("elif", "kofi", "dario", "tomasz")
"""Who has written something for today."""
_LATE = "sam"
"""Who writes while the others speak; in London it is an hour earlier."""
_MEMORY = 2.0
"""Working days of which an update tells at most."""
_SAID = FRONT_SAID | BACK_SAID

StandupKind = Literal["update", "start", "hold", "end", "read"]


@dataclass(frozen=True, slots=True)
class StandupEvent:
    """One thing that somebody did in or for a stand-up."""

    ago: float
    """Working days ago."""
    kind: StandupKind
    by: str
    back: int
    """How many rounds ago; 0 is today's, which has not begun."""


@dataclass(frozen=True, slots=True)
class Told:
    """An update."""

    ago: float
    """Working days ago on which it was posted."""
    by: str
    back: int
    """How many rounds ago; 0: for today."""
    day: date
    done: str
    now: str
    blockers: str
    learned: str
    """What was said to the team's own question; empty: nothing."""


class Standups:
    """When the rounds were, and what was written for them."""

    def __init__(self, calendar: Calendar, cards: CardNews) -> None:
        self._calendar = calendar
        self.cards = cards
        self._places = {login: place for place, (login, *_) in enumerate(PEOPLE)}
        self._fridays = [back for back in range(len(ROUNDS) + 1) if self.day(back).weekday() == 4]
        self.told = {(one.by, one.back): one for login, *_ in PEOPLE for one in self._updates(login)}
        """Every update by login and by how many rounds ago."""

    def day(self, back: int) -> date:
        """The day of a round."""
        return self._calendar.workday(self._back(back)) if back else self._calendar.today

    def ago(self, back: int, minutes: float) -> float:
        """Working days ago of a time on the day of a round, in minutes after the shop opens."""
        return self._back(back) + 1 - minutes / _DAY

    def events(self) -> Iterator[StandupEvent]:
        """What belongs into the history, in no order."""
        for one in self.told.values():
            if one.back <= PLAYED:
                yield StandupEvent(one.ago, "update", one.by, one.back)
        for back in range(1, TOLD + 1):
            by = ROUNDS[back - 1].by
            yield StandupEvent(self.ago(back, BEGINS), "start", by, back)
            yield StandupEvent(self.ago(back, BEGINS + LASTS - 1), "hold", by, back)
            yield StandupEvent(self.ago(back, BEGINS + LASTS), "end", by, back)
        # On other days she has looked at all the news after the last round.
        if not self._calendar.is_begun:
            yield StandupEvent(self.ago(1, BEGINS + LASTS + 4), "read", VIEWER, 1)

    def _back(self, back: int) -> int:
        """The working day of a round, as the calendar counts them."""
        return back if self._calendar.is_begun else back - 1

    def _updates(self, login: str) -> Iterator[Told]:
        """What one person wrote, the oldest first."""
        last = self.ago(len(ROUNDS), 0) + 1
        for back in reversed(range(len(ROUNDS) + 1)):
            ago = self._posted(login, back)
            if ago is None:
                continue
            told = self._update(login, back, ago, min(last, ago + _MEMORY))
            if told.done or told.now or told.blockers:
                last = ago
                yield told

    def _update(self, login: str, back: int, ago: float, since: float) -> Told:
        said, cards = _SAID.get(login, {}).get(back, Said()), self.cards
        whole = f"{said.done}\n{said.now}\n{said.blockers}"
        done = [*cards.filled(said.done, ago), *cards.done(login, since, ago, whole)]
        now = cards.filled(said.now, ago, is_open=True) or list(cards.in_work(login, ago, whole))
        blockers = cards.filled(said.blockers, ago, is_open=True)
        blockers += cards.in_the_way(login, ago, whole)
        return Told(
            ago,
            login,
            back,
            self.day(back),
            "\n".join(done),
            "\n".join(now),
            "\n".join(blockers),
            self._learned(login, back),
        )

    def _learned(self, login: str, back: int) -> str:
        if back not in self._fridays:
            return ""
        friday = self._fridays.index(back)
        return LEARNED[friday].get(login, "") if friday < len(LEARNED) else ""

    def _posted(self, login: str, back: int) -> float | None:
        """When somebody wrote an update; `None`: she did not."""
        place = self._places[login]
        if not back:
            return self._for_today(_EARLY.index(login)) if login in _EARLY else None
        is_written = back in _SAID.get(login, {}) or (place * 5 + back * 3) % 10 < 3
        if not is_written:
            return None
        if login == _LATE:
            return self.ago(back, BEGINS + 5)
        return self.ago(back, 5 + (place * 5 + back * 3) % len(PEOPLE) * 3.8)

    def _for_today(self, place: int) -> float:
        """In the morning; where nobody works yet, in the evening before."""
        return self.ago(0, 9 + 8 * place) if self._calendar.is_begun else 0.05 - 0.01 * place
