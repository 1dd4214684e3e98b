"""When a person is told of something by bell or notification, and of what."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from store.inbox.concerns import Kind, Seen, concerns
from store.inbox.happenings import happenings
from store.inbox.items import Item, news
from store.news.marks import Marks
from store.repository import News
from store.team import Team
from tui.alerts.quiet import NEVER, is_quiet
from tui.alerts.sequences import BELL, notification
from tui.preferences import Preferences

_QUIET = 60.0
"""Seconds after one alert in which there is no other one."""
_KINDS = (Kind.MENTION, Kind.ASSIGNED, Kind.GIVEN, Kind.REPLY, Kind.INCIDENT)
"""What is worth looking up from other work for."""


class Around(Protocol):
    """The app, as far as it is needed here."""

    @property
    def team(self) -> Team:
        """The snapshot with the news in it."""

    @property
    def person(self) -> str:
        """Login of the person who is told."""

    @property
    def preferences(self) -> Preferences:
        """Whether, how and when she wants to be."""

    def now(self) -> datetime:
        """The time (aware)."""


class Alerts:
    """Tells of what others do as it arrives; what comes in the same minute is in the inbox all the same."""

    def __init__(
        self,
        place: Around,
        write: Callable[[str], None],
        *,
        clock: Callable[[], float] = time.monotonic,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        """`write` sends a sequence to the terminal between two frames."""
        self._place = place
        self._write = write
        self._clock = clock
        self._environ = environ
        self._last = float("-inf")

    def hear(self, heard: Iterable[News]) -> None:
        """The snapshot with these commits of others is shown: tell of what concerns the person."""
        own = self._place.preferences
        if not own.bell and own.notify == "none":
            return
        place = self._place
        if own.quiet != NEVER and is_quiet(own.quiet, place.team, place.person, place.now()):
            return
        items = self._worth_it(heard)
        if items and self._clock() - self._last >= _QUIET:
            self._last = self._clock()
            self._write(self._sequence(items, own))

    def _worth_it(self, heard: Iterable[News]) -> Sequence[Item]:
        team, person = self._place.team, self._place.person
        done = [happening for one in heard for happening in happenings(one.number, one.change)]
        marks = Marks(team, person)
        found = concerns(team, person, done, marks)
        wanted = [concern for concern in found if concern.kind in _KINDS]
        return [item for item in news(team, wanted, Seen(marks)) if item.is_new]

    def _sequence(self, items: Sequence[Item], own: Preferences) -> str:
        team, (first, *others) = self._place.team, items
        more = f" (+{len(others)} more)" if others else ""
        text = f"{team.name_of(first.by)}: {first.sentence}{more}"
        bell = BELL if own.bell else ""
        return bell + notification(own.notify, f"Tagwerk, {team.settings.name}", text, self._environ)
