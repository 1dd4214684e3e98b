"""Who answers for what in the demo's shop, when people work, and when they are away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from store import rank
from store.demo.absence_words import ABSENCES
from store.demo.calendar import Calendar
from store.demo.duty_words import DUTIES
from store.demo.hour_words import HOURS
from store.demo.role_words import ROLE_STORIES
from store.demo.roles import ROLES
from store.models import Absence, Member, Raw, Responsibility, Role, Share

_ENTERED = 20
"""Days before an absence on which it was entered."""


def role_of(key: str) -> Role:
    """A role with all that is known about it."""
    story = ROLE_STORIES[key]
    return replace(
        ROLES[key],
        department=story.department,
        decisions=list(story.decisions),
        kpis=list(story.kpis),
        above=ROLES[story.above].id if story.above else None,
    )


def with_hours(member: Member, calendar: Calendar) -> Member:
    """A member with the time that she has."""
    story = HOURS[member.login]
    begins, ends = story.time.split()
    return replace(
        member,
        hours=story.hours,
        working_days=list(story.days),
        works_from=begins,
        works_until=ends,
        shares=[Share(id=key, role=ROLES[key].id, percent=percent) for key, percent in story.shares],
        joined_on=calendar.today - timedelta(days=story.joined),
    )


def responsibilities() -> list[Responsibility]:
    """What the roles answer for, role by role."""
    places = {role: iter(rank.spread(count)) for role, count in Counter(d.role for d in DUTIES).items()}
    return [
        Responsibility(
            id=id,
            name=duty.name,
            details=duty.details,
            role=ROLES[duty.role].id,
            accountable=duty.answers.split(),
            responsible=duty.does.split(),
            consulted=duty.asked.split(),
            informed=duty.told.split(),
            position=next(places[duty.role]),
        )
        for id, duty in enumerate(DUTIES, 1)
    ]


def absences(calendar: Calendar) -> dict[int, Raw]:
    """The table of absences."""
    found: dict[int, Raw] = {}
    for id, story in enumerate(ABSENCES, 1):
        start = calendar.today + timedelta(days=story.start)
        # Nobody enters anything tomorrow.
        entered = min(calendar.at(0), calendar.at(1) + timedelta(days=min(0, story.start - _ENTERED)))
        found[id] = Absence(
            id=id,
            person=story.person,
            start=start,
            end=calendar.today + timedelta(days=story.end),
            kind=story.kind,
            cover=story.cover,
            note=story.note,
            created_by=story.person,
            created_at=entered,
        ).raw()
    return found
