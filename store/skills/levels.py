"""The level that each person has in each skill."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from typing import NamedTuple, Self

from store.models import Raw
from store.team import Team, WorkedOut

HIGHEST = 4
ABLE = 3
"""The level from which on somebody can do a thing alone."""


class Level(NamedTuple):
    """The level that a person has in a skill, and which assessment says so."""

    level: int
    """0 to 4."""
    assessment: int
    """Its number."""
    day: date
    """The day that it tells of."""
    expires: date | None
    """The last day on which its certificate holds; `None`: it does not expire."""
    is_confirmed: bool

    def is_expired(self, today: date) -> bool:
        """Whether its certificate holds no longer; the level still counts."""
        return self.expires is not None and self.expires < today


class Levels(WorkedOut):
    """The newest assessment of each person and skill, taken from the rows as they are kept.

    There may be tens of thousands, so no documents are built. What was taken back does not count, nor what
    cannot be read; people and skills that are gone are among them.
    """

    TABLES = ("assessments",)

    def __init__(self, team: Team) -> None:
        self._rows: Mapping[int, Raw] = team.tables.get("assessments", {})
        self._newest: dict[str, dict[int, _Entry]] = {}
        _gather(self._rows.items(), self._newest)

    def followed(self, team: Team) -> Self | None:
        """Those of a newer snapshot: where few rows are others, only what these are about is looked at."""
        old, new = self._rows, team.tables.get("assessments", {})
        others = [id for id, raw in new.items() if old.get(id) is not raw]
        added = sum(id not in old for id in others)
        gone = [id for id in old if id not in new] if len(new) != len(old) + added else []
        if len(others) + len(gone) > _FEW:
            return None
        raws = [*(new[id] for id in others), *(old[id] for id in (*others, *gone) if id in old)]
        people = {raw["person"] for raw in raws if type(raw.get("person")) is str}
        twin = copy(self)
        twin._rows, twin._newest = new, {p: hers for p, hers in self._newest.items() if p not in people}
        _gather(((id, raw) for id, raw in new.items() if _is_one(raw.get("person"), people)), twin._newest)
        return twin

    def level(self, person: str, skill: int) -> int:
        """The level, 0 to 4; 0 where nobody has said anything."""
        hers = self._newest.get(person)
        entry = hers.get(skill) if hers else None
        return entry[3] if entry else 0

    def lacks(self, person: str, skill: int, target: int, today: date) -> int:
        """Levels that a person is below a target, 0 to 4; one where only the certificate holds no longer."""
        hers = self._newest.get(person)
        entry = hers.get(skill) if hers else None
        if entry is None or entry[3] < target:
            return target - (entry[3] if entry else 0)
        expires = self._rows[_number(entry)].get("expires") if target else None
        return int(expires is not None and (last := day_in(expires)) is not None and last < today)

    def get(self, person: str, skill: int) -> Level | None:
        """The level with what is known about it; `None` where nobody has said anything."""
        hers = self._newest.get(person)
        entry = hers.get(skill) if hers else None
        return self._whole(entry) if entry else None

    def of_person(self, person: str) -> dict[int, Level]:
        """Number of each skill in which a person has been assessed to her level, with 0 among them."""
        return {skill: self._whole(entry) for skill, entry in self._newest.get(person, {}).items()}

    def levels_of(self, person: str) -> dict[int, int]:
        """Number of each skill in which a person has been assessed to her level alone."""
        return {skill: entry[3] for skill, entry in self._newest.get(person, {}).items()}

    def unconfirmed(self, person: str) -> Iterator[tuple[int, Level]]:
        """The skills of a person in whose level nobody has confirmed what she said, with 0 left out."""
        return self._chosen(person, lambda level, raw: level > 0 and not raw.get("confirmed_by"))

    def expiring(self, person: str) -> Iterator[tuple[int, Level]]:
        """The skills of a person whose level has a certificate that expires, or has expired."""
        return self._chosen(person, lambda level, raw: raw.get("expires") is not None)

    def _chosen(self, person: str, is_wanted: Callable[[int, Raw], bool]) -> Iterator[tuple[int, Level]]:
        for skill, entry in self._newest.get(person, {}).items():
            if is_wanted(entry[3], self._rows[_number(entry)]):
                yield skill, self._whole(entry)

    def __iter__(self) -> Iterator[tuple[str, int, Level]]:
        """Every person and skill with the level, in no particular order."""
        for person, hers in self._newest.items():
            for skill, entry in hers.items():
                yield person, skill, self._whole(entry)

    def _whole(self, entry: _Entry) -> Level:
        day, _, _, level = entry
        number = _number(entry)
        raw = self._rows[number]
        expires = day_in(raw.get("expires"))
        return Level(level, number, date.fromisoformat(day), expires, bool(raw.get("confirmed_by")))


_FEW = 100
"""Rows up to which it is quicker to look at the people whom they are about than at everybody."""
_Entry = tuple[str, str, int, int]
"""Day, moment, what sorts by number, and the level."""
_NOT_YET = 2**60
"""Beyond every number: what has not been committed yet is newer, and has a negative one."""


def _gather(rows: Iterable[tuple[int, Raw]], newest: dict[str, dict[int, _Entry]]) -> None:
    """Put the newest of some rows where they belong."""
    is_day = _Days()
    # Everything that is asked often is a local name: this is gone through tens of thousands of times.
    for id, raw in rows:
        if raw.get("archived_at") is not None:
            continue
        person, skill, level = raw.get("person"), raw.get("skill"), raw.get("level")
        day, at = raw.get("day"), raw.get("at")
        if type(person) is not str or type(skill) is not int or type(level) is not int:
            continue
        if type(day) is not str or type(at) is not str or not 0 <= level <= HIGHEST or not is_day[day]:
            continue
        hers = newest.get(person)
        if hers is None:
            hers = newest[person] = {}
        old = hers.get(skill)
        # Without the Z: 10:00:00.5 is later than 10:00:00.
        entry = (day, at[:-1], id if id > 0 else _NOT_YET - id, level)
        if old is None or entry > old:
            hers[skill] = entry


def _is_one(person: object, people: Collection[str]) -> bool:
    return type(person) is str and person in people


def _number(entry: _Entry) -> int:
    return entry[2] if entry[2] < _NOT_YET else _NOT_YET - entry[2]


class _Days(dict[str, bool]):
    """Whether texts are days that a document may have; each is looked at once."""

    def __missing__(self, text: str) -> bool:
        self[text] = day_in(text) is not None
        return self[text]


def day_in(value: object) -> date | None:
    """The day in a field as it is kept; `None` where there is none that a document may have."""
    if not isinstance(value, str) or value[4::3] != "--" or not "1970" <= value < "2200":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
