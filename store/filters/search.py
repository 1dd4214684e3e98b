"""Finding cards, fast enough for every key of a filter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from store.errors import Refused
from store.filters.ground import Ground, Test, Unfinished
from store.filters.meaning import cost, test_of
from store.filters.terms import Term, read, tokens
from store.filters.texts import Texts
from store.phrases import quoted
from store.team import Team


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds."""

    tasks: frozenset[int] | None
    """Numbers of the tasks that fit, also of archived ones; `None`: nothing is asked, so all do."""
    problem: str = ""
    """A sentence about what cannot be understood, and then no task fits; empty when all can."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was asked last, and found."""

    team: Team
    person: str
    today: date
    terms: tuple[Term, ...]
    tasks: Sequence[int]

    def holds_but_for(self, ground: Ground, terms: tuple[Term, ...]) -> bool:
        """Whether the same was asked, so that only cards that have changed since can fit differently.

        What a tag stands for depends on the tags of all cards.
        """
        same = (self.person, self.today, self.terms) == (ground.person, ground.today, terms)
        return same and not any(term.key == "#" for term in terms)

    def narrows_to(self, ground: Ground, terms: Sequence[Term]) -> bool:
        """Whether all that fits the new terms is among what was found."""
        same = self.team is ground.team and (self.person, self.today) == (ground.person, ground.today)
        return same and all(any(new.implies(old) for new in terms) for old in self.terms)


class Search:
    """Remembers each card's text, and what was found last: most keys only narrow it."""

    def __init__(self) -> None:
        self._texts = Texts()
        self._last: _Answer | None = None

    def prepare(self, team: Team) -> None:
        """Read all texts beforehand; may run in a thread of its own while others search."""
        self._texts.fill(team)

    def matching(
        self,
        team: Team,
        query: str,
        *,
        person: str,
        today: date,
        changed: Collection[int] | None = None,
    ) -> Found:
        """The tasks that fit every term of a query; see `describe` for what can be asked.

        Args:
            team: the snapshot.
            query: what was typed, finished or not.
            person: login of whoever asks.
            today: the day it is for the team.
            changed: the tasks that are all that differs from the snapshot that was searched last, comments on
                them included; `None`: anything may differ.
        """
        ground = Ground(team, person, today, self._texts)
        try:
            tests = _tests(read(query), ground)
        except Refused as refusal:
            return Found(frozenset(), str(refusal))
        if not tests:
            return Found(None)
        return Found(frozenset(self._narrowed(ground, tests, changed)))

    def containing(self, team: Team, text: str) -> frozenset[int]:
        """The tasks that contain every word of a text, whatever signs are in it."""
        ground = Ground(team, "", date.min, self._texts)
        terms = [Term("", (word,)) for word in text.casefold().split()]
        return frozenset(self._narrowed(ground, [(term, test_of(term, ground)) for term in terms]))

    def _narrowed(
        self, ground: Ground, tests: Sequence[tuple[Term, Test]], changed: Collection[int] | None = None
    ) -> Sequence[int]:
        raws = ground.team.tables.get("tasks", {})
        terms = tuple(term for term, _ in tests)
        last, tasks, known = self._last, list(raws), tuple[Term, ...]()
        if last is not None and changed is not None and last.holds_but_for(ground, terms):
            again = [id for id in changed if id in raws and all(test(id, raws[id]) for _, test in tests)]
            tasks, known = [id for id in last.tasks if id not in changed] + again, terms
        elif last is not None and last.narrows_to(ground, terms):
            tasks, known = list(last.tasks), last.terms
        for term, test in tests:
            if term not in known:
                tasks = [id for id in tasks if test(id, raws[id])]
        self._last = _Answer(ground.team, ground.person, ground.today, terms, tasks)
        return tasks


def refuse_unclear(team: Team, query: str, *, person: str, today: date) -> None:
    """Refuse a query that is not to be changed any more and cannot be understood as it is.

    Raises:
        Refused: a term is wrong or unfinished; the sentence says how to write it.
    """
    ground = Ground(team, person, today, Texts())
    for token in tokens(query):
        if token.term() is None or (not token.head and token.text == "-"):
            raise Refused(f"{quoted(token.text)} says nothing; write a word behind it, as in -paper.")
        if token.is_open:
            raise Refused(f"The quotation mark in {quoted(token.text)} is never closed; write another one.")
    for term in read(query):
        try:
            test_of(term, ground)
        except Unfinished as unfinished:
            raise Refused(str(unfinished)) from None


def _tests(terms: Sequence[Term], ground: Ground) -> list[tuple[Term, Test]]:
    """The terms that say something, the cheapest first."""
    tests: list[tuple[Term, Test]] = []
    for term in sorted(terms, key=cost):
        try:
            tests.append((term, test_of(term, ground)))
        except Unfinished:
            continue
    return tests
