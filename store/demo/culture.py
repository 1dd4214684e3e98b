"""The demo's values, thanks and pulse, as documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from store import rank
from store.culture.asking import monday_of
from store.culture.ready import QUESTIONS
from store.demo.calendar import Calendar
from store.demo.culture_words import KUDOS, OWN, PULSE, VALUES
from store.demo.roles import ROLES
from store.demo.shop import PEOPLE
from store.models import Kudos, Member, PulseBatch, PulseQuestion, Raw, Value


def with_own(member: Member) -> Member:
    """A member with what she has said of herself."""
    own = OWN.get(member.login)
    if own is None:
        return member
    return replace(
        member, birthday=own.birthday, pronouns=own.pronouns, spoken=own.spoken, holidays=list(own.holidays)
    )


def culture_tables(calendar: Calendar) -> dict[str, dict[int, Raw]]:
    """The tables of values, kudos and the pulse."""
    values = [
        Value(id=id, name=one.name, about=one.about, practice=list(one.practice), position=position)
        for id, (position, one) in enumerate(zip(rank.spread(len(VALUES)), VALUES, strict=True), 1)
    ]
    questions = [
        PulseQuestion(id=id, text=one.text, low=one.low, high=one.high, position=position)
        for id, (position, one) in enumerate(zip(rank.spread(len(QUESTIONS)), QUESTIONS, strict=True), 1)
    ]
    return {
        "values": {one.id: one.raw() for one in values},
        "kudos": {one.id: one.raw() for one in _kudos(calendar)},
        "pulse_questions": {one.id: one.raw() for one in questions},
        "pulse_batches": {one.id: one.raw() for one in _batches(calendar)},
    }


def _kudos(calendar: Calendar) -> Iterator[Kudos]:
    newest = calendar.at(0)
    for id, one in enumerate(reversed(KUDOS), 1):
        yield Kudos(
            id=id,
            giver=one.giver,
            people=one.people.split(),
            roles=[ROLES[one.role].id] if one.role else [],
            value=one.value or None,
            words=one.words,
            at=newest - timedelta(days=one.ago),
        )


def _batches(calendar: Calendar) -> Iterator[PulseBatch]:
    this_week = monday_of(calendar.today)
    everybody = sorted(login for login, *_ in PEOPLE)
    for id, one in enumerate(PULSE, 1):
        week = this_week - timedelta(weeks=len(PULSE) + 1 - id)
        answered = Random(id).sample(everybody, sum(one.counts))
        yield PulseBatch(
            id=id,
            week=week,
            question=(id - 1) % len(QUESTIONS) + 1,
            counts=list(one.counts),
            sentences=sorted(one.sentences),
            people=sorted(answered),
        )
