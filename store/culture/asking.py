"""The questions of the pulse, and which one a week has.

A week's question is the first that is written down for it in a batch; before there is one, it is worked out:
the one behind that of the last week that is written down. Who changes the questions writes the running week's
down first (a batch in which nobody is yet), so that nothing changes under somebody who is about to answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from store.models import PulseBatch, PulseQuestion
from store.team import Team

_WEEK = 7


def questions(team: Team) -> tuple[PulseQuestion, ...]:
    """Those that are asked in turn, in their order."""
    found = (one for one in team.all(PulseQuestion) if not one.archived_at)
    return tuple(sorted(found, key=_place))


def monday_of(day: date) -> date:
    """The Monday of a day's ISO week."""
    return day - timedelta(days=day.weekday())


def batches(team: Team) -> Iterator[PulseBatch]:
    """The batches, oldest first."""
    yield from sorted(team.all(PulseBatch), key=lambda one: one.id)


def question_of(team: Team, week: date) -> PulseQuestion | None:
    """The question of the week that begins on this Monday; `None`: nothing is asked."""
    written = [one for one in batches(team) if one.week <= week and team.find(PulseQuestion, one.question)]
    this = next((one for one in written if one.week == week), None)
    if this is not None:
        return team.find(PulseQuestion, this.question)
    asked = questions(team)
    if not asked:
        return None
    if not written:
        return asked[week.toordinal() // _WEEK % len(asked)]
    # Of the newest week that which was written first; an archived one is counted on from its place.
    newest = max(one.week for one in written)
    last = team.find(PulseQuestion, next(one.question for one in written if one.week == newest))
    before = sum(_place(one) <= _place(last) for one in asked) if last else 0
    return asked[(before - 1 + (week - newest).days // _WEEK) % len(asked)]


def has_answered(team: Team, person: str, week: date) -> bool:
    """Whether a person's answer is in one of the week's batches; one that still waits is not known here."""
    return any(one.week == week and person in one.people for one in team.all(PulseBatch))


def meaning(question: PulseQuestion, score: int) -> str:
    """What an answer means in words; empty for those between the ends."""
    return {1: question.low or "not at all", 5: question.high or "very much"}.get(score, "")


def _place(question: PulseQuestion) -> tuple[str, int]:
    return question.position, question.id
