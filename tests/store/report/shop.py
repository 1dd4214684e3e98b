"""A small shop with a week behind it of which a report can be checked by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from store.models import (
    Absence,
    Adjustment,
    CheckIn,
    Document,
    Goal,
    Kpi,
    Kudos,
    Member,
    Post,
    Reading,
    Role,
    Task,
    Value,
)
from store.report.building import build, flow_page
from store.report.parts import Report
from store.report.period import Period, week
from store.report.scope import WHOLE_TEAM, Scope
from store.team import Team
from tests import builders
from tests.builders import DOING, DONE, MAIL, PHOTO, SHOP, task

NOW = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
"""A Friday afternoon."""
TODAY = date(2026, 11, 27)
DAY = timedelta(days=1)


def kpis() -> list[Kpi]:
    """Conversion a week, revenue a day, stock a month."""
    return [
        Kpi(id=1, name="Conversion", unit="%", target=2.5, limit=2.0, department="Sales", position="a"),
        Kpi.checked(
            {
                "id": 2,
                "name": "Revenue",
                "unit": "EUR",
                "target": 1000,
                "decimals": 0,
                "cadence": "day",
                "combine": "sum",
                "department": "Sales",
                "position": "b",
            }
        ),
        Kpi.checked(
            {
                "id": 3,
                "name": "Return rate",
                "unit": "%",
                "direction": "less",
                "target": 8,
                "limit": 10,
                "cadence": "month",
                "position": "c",
            }
        ),
        Kpi(id=4, name="Waiting for a first number", position="d"),
    ]


def readings() -> list[Reading]:
    """Conversion falls below its target twice; revenue is there from Monday to Thursday."""
    found = [
        (1, day, value)
        for day, value in zip(_mondays(8), (2.6, 2.7, 2.6, 2.5, 2.6, 2.5, 2.3, 1.9), strict=True)
    ]
    found += [
        (2, date(2026, 11, 16) + n * DAY, value) for n, value in enumerate((900, 950, 1000, 1050, 1100))
    ]
    found += [(2, date(2026, 11, 23) + n * DAY, value) for n, value in enumerate((1000, 1100, 1200, 1300))]
    found += [(3, date(2026, 9, 1), 12.0), (3, date(2026, 10, 1), 9.0)]
    return [
        Reading(id=id, kpi=kpi, day=day, value=float(value), author="ana", at=NOW)
        for id, (kpi, day, value) in enumerate(found, 1)
    ]


def cards() -> list[Task]:
    """Cards that were finished in the last weeks, four of them in this one; one is old, one is blocked."""
    past = [
        task(
            100 + n,
            f"Pack order {n}",
            DONE,
            SHOP if n % 2 else PHOTO,
            created_at=NOW - (n + 5) * DAY,
            started_at=NOW - (n + 2) * DAY,
            finished_at=NOW - n * DAY,
            priority="urgent" if n == 3 else "normal",
            assignees=["ana"],
        )
        for n in range(1, 32)
        if (NOW - n * DAY).weekday() < 5
    ]
    return [
        *past,
        task(
            1,
            "Wait for paper",
            DOING,
            SHOP,
            started_at=NOW - 12 * DAY,
            assignees=["ben"],
            blocked="no paper\nyet",
        ),
        task(2, "Print labels", DOING, PHOTO, started_at=NOW - DAY, assignees=["ben"]),
        task(3, "Collect ideas", role=MAIL),
    ]


def news() -> list[Document]:
    """What was said to everyone, and to some; who was thanked; who is away."""
    return [
        Post.checked(
            {
                "id": 1,
                "kind": "announcement",
                "title": "We close at noon on Thursday",
                "body": "# Closed\n\nFor the **stocktaking** of 2 * 3 shelves.\n\nBring gloves.",
                "author": "ana",
                "at": NOW - DAY,
                "acknowledge_by": "2026-12-01",
            }
        ),
        Post.checked(
            {
                "id": 2,
                "kind": "announcement",
                "title": "For the shop only",
                "author": "ana",
                "at": NOW,
                "roles": [SHOP],
            }
        ),
        Post.checked({"id": 3, "kind": "news", "title": "Just news", "author": "ana", "at": NOW}),
        Post.checked(
            {"id": 4, "kind": "incident", "title": "Payments fail", "author": "ben", "at": NOW - 9 * DAY}
        ),
        Value(id=1, name="We finish things"),
        Kudos(
            id=1,
            giver="ben",
            people=["ana"],
            roles=[MAIL],
            value=1,
            words="For the stand at the fair",
            at=NOW - DAY,
        ),
        Kudos(id=2, giver="ben", people=["cem"], words="Long ago", at=NOW - 30 * DAY),
        Absence.checked(
            {
                "id": 1,
                "person": "cem",
                "start": "2026-12-01",
                "end": "2026-12-04",
                "kind": "sick",
                "note": "flu",
                "cover": "ana",
            }
        ),
        Absence.checked({"id": 2, "person": "ben", "start": "2026-12-08", "end": "2026-12-09"}),
    ]


def goals() -> list[Document]:
    """One behind, one that was reached this week."""
    known = {"start": "2026-10-01", "due": "2026-12-31", "unit": "orders", "baseline": 0, "target": 100}
    return [
        Goal.checked(
            {
                "id": 1,
                "title": "Ship on the same day",
                "owner": "ana",
                "state": "active",
                "roles": [SHOP],
                **known,
            }
        ),
        Goal.checked(
            {
                "id": 2,
                "title": "New catalogue",
                "owner": "ben",
                "state": "reached",
                "closed_at": NOW - DAY,
                "reason": "It is printed",
                **known,
            }
        ),
        Goal.checked({"id": 3, "title": "Only a draft", **known}),
        _check_in(1, "2026-10-20", 10),
        _check_in(2, "2026-11-10", 22),
        _check_in(3, "2026-11-25", 30, note="The new shelf helps", blockers="No second printer"),
    ]


def adjustments() -> list[Adjustment]:
    """One that was reviewed this week, one that is under way."""
    return [
        Adjustment.checked(
            {
                "id": 1,
                "title": "Larger pictures",
                "kpi": 1,
                "owner": "ben",
                "made_on": "2026-10-28",
                "review_on": "2026-11-26",
                "outcome": "no effect",
                "learned": "Pictures are not it",
                "reviewed_at": NOW - DAY,
                "expected": "two tenths more",
            }
        ),
        Adjustment.checked(
            {
                "id": 2,
                "title": "Free returns only above 50 EUR",
                "kpi": 3,
                "owner": "ana",
                "made_on": "2026-11-02",
                "review_on": "2027-01-15",
                "expected": "below 8 %",
            }
        ),
    ]


def shop(*more: Document) -> Team:
    """All of it."""
    roles = [
        Role(id=role.id, name=role.name, lead=role.lead, position=role.position, department=name)
        for role, name in zip(builders.roles(), ("Sales", "Content", "Content"), strict=True)
    ]
    people: list[Member] = builders.members()
    documents = [*kpis(), *readings(), *news(), *goals(), *adjustments(), *roles, *people]
    return builders.team(*documents, *more, tasks=cards())


def report(team: Team | None = None, period: Period | None = None, scope: Scope = WHOLE_TEAM) -> Report:
    """The report of this week, or of another time."""
    team, period = team or shop(), period or week("this", TODAY)
    return build(team, period, NOW, flow_page(team, period, NOW, scope, ()), scope)


def _check_in(id: int, day: str, value: float, **fields: Any) -> CheckIn:
    at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    return CheckIn.checked(
        {"id": id, "goal": 1, "day": day, "value": value, "author": "ana", "at": at, **fields}
    )


def _mondays(count: int) -> list[date]:
    """Mondays, the last one that of the week before this one."""
    return [date(2026, 11, 16) - timedelta(days=7 * back) for back in range(count - 1, -1, -1)]
