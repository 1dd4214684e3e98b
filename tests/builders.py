"""A small shop team, built fresh for each test, and short ways to put more into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from store import rank
from store.models import (
    SETTINGS_ID,
    TABLES,
    Column,
    ColumnKind,
    Comment,
    Document,
    Fields,
    Member,
    Raw,
    Role,
    Settings,
    Task,
)
from store.team import Team

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
"""A Monday morning; `tasks()` and `team()` are as they are at this moment."""
LONG_AGO = NOW - timedelta(days=30)
LATER = NOW + timedelta(hours=1)

BACKLOG, READY, DOING, DONE = 1, 2, 3, 4
"""Numbers of the columns."""
SHOP, PHOTO, MAIL = 1, 2, 3
"""Numbers of the roles: Shop, Photography, Newsletter."""
DOING_LIMIT = 3


def settings() -> Settings:
    """The team's settings."""
    return Settings(id=SETTINGS_ID, name="Corner Shop", time_zone="Europe/Berlin")


def columns() -> list[Column]:
    """Backlog, Ready, Doing (at most three cards), Done."""
    kinds = [
        ("Backlog", ColumnKind.QUEUE, None),
        ("Ready", ColumnKind.QUEUE, None),
        ("Doing", ColumnKind.ACTIVE, DOING_LIMIT),
        ("Done", ColumnKind.DONE, None),
    ]
    return [
        Column(id=id, name=name, kind=kind, wip_limit=limit, position=position)
        for id, (position, (name, kind, limit)) in enumerate(zip(rank.spread(4), kinds, strict=True), 1)
    ]


def roles() -> list[Role]:
    """Shop, Photography, Newsletter; none has a limit."""
    return [
        Role(id=id, name=name, lead=lead, position=position)
        for id, (position, name, lead) in enumerate(
            zip(rank.spread(3), ("Shop", "Photography", "Newsletter"), ("ana", "ben", ""), strict=True), 1
        )
    ]


def members() -> list[Member]:
    """Ana, Ben and Cem."""
    return [
        Member(id=1, login="ana", name="Ana Lima", roles=[SHOP], time_zone="Europe/Berlin"),
        Member(id=2, login="ben", name="Ben Okafor", roles=[PHOTO], time_zone="Europe/Berlin"),
        Member(id=3, login="cem", name="Cem Demir", roles=[MAIL, SHOP], time_zone="Europe/Berlin"),
    ]


def task(
    id: int,
    title: str = "",
    column: int = BACKLOG,
    role: int | None = SHOP,
    position: str = "",
    **fields: Any,
) -> Task:
    """One task, with the times that fit its column; its rank follows its number unless `position` says so."""
    known: Fields = {"created_at": LONG_AGO, "created_by": "ana", "column_since": LONG_AGO}
    if column in (DOING, DONE):
        known["started_at"] = LONG_AGO
    if column == DONE:
        known["finished_at"] = LONG_AGO
    return Task.checked(
        {
            "id": id,
            "title": title or f"Task {id}",
            "column": column,
            "role": role,
            "position": position or _rank_of(id),
            **known,
            **fields,
        }
    )


def comment(id: int, task: int, text: str = "Looks good.", author: str = "ben", **fields: Any) -> Comment:
    """One comment."""
    return Comment.checked({"id": id, "task": task, "text": text, "author": author, "at": LONG_AGO, **fields})


def tasks() -> list[Task]:
    """Eight tasks: three in the backlog (one of them nobody's), two ready, two in work, one done."""
    return [
        task(1, "Order wrapping paper", BACKLOG, SHOP),
        task(2, "Call the carrier", BACKLOG, SHOP, priority="high"),
        task(3, "Collect ideas for spring", BACKLOG, None),
        task(4, "Count the stock", READY, SHOP, assignees=["ana"]),
        task(5, "Photograph the spring range", READY, PHOTO, assignees=["ben"], due="2026-11-27"),
        task(6, "Retouch the catalogue", DOING, PHOTO, assignees=["ben"], depends_on=[5]),
        task(7, "Write the December letter", DOING, MAIL, assignees=["cem"]),
        task(8, "Clean the window", DONE, SHOP, assignees=["ana"]),
    ]


def team(*more: Document, tasks: Iterable[Task] | None = None) -> Team:
    """The shop team; `tasks` replaces its tasks, `more` adds documents or replaces those with its numbers."""
    board = _tasks() if tasks is None else tasks
    documents = [settings(), *columns(), *roles(), *members(), *board, *more]
    return Team(tables_of(documents))


def archived(**fields: Any) -> Team:
    """The shop team with task 20, archived."""
    return team(task(20, archived_at=LONG_AGO, **fields))


def crowded(count: int) -> Team:
    """The shop team with `count` tasks, spread evenly over columns and roles."""
    return team(
        tasks=[
            task(id, f"Task {id}", 1 + id % 4, (None, SHOP, PHOTO, MAIL)[id // 4 % 4])
            for id in range(1, count + 1)
        ]
    )


def tables_of(documents: Iterable[Document]) -> dict[str, dict[int, Raw]]:
    """The documents as TinyDB would keep them."""
    table_of = {kind: table for table, kind in TABLES.items()}
    tables: dict[str, dict[int, Raw]] = {table: {} for table in TABLES}
    for document in documents:
        tables[table_of[type(document)]][document.id] = document.raw()
    return tables


def titles(team: Team, column: int, role: int | None) -> list[str]:
    """The titles in one cell, from top to bottom."""
    return [team.task(id).title for _, id in team.cell(column, role)]


def numbers(team: Team, column: int, role: int | None) -> list[int]:
    """The task numbers in one cell, from top to bottom."""
    return [id for _, id in team.cell(column, role)]


_tasks = tasks


def _rank_of(id: int) -> str:
    # A fraction may not end in 0, and still sorts by number without it.
    return f"V{abs(id):07d}".rstrip("0")
