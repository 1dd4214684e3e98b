"""Who answers for a thing, by whatever words somebody has for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from store.duties.matching import INFLECTED, Vocabulary, alike, small_words_of, words_of
from store.duties.responsibilities import leftover_words, responsibilities, role_of
from store.models import Responsibility, Role
from store.team import Team

NEAR = 0.5
"""How well something has to fit to be an answer; what fits less is only near."""
TABLES = ("responsibilities", "roles")
"""What is searched."""
_NUMBER = 0.25
"""How much a number counts beside a word: “over 100 euro” asks for the refund."""
_UNKNOWN = 0.35
"""How much a word counts that is nowhere."""
_SHORT = 0.02
"""What is said in few words and fits is better than what says more,"""
_SAID_ALIKE = 0.03
"""and so is what has the same small words: over, under, up to."""


class Kind(StrEnum):
    """What was found."""

    RESPONSIBILITY = "responsibility"
    DECISION = "decision"
    KPI = "kpi"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that somebody answers for."""

    kind: Kind
    name: str
    role: Role | None = None
    """To which it belongs."""
    responsibility: Responsibility | None = None
    """`None` where it is something else, or has no document yet."""

    @property
    def accountable(self) -> tuple[str, ...]:
        """Logins of those who answer for it: who is accountable, or who leads the role that decides."""
        if self.kind is Kind.RESPONSIBILITY:
            return tuple(self.responsibility.accountable) if self.responsibility else ()
        return (self.role.lead,) if self.role and self.role.lead else ()

    @property
    def responsible(self) -> tuple[str, ...]:
        """Logins of those who do the work."""
        return tuple(self.responsibility.responsible) if self.responsibility else ()

    @property
    def otherwise(self) -> tuple[str, ...]:
        """Logins of whom one asks else: lead and deputy of its role."""
        return tuple(filter(None, (self.role.lead, self.role.deputy))) if self.role else ()


@dataclass(frozen=True, slots=True)
class Found:
    """A thing, how well it fits, and why."""

    thing: Thing
    fit: float
    """0 to 1."""
    why: str
    """The words that were found, and where."""

    @property
    def is_near(self) -> bool:
        """Whether it answers the question."""
        return self.fit >= NEAR


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a word stands."""

    thing: int
    worth: float
    where: str


class Whois:
    """All things of one snapshot, to be asked for again and again."""

    def __init__(self, team: Team) -> None:
        self._things: list[Thing] = []
        self._lengths: list[int] = []
        self._spots: dict[str, list[_Spot]] = defaultdict(list)
        for thing, texts in _things(team):
            self._add(thing, texts)
        self._vocabulary = Vocabulary(self._spots)

    def find(self, question: str, limit: int = 10) -> list[Found]:
        """What fits best, first; also what is only near, behind it."""
        asked = list(dict.fromkeys(words_of(question)))
        best: dict[int, dict[str, tuple[float, str, str]]] = defaultdict(dict)
        for word in asked:
            for other, near in self._vocabulary.near(word).items():
                for spot in self._spots[other]:
                    worth = near * spot.worth
                    if worth > best[spot.thing].get(word, (0.0, "", ""))[0]:
                        best[spot.thing][word] = worth, other, spot.where
        weights = {word: self._weight(word) for word in asked}
        whole = sum(weights.values())
        small = small_words_of(question)
        fits = []
        for number, found in best.items():
            fit = sum(weights[word] * worth for word, (worth, _, _) in found.items()) / whole
            name = self._things[number].name
            shared = len(small & small_words_of(name)) / max(len(small), 1)
            brief = len(found) / self._lengths[number]
            fits.append((-fit - _SHORT * brief - _SAID_ALIKE * shared, number))
        fits.sort()
        return [
            Found(self._things[number], round(min(-fit, 1.0), 3), _why(best[number]))
            for fit, number in fits[:limit]
        ]

    def nearest(self, question: str, limit: int = 3) -> list[Found]:
        """What comes near where nothing answers: by some of the words, and else by the letters."""
        found = self.find(question, limit)
        words = " ".join(words_of(question))
        if len(found) < limit and words:
            known = [each.thing for each in found]
            names = {n: " ".join(words_of(thing.name)) for n, thing in enumerate(self._things)}
            for number in alike(words, names, limit + len(known)):
                if self._things[number] not in known:
                    found.append(Found(self._things[number], 0.0, "its letters alone"))
        return found[:limit]

    @property
    def things(self) -> Sequence[Thing]:
        """All that is searched."""
        return self._things

    def _weight(self, word: str) -> float:
        """How much a word of the question counts: the rarer it is here, the more."""
        if word.isdigit():
            return _NUMBER
        near = self._vocabulary.near(word)
        things = {
            spot.thing for other, how in near.items() if how >= INFLECTED for spot in self._spots[other]
        }
        if not near:
            return _UNKNOWN
        return 1.0 - 0.5 * log(max(len(things), 1)) / log(len(self._things) + 1)

    def _add(self, thing: Thing, texts: Iterable[tuple[str, float, str]]) -> None:
        number = len(self._things)
        self._things.append(thing)
        self._lengths.append(max(len(words_of(thing.name)), 1))
        for where, worth, text in texts:
            for word in set(words_of(text)):
                self._spots[word].append(_Spot(number, worth, where))


def _things(team: Team) -> Iterator[tuple[Thing, list[tuple[str, float, str]]]]:
    """Each thing with its texts: what they are, how much a word in them is worth, and the text."""
    for one in responsibilities(team):
        role = role_of(team, one)
        texts = [("", 1.0, one.name), ("details", 0.85, one.details)]
        yield Thing(Kind.RESPONSIBILITY, one.name, role, one), [*texts, *_of(role)]
    for role in team.roles:
        for word in leftover_words(team, role):
            yield Thing(Kind.RESPONSIBILITY, word, role), [("", 1.0, word), *_of(role)]
        for decision in role.decisions:
            yield Thing(Kind.DECISION, decision, role), [("", 0.97, decision), *_of(role)]
        for kpi in role.kpis:
            yield Thing(Kind.KPI, kpi, role), [("", 0.92, kpi), *_of(role)]
        texts = [("", 0.9, role.name), ("mission", 0.75, role.mission), ("department", 0.4, role.department)]
        yield Thing(Kind.ROLE, role.name, role), texts


def _of(role: Role | None) -> list[tuple[str, float, str]]:
    """The name of its role: it helps to choose, and is no answer alone."""
    return [("role", 0.4, role.name)] if role else []


def _why(found: dict[str, tuple[float, str, str]]) -> str:
    """`refund, 100`; `refnd as refund`; `printer in its details`."""
    said: dict[str, list[str]] = defaultdict(list)
    for word, (_, other, where) in found.items():
        said[where].append(word if word == other else f"{word} as {other}")
    return "; ".join(
        ", ".join(words) + (f" in its {where}" if where else "") for where, words in said.items()
    )
