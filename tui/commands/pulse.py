"""`tagwerk pulse`: this week's question, answering it, and what came of it; see docs/pulse.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from store.culture import pulse as sums
from store.culture.asking import meaning, monday_of
from store.days import spoken
from store.errors import Refused
from store.models import PulseQuestion
from store.repository.pulse import Pulse, PulseKeeper
from store.rules.words import counted
from store.team import Team
from store.text import whole_number
from tui.commands.answer import Answer, Json, Said
from tui.commands.call import Call
from tui.commands.culture_shapes import question_shape, result_shape
from tui.commands.questions import Questions
from tui.commands.session import Session, session

_WEEKS = 8
_WIDTH = 78
"""Characters of a line in which something is explained."""
_BAR = 20
"""Cells of the longest bar."""


def run(call: Call, *, score: int | None = None, note: str | None = None) -> Answer:
    """What is asked this week; answer it, also by being asked.

    Raises:
        Refused: the person has answered, nothing is asked, or it is no answer.
        StorageError: the folder cannot be read or written.
    """
    with session(call) as opened:
        keeper = keeper_of(opened)
        pulse = keeper.look()
        person = opened.member
        if score is None and note is not None:
            raise Refused("Say a number as well: “tagwerk pulse --score 4 --note WORDS”.")
        if score is None and pulse.question and person not in pulse.answered and _may_ask(call):
            score, note = _ask(call, pulse.question, is_first=not pulse.answered)
        if score is None:
            return Said(tuple(_told(opened.team, pulse, person)), _content(pulse, person, changed=False))
        pulse = keeper.answer(person, score, note or "")
        return Said((sums.THANKS,), _content(pulse, person, changed=True))


def results(call: Call, *, weeks: int | None) -> Results:
    """What the last weeks' questions brought, in sum.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        keeper_of(opened).look()
        since = monday_of(opened.today) - timedelta(weeks=_WEEKS if weeks is None else weeks)
        return Results(opened.team, sums.results(opened.team, since))


def keeper_of(opened: Session) -> PulseKeeper:
    """The hand on the box of a team's folder."""
    return PulseKeeper(opened.repository, lambda: opened.today)


@dataclass(frozen=True)
class Results:
    """A part for each week."""

    team: Team
    found: Sequence[sums.Result]
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """The question, a bar for each number, and the sentences."""
        if not self.found:
            yield "There are no results yet; a week's are shown on Monday, in sum, from 5 answers on."
        for at, result in enumerate(self.found):
            if at:
                yield ""
            question = self.team.find(PulseQuestion, result.question)
            yield f"Week of {spoken(result.week, result.week)}: {question.text if question else '(gone)'}"
            if result.mean is not None:
                yield f"  {result.mean:.1f} on average of {counted(result.count, 'answer')}"
                yield from (f"  {line}" for line in bars(result, question))
                yield from (f"  “{sentence}”" for sentence in result.sentences)
            if result.too_few:
                more = "more " if result.count else ""
                yield f"  {result.too_few} {more}answered; too few to be shown."

    def document(self) -> Json:
        """See `culture_shapes`."""
        return {"results": [result_shape(self.team, result) for result in self.found]}


def bars(result: sums.Result, question: PulseQuestion | None) -> list[str]:
    """How many gave each number."""
    most = max(result.counts)
    ends = [meaning(question, score) if question else "" for score in sums.SCORES]
    room = max(map(len, ends))
    return [
        f"{score} {end:<{room}}  {'#' * round(count / most * _BAR):<{_BAR}} {count}"
        for score, end, count in zip(sums.SCORES, ends, result.counts, strict=True)
    ]


def _may_ask(call: Call) -> bool:
    return call.world.is_terminal and not call.wants_json


def _ask(call: Call, question: PulseQuestion, *, is_first: bool) -> tuple[int | None, str]:
    asking = Questions(call.world)
    asking.say(question.text, _ends(question), *(textwrap.wrap(sums.FIRST, _WIDTH) if is_first else []))
    score = asking.ask("1 to 5, or nothing for not now?", "", _read_score)
    return (score, asking.ask("A sentence, if you like:", "", str)) if score else (None, "")


def _read_score(text: str) -> int | None:
    found = whole_number(text)
    if text and found not in sums.SCORES:
        raise Refused("Say a number from 1 to 5.")
    return found


def _ends(question: PulseQuestion) -> str:
    return f"1 is {meaning(question, 1)}, 5 is {meaning(question, 5)}."


def _told(team: Team, pulse: Pulse, person: str) -> Iterable[str]:
    if reason := sums.why_not_asked(team, person):
        yield reason
        return
    if pulse.question is None:
        yield "Nothing is asked this week; “tagwerk pulse question ready” takes questions to begin with."
        return
    yield pulse.question.text
    yield _ends(pulse.question)
    if pulse.told:
        yield f"{pulse.told} have answered; results on Monday."
    if person in pulse.answered:
        yield "You have answered; “tagwerk pulse results” shows the weeks that are over."
        return
    yield "“tagwerk pulse --score 4 --note WORDS” answers; the log never says who said what."
    if not pulse.answered:
        yield from textwrap.wrap(sums.FIRST, _WIDTH)


def _content(pulse: Pulse, person: str, *, changed: bool) -> Json:
    return {
        "week": pulse.week.isoformat(),
        "question": question_shape(pulse.question) if pulse.question else None,
        "answered": person in pulse.answered,
        "answers": pulse.told or None,
        "changed": changed,
    }
