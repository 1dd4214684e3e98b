"""Answers to the pulse: added up before anybody can read one, put together, and shown only in sum.

What waits is a sum from the first answer on: how many said 1, 2, 3, 4 and 5, the sentences in the order of
the alphabet, and who has answered, in the order of the alphabet. In whatever order the same people answer,
the same bytes come of it. See docs/pulse.md for what this can hide and what it cannot.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from store.culture.asking import batches
from store.models import PulseBatch
from store.models.raws import many, number_in, words_in
from store.team import Team
from store.text import clean_line, is_said

LEAST = 5
"""Answers below which nothing is shown."""
SCORES = (1, 2, 3, 4, 5)
LONGEST = 300
"""Characters of a sentence."""
THANKS = "Thank you. Your answer is added; on Monday the sum is shown, if it is of 5."
"""What is said to who has answered."""
FIRST = (
    "Yours is the first answer this week: until a second one is added, it stands alone in the waiting file, "
    "and whoever opens that can read it."
)
"""What is said to who is about to answer, while nobody has."""
CLOSES_AFTER = timedelta(days=7)
"""Behind a week's Monday: what waits then is put together; nothing is before."""
CLEARED_AFTER = timedelta(days=14)
"""Behind a week's Monday: the names that are left of its box are taken away."""
_NONE = (0,) * len(SCORES)


@dataclass(frozen=True, slots=True)
class Answers:
    """Some people's answers to one question, in sum."""

    question: int
    counts: tuple[int, ...] = _NONE
    """How many answered 1, 2, 3, 4 and 5."""
    sentences: tuple[str, ...] = ()
    """Distinct, in the order of the alphabet."""
    people: tuple[str, ...] = ()
    """Logins in the order of the alphabet."""

    def added(self, person: str, score: int, sentence: str) -> Answers:
        """With one more answer, which cannot be told from the others any more."""
        counts = tuple(count + (score == number) for number, count in zip(SCORES, self.counts, strict=True))
        words = {*self.sentences, *([sentence] if sentence else [])}
        return replace(self, counts=counts, sentences=_sorted(words), people=_sorted({*self.people, person}))

    def without(self, batch: PulseBatch) -> Answers:
        """What is left when a batch that was put together of them is taken away."""
        if not set(batch.people) <= set(self.people):
            return self
        taken = (*batch.counts, *_NONE)
        return replace(
            self,
            counts=tuple(max(0, count - taken[at]) for at, count in enumerate(self.counts)),
            sentences=_sorted(set(self.sentences) - set(batch.sentences)),
            people=_sorted(set(self.people) - set(batch.people)),
        )

    def raw(self) -> dict[str, object]:
        """As `read_answers` reads it."""
        return {
            "question": self.question,
            "counts": list(self.counts),
            "sentences": list(self.sentences),
            "people": list(self.people),
        }


def read_answers(raw: object) -> Answers | None:
    """Answers as they were kept; `None` for what cannot be understood."""
    if not isinstance(raw, dict):
        return None
    counts = tuple(number_in(count) for count in many(raw.get("counts")))
    if len(counts) != len(SCORES) or min(counts) < 0:
        return None
    sentences, people = words_in(raw.get("sentences")), words_in(raw.get("people"))
    return Answers(number_in(raw.get("question")), counts, _sorted(set(sentences)), _sorted(set(people)))


def as_sentence(words: str) -> str:
    """What somebody adds to a number, on one line."""
    return clean_line(words).strip() if is_said(words) else ""


def fresh(team: Team, week: date, waiting: Answers) -> Answers:
    """Of what waits, what is in no batch of the week yet."""
    for batch in batches(team):
        if batch.week == week and batch.people:
            waiting = waiting.without(batch)
    return waiting


def why_not_asked(team: Team, person: str) -> str:
    """Why the pulse asks a person nothing, as a sentence; empty: it does, if there is a question."""
    if len(team.members) < LEAST:
        return (
            f"The pulse begins with {LEAST} people in the team: what fewer say is never shown, so nobody "
            "is asked."
        )
    if person not in team.members:
        return "Only who is in the team is asked; you can read what came of the weeks."
    return ""


def is_closed(team: Team, week: date) -> bool:
    """Whether the week's answers are put together already."""
    return any(one.week == week and one.people for one in batches(team))


def due(team: Team, week: date, waiting: Answers, today: date) -> PulseBatch | None:
    """The batch that can be made of what waits; `None`: it has to wait, or nothing waits.

    That is once, when the week is over: so nobody's answer is too late to be shown, and nobody sees who was
    among the first. Fewer than five become a batch that has their names only, so that the result says how
    many there were; so does what comes when the week has its batch (somebody answered in that very moment).
    """
    if not waiting.people or today < week + CLOSES_AFTER:
        return None
    batch = PulseBatch(
        week=week,
        question=waiting.question,
        counts=list(waiting.counts),
        sentences=list(waiting.sentences),
        people=list(waiting.people),
    )
    if len(waiting.people) < LEAST or is_closed(team, week):
        return replace(batch, counts=[], sentences=[])
    return batch


@dataclass(frozen=True, slots=True)
class Result:
    """What a week's question brought, in sum."""

    week: date
    question: int
    counts: tuple[int, ...]
    """How many answered 1, 2, 3, 4 and 5; nothing but zeros where it is too few to be shown."""
    sentences: tuple[str, ...]
    """In the order of the alphabet."""
    too_few: int
    """Answers that are not shown, because they are fewer than five."""

    @property
    def count(self) -> int:
        """Answers that are shown."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """Arithmetic mean of the answers, 1 to 5; `None`: none are shown."""
        total = sum(score * count for score, count in zip(SCORES, self.counts, strict=True))
        return total / self.count if self.count else None


def results(team: Team, since: date = date.min) -> list[Result]:
    """The result of each week from a day on in which somebody has answered, newest first."""
    weeks: dict[date, list[PulseBatch]] = {}
    for batch in batches(team):
        if batch.week >= since and batch.people:
            weeks.setdefault(batch.week, []).append(batch)
    return [_result(week, found) for week, found in sorted(weeks.items(), reverse=True)]


def result_of(team: Team, week: date) -> Result | None:
    """The result of one week; `None`: there is nothing of it yet."""
    return next((one for one in results(team, week) if one.week == week), None)


def _result(week: date, found: list[PulseBatch]) -> Result:
    # Whatever another program wrote: what is too few is not shown.
    shown = [one for one in found if len(one.counts) == len(SCORES) and sum(one.counts) >= LEAST]
    counts = tuple(sum(batch.counts[at] for batch in shown) for at in range(len(SCORES)))
    sentences = _sorted({sentence for batch in shown for sentence in batch.sentences})
    few = sum(len(batch.people) for batch in found if batch not in shown)
    return Result(week, found[0].question, counts, sentences, few)


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (word.casefold(), word)))
