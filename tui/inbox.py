"""All that concerns the person since she last looked, and what she has seen of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain, groupby
from typing import Protocol

from store.dropped.place import Stuck
from store.inbox.concerns import Concern, Kind, Seen, Thing, concerns, older_mentions, thing_of
from store.inbox.happenings import Happening, happenings
from store.inbox.items import Item, news
from store.phrases import quoted
from store.repository import Parked
from store.repository.reader import Lately
from store.repository.repository import MOST_NEWS
from store.team import Team
from tui.delivery import Delivery
from tui.mentions import Mentions
from tui.preferences import Keeper
from tui.pulse import PulseDesk
from tui.reading import Reading

_AT_FIRST = timedelta(days=3)
"""How far back one looks who has never looked before."""
_AT_MOST = timedelta(days=31)
"""How far back it is looked at all."""

LookUp = Callable[[int, datetime, Callable[[Lately | None], None]], None]
"""Reads what happened after a commit and since a moment, in a thread; `None`: it could not be read."""


class Undecided(Protocol):
    """Changes of the person's that stand against others' work."""

    @property
    def waiting(self) -> Sequence[Parked]:
        """What there is to decide on, oldest first."""


class Around(Protocol):
    """The app, as far as it is needed here."""

    @property
    def team(self) -> Team:
        """The snapshot to show."""

    @property
    def person(self) -> str:
        """Login of whose inbox it is."""

    @property
    def today(self) -> date:
        """The day it is for the team."""

    @property
    def mentions(self) -> Mentions:
        """Comments that name her and that she has not seen."""

    @property
    def reading(self) -> Reading:
        """What she has read of the news."""

    @property
    def deciding(self) -> Undecided:
        """Changes of hers that wait for her decision."""

    @property
    def pulse(self) -> PulseDesk:
        """This week's question."""

    def now(self) -> datetime:
        """The time (aware, UTC)."""

    def saw(self, task: int) -> None:
        """She has a card before her, with what was said on it."""


