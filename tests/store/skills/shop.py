"""The shop team with skills: what its people can and what its roles need, in numbers to be added by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from store.models import Assessment, Document, LearningItem, Role, Skill, Target
from store.team import Team
from tests import builders
from tests.builders import LONG_AGO, MAIL, PHOTO, SHOP

TODAY = date(2026, 11, 23)
CHECKOUT, CUSTOMS, LIGHT = 1, 2, 3
"""Numbers of the skills: Checkout and Customs papers (Shop), Light (Studio)."""


def target(role: int, level: int) -> Target:
    """What a role needs."""
    return Target(id=str(role), role=role, level=level)


def skills() -> list[Skill]:
    """Shop needs checkout 3 and customs 2, Photography light 4, Newsletter checkout 1."""
    return [
        Skill(
            id=CHECKOUT,
            name="Checkout",
            category="Shop",
            position="A",
            targets=[target(SHOP, 3), target(MAIL, 1)],
        ),
        Skill(id=CUSTOMS, name="Customs papers", category="Shop", position="B", targets=[target(SHOP, 2)]),
        Skill(
            id=LIGHT, name="Light", category="Studio", tag="studio", position="A", targets=[target(PHOTO, 4)]
        ),
    ]


def said(id: int, person: str, skill: int, level: int, day: str = "2026-11-02", **fields: Any) -> Assessment:
    """One assessment, an estimate of one's own unless more is said."""
    known = {"id": id, "person": person, "skill": skill, "level": level, "day": day, "author": person}
    return Assessment.checked({"at": LONG_AGO, **known, **fields})


def assessments() -> list[Assessment]:
    """Ana: checkout 4, customs 1; Ben: light 2, before that 1; Cem: checkout 1."""
    return [
        said(1, "ana", CHECKOUT, 4, confirmed_by="ben", expires="2027-01-31"),
        said(2, "ana", CUSTOMS, 1),
        said(3, "ben", LIGHT, 2, "2026-10-20"),
        said(4, "ben", LIGHT, 1, "2026-09-10"),
        said(5, "cem", CHECKOUT, 1, "2026-09-15"),
    ]


def departments() -> list[Role]:
    """The roles of the shop, where Shop belongs to Sales, and Photography and Newsletter to Marketing."""
    names = {SHOP: "Sales", PHOTO: "Marketing", MAIL: "marketing"}
    return [
        Role.checked({**role.raw(), "id": role.id, "department": names[role.id]}) for role in builders.roles()
    ]


def item(id: int, person: str, title: str = "", **fields: Any) -> LearningItem:
    """One learning item, planned unless more is said."""
    known = {"id": id, "person": person, "title": title or f"Course {id}"}
    return LearningItem.checked({**known, **fields})


def team(*more: Document) -> Team:
    """The shop team with all that."""
    return builders.team(*departments(), *skills(), *assessments(), *more)
