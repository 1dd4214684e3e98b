"""Short ways to what findings are about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from store.findings import Finding, FindingKind, findings
from store.models import Absence, Assessment, Document, Member, Responsibility, Role, Skill, Target, Task
from store.team import Team
from tests import builders

TODAY = date(2026, 11, 23)
"""A Monday."""
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def day(ahead: int) -> date:
    """So many days from today on."""
    return TODAY + timedelta(days=ahead)


def duty(id: int, accountable: str = "ana", responsible: str = "ben", **fields: Any) -> Responsibility:
    """A responsibility; logins with blanks between."""
    people = {"accountable": accountable.split(), "responsible": responsible.split()}
    return Responsibility(**{"id": id, "name": f"duty {id}", "role": builders.SHOP, **people, **fields})


def absence(id: int, person: str, start: int, end: int, cover: str = "", **fields: Any) -> Absence:
    """Days away, counted from today."""
    return Absence(id=id, person=person, start=day(start), end=day(end), cover=cover, **fields)


def finished(id: int, *people: str, ago: int = 5, role: int = builders.SHOP) -> Task:
    """A card that these people have finished."""
    at = NOW - timedelta(days=ago)
    return builders.task(id, column=builders.DONE, role=role, assignees=[*people], finished_at=at)


def member(id: int, login: str, *roles: int, **fields: Any) -> Member:
    """One more person."""
    return Member(id=id, login=login, name=login.capitalize(), roles=[*roles], **fields)


def skill(id: int, *targets: tuple[int, int], **fields: Any) -> Skill:
    """A skill with the levels that roles need."""
    parts = [Target(id=f"t{at}", role=role, level=level) for at, (role, level) in enumerate(targets)]
    return Skill(**{"id": id, "name": f"skill {id}", "targets": parts, **fields})


def able(id: int, person: str, skill: int, level: int, ago: int = 5, **fields: Any) -> Assessment:
    """How well somebody could do something."""
    at = NOW - timedelta(days=ago)
    return Assessment(
        id=id, person=person, skill=skill, level=level, day=day(-ago), author=person, at=at, **fields
    )


def shop(*documents: Document, tasks: Iterable[Task] = ()) -> Team:
    """The builders' shop, with nothing to find in it: each role has two people, a lead and a deputy."""
    roles = [
        Role(id=builders.SHOP, name="Shop", lead="ana", deputy="cem", position="a"),
        Role(id=builders.PHOTO, name="Photography", lead="ben", deputy="cem", position="b"),
        Role(id=builders.MAIL, name="Newsletter", lead="cem", deputy="ana", position="c"),
    ]
    return builders.team(*roles, *documents, tasks=tasks)


def told(team: Team, *kinds: FindingKind) -> list[str]:
    """The sentences of these kinds; of all, when none is named."""
    return [one.sentence for one in found(team, *kinds)]


def found(team: Team, *kinds: FindingKind) -> list[Finding]:
    """The findings of these kinds; all, when none is named."""
    return [one for one in findings(team, TODAY) if not kinds or one.kind in kinds]
