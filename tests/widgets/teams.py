"""Small teams for the tests of widgets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from store.models import Fields, Raw
from store.rank import spread
from store.team import Team

TODAY = date(2026, 3, 12)
COLUMNS = (
    ("Ideas", "queue", None),
    ("To do", "queue", None),
    ("Doing", "active", 4),
    ("Review", "active", None),
    ("Done", "done", None),
)
ROLES = (
    ("Management", "blue", None),
    ("Catalogue", "green", None),
    ("Photo and content", "magenta", 3),
    ("Marketing", "red", None),
    ("Shop development", "cyan", None),
    ("Customer service", "yellow", 2),
    ("Warehouse", "orange", None),
    ("Purchasing", "blue", None),
    ("Finance", "grey", None),
)
PEOPLE = ("Ana Lima", "Ben Okoro", "Chen Wei", "Dora Falk")
TITLES = (
    "Photograph the spring range",
    "Reply to Möller about the torn parcel",
    "Count stock in aisle 4",
    "Newsletter for Easter: choose three products and write the teasers",
    "Fix the shipping price for Norway",
    "商品の写真を撮る",
    "Call the carrier",
    "Move invoices of February to the archive",
)


def shop(tasks: int, columns: int = len(COLUMNS), roles: int = len(ROLES)) -> Team:
    """A team with so many cards, spread unevenly, with a bit of everything on them."""
    tables: dict[str, dict[int, Raw]] = {
        "settings": {1: {"name": "Nordlicht Shop", "time_zone": "UTC"}},
        "columns": {
            i: {"name": name, "kind": kind, "position": f"{i:02}1", **({"wip_limit": limit} if limit else {})}
            for i, (name, kind, limit) in enumerate(COLUMNS[:columns], 1)
        },
        "roles": {
            i: {
                "name": name,
                "colour": colour,
                "position": f"{i:02}1",
                **({"wip_limit": limit} if limit else {}),
            }
            for i, (name, colour, limit) in enumerate(ROLES[:roles], 1)
        },
        "members": {i: {"login": name.split()[0].lower(), "name": name} for i, name in enumerate(PEOPLE, 1)},
        "tasks": dict(zip(range(1, tasks + 1), _tasks(tasks, columns, roles), strict=True)),
        "comments": {
            i: {"task": i * 3, "author": "ben", "text": "Looks good.", "at": "2026-03-10T09:00:00Z"}
            for i in range(1, tasks // 3 + 1)
        },
    }
    return Team(tables)


def card(title: str, column: int, role: int | None, position: str, **fields: Any) -> Fields:
    """A task as TinyDB keeps it."""
    return {"title": title, "column": column, "role": role, "position": position, **fields}


def _tasks(tasks: int, columns: int, roles: int) -> Iterator[Fields]:
    ranks = spread(tasks)
    for i in range(tasks):
        column, role = 1 + i * 13 // 7 % columns, 1 + i * i * 5 // 3 % roles
        fields = card(TITLES[i % len(TITLES)], column, role, ranks[i], column_since="2026-03-02T08:00:00Z")
        fields["priority"] = ("normal", "normal", "high", "normal", "urgent", "low")[i % 6]
        if i % 3 == 0:
            fields["assignees"] = [PEOPLE[i % 4].split()[0].lower()]
        if i % 4 == 1:
            fields["due"] = f"2026-03-{8 + i % 14:02}"
        if i % 5 == 2:
            fields["checklist"] = [{"id": str(n), "text": f"Step {n}", "done": n < 2} for n in range(5)]
        if i % 11 == 6:
            fields["blocked"] = "Waiting for the supplier"
        if column == columns:
            fields["finished_at"] = "2026-03-11T08:00:00Z"
        yield fields