class Inbox:
    """Reads the history when it is first asked for, and keeps up with what others do from then on."""

    def __init__(self, place: Around, keeper: Keeper, look_up: LookUp, number: int) -> None:
        """`number` is that of the newest commit in the snapshot."""
        self._place = place
        self._keeper = keeper
        self._look_up = look_up
        self._done: dict[int, tuple[Happening, ...]] = {}
        """What others did, by the number of the commit."""
        self._newest = 0
        """Number of the newest commit of which it is known what happened in it."""
        self._shown = number
        """That of the newest commit in the snapshot: the history may have been read further."""
        self._opened: dict[Thing, datetime] = {}
        """What she has looked at while it was not known yet what happened to it, and when."""
        self._is_reading = False
        self.stuck: Callable[[], tuple[Stuck, ...]] = tuple
        """Files in the watched folder that could not be read, for who leads a role."""
        self.is_known = False
        """Whether everything is there that happened since she last looked."""
        self.is_out_of_reach = False
        """Whether the history could not be read when it was last tried."""

    # --- what is in it -----------------------------------------------------------------------------------

    def items(self) -> list[Item]:
        """What is owed, then what others did; also what she has seen of it since the app was started."""
        # Imported when somebody asks: how goals stand is worked out for it.
        from store.inbox.owing import Waiting, owed

        place = self._place
        clashes = [Waiting(name_of(one), one.change.label, one.change.at) for one in place.deciding.waiting]
        what_others_did = news(place.team, self._concerns(), self._seen())
        question = place.pulse.open_question
        files = [_unread(stuck, place.now()) for stuck in self.stuck()]
        owing = owed(place.team, place.person, place.today, clashes, question)
        return [*owing, *files, *what_others_did]

    def clash(self, name: str) -> Parked | None:
        """A change that waits for a decision; `None`: it does not any more."""
        return next((one for one in self._place.deciding.waiting if name_of(one) == name), None)

    # --- what happens ------------------------------------------------------------------------------------

    def look(self, then: Callable[[], None]) -> None:
        """Find out what happened since she last looked; `then` is called when something new is known."""
        if self.is_known or self._is_reading:
            return

        def read(lately: Lately | None) -> None:
            self._is_reading = False
            self.is_out_of_reach = lately is None
            if lately is not None:
                self._take(lately)
            then()

        self._is_reading, self.is_out_of_reach = True, False
        looked = self._keeper.preferences.looked
        self._look_up(looked, self._place.now() - (_AT_MOST if looked else _AT_FIRST), read)

    def hear(self, delivery: Delivery) -> None:
        """Others have done something; where not all of it is told, the history has to be read again."""
        self._shown = max(self._shown, delivery.number)
        for one in delivery.news:
            self._newest = max(self._newest, one.number)
            if found := happenings(one.number, one.change):
                self._done[one.number] = found
        if delivery.touched is None or len(delivery.news) >= MOST_NEWS:
            self.is_known = False

    # --- what was seen -----------------------------------------------------------------------------------

    def tick(self, things: Iterable[Thing]) -> None:
        """She has seen all that there is about these, here and wherever else it is marked."""
        wanted = frozenset(things)
        self._mark(self._last_of(wanted))
        for table, number in wanted:
            if table == "tasks":
                self._place.saw(number)
            elif table == "posts":
                self._place.reading.saw(number)
        # What was marked elsewhere only now holds nothing back any more.
        self._mark({})

    def saw(self, thing: Thing) -> None:
        """She has had something before her."""
        if not self.is_known:
            self._opened[thing] = self._place.now()
        last = self._last_of(frozenset({thing}))
        if last.get(thing, 0) > self._ticked().get(thing, self._keeper.preferences.looked):
            self._mark(last)

    # --- private -----------------------------------------------------------------------------------------

    def _take(self, lately: Lately) -> None:
        by_commit = groupby(lately.happenings, key=lambda one: one.number)
        self._done = {number: tuple(found) for number, found in by_commit} | self._done
        self._newest = max(self._newest, lately.up_to)
        self.is_known = True
        seen: dict[Thing, int] = {}
        for one in self._concerns():
            if one.thing in self._opened and one.happening.at <= self._opened[one.thing]:
                seen[one.thing] = max(one.happening.number, seen.get(one.thing, 0))
        self._opened.clear()
        self._mark(seen)

    def _mark(self, seen: dict[Thing, int]) -> None:
        """Keep what was seen: up to which commit it is everything, and of which things more than that."""
        ticked = {**self._ticked(), **seen}
        up_to = self._keeper.preferences.looked
        if self.is_known:
            known = Seen(self._place.reading.marks, up_to, ticked, frozenset(self._keeper.preferences.seen))
            left = {one.happening.number for one in self._concerns() if not known.has(one)} - {0}
            seen_all = min(self._newest, self._shown)
            up_to = max(up_to, min(seen_all, *(number - 1 for number in left)) if left else seen_all)
        kept = {f"{table}/{number}": at for (table, number), at in ticked.items() if at > up_to}
        self._keeper.prefer(looked=up_to, ticked=kept)

    def _last_of(self, things: frozenset[Thing]) -> dict[Thing, int]:
        """Number of the newest commit about each of these that concerns the person."""
        place, last = self._place, dict[Thing, int]()
        done = [one for one in self._all() if thing_of(place.team, one) in things]
        for concern in concerns(place.team, place.person, done, place.reading.marks):
            last[concern.thing] = max(concern.happening.number, last.get(concern.thing, 0))
        return last

    def _all(self) -> Iterator[Happening]:
        return chain.from_iterable(self._done.values())

    def _concerns(self) -> list[Concern]:
        place = self._place
        found = concerns(place.team, place.person, self._all(), place.reading.marks)
        waiting = place.mentions.unseen()
        return [*found, *older_mentions(place.team, waiting, place.reading.marks, found)]

    def _seen(self) -> Seen:
        own = self._keeper.preferences
        return Seen(self._place.reading.marks, own.looked, self._ticked(), frozenset(own.seen))

    def _ticked(self) -> dict[Thing, int]:
        split = ((name.partition("/"), at) for name, at in self._keeper.preferences.ticked.items())
        return {(table, int(number)): at for (table, _, number), at in split}


def _unread(stuck: Stuck, now: datetime) -> Item:
    sentence = f"{quoted(stuck.name)} in the inbox folder cannot be read: {stuck.why}"
    return Item(Kind.FILE, ("files", stuck.name), sentence, "", now, False)


def name_of(outcome: Parked) -> str:
    """What tells a change that waits for a decision from the others."""
    return f"{outcome.client}/{outcome.sequence}"
