"""The team's own questions, and on which days they are asked."""

from __future__ import annotations

from datetime import date

from store.models import Question
from store.team import Team


def questions(team: Team) -> tuple[Question, ...]:
    """Those that are asked, in their order."""
    found = (one for one in team.all(Question) if not one.archived_at)
    return tuple(sorted(found, key=lambda one: (one.position, one.id)))


def asked_on(team: Team, day: date) -> tuple[Question, ...]:
    """Those that are asked on a day, in their order."""
    return tuple(one for one in questions(team) if not one.weekdays or day.weekday() in one.weekdays)
