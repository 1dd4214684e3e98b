"""Who answers for a thing, by whatever words somebody has for it; the same search as `tagwerk whois`."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

from store.duties.asking import whom, whom_briefly
from store.duties.whois import TABLES, Found, Kind, Thing, Whois
from store.team import Team
from tui.palette.match import DETAIL, INSIDE, WORDS
from tui.palette.source import Find

_MOST = 5
"""More than that are no answers to one question."""
_LEAST = 3
"""Letters that say something."""
_GOOD, _FAIR = 0.9, 0.7
"""How well it has to fit to stand beside what begins like that, and beside what has it inside."""
Go = Callable[[int | None, str], None]
"""Is told the number of the responsibility that was chosen, `None` where it is none, and whom to ask."""


class AnswerSource:
    """Asks an index of the snapshot; it is made in a thread when the palette opens."""

    kind = "answer"

    def __init__(self, team: Callable[[], Team], today: Callable[[], date], go: Go) -> None:
        self._team = team
        self._today = today
        self._go = go
        self._made: tuple[tuple[object, ...], Whois] | None = None

    def find(self, query: str, limit: int) -> list[tuple[int, Find]]:
        """What answers a question; near by is not enough here, where so much else is found."""
        if not query:
            threading.Thread(target=self._get_ready, name="tagwerk-whois", daemon=True).start()
        if len(query) < _LEAST:
            return []
        found = self._whois().find(query, min(limit, _MOST))
        return [(_rank(one), self._shown(one.thing)) for one in found if one.is_near]

    def again(self, key: str | int) -> Find | None:
        """What was chosen before."""
        thing = next((thing for thing in self._whois().things if _key(thing) == key), None)
        return self._shown(thing) if thing else None

    def _get_ready(self) -> None:
        """Read all that the first key would have to wait for."""
        for thing in self._whois().things[:1]:
            self._shown(thing)

    def _whois(self) -> Whois:
        team = self._team()
        # Most changes are to cards: then nothing has to be read again.
        read = tuple(team.tables.get(table) for table in TABLES)
        made = self._made
        if made is None or any(a is not b for a, b in zip(made[0], read, strict=True)):
            made = self._made = read, Whois(team)
        return made[1]

    def _shown(self, thing: Thing) -> Find:
        team, today = self._team(), self._today()
        role = thing.role.name if thing.role and thing.kind is not Kind.ROLE else ""
        who = whom_briefly(team, thing, today)
        number = thing.responsibility.id if thing.responsibility else None
        sentence = f"{thing.name}: {whom(team, thing, today)}."
        detail = " · ".join(filter(None, (who, role)))
        return Find(
            self.kind,
            _key(thing),
            thing.name,
            detail,
            thing.kind.value,
            lambda: self._go(number, sentence),
        )


def _key(thing: Thing) -> str | int:
    if thing.responsibility:
        return thing.responsibility.id
    return f"{thing.kind} {thing.role.id if thing.role else 0} {thing.name}"


def _rank(found: Found) -> int:
    if found.fit >= _GOOD:
        return WORDS
    return INSIDE if found.fit >= _FAIR else DETAIL
