"""The shop team with cards of all kinds, and short ways to ask for them."""

from __future__ import annotations

from datetime import date, timedelta

from store.filters import Search
from store.models import Member, Role
from store.team import Team
from tests.builders import BACKLOG, DOING, DONE, MAIL, NOW, PHOTO, READY, SHOP, comment, task, team

TODAY = date(2026, 11, 23)
"""A Monday."""


def shop() -> Team:
    """Ten cards, each with something of its own; #9 is archived."""
    cards = [
        task(1, "Order wrapping paper", BACKLOG, SHOP, tags=["Christmas", "buy"], due="2026-11-20"),
        task(2, "Call the carrier", BACKLOG, SHOP, priority="high", due="2026-11-23", created_by="ben"),
        task(3, "Collect ideas for spring", BACKLOG, None, description="As many\nas we can\nfind."),
        task(4, "Count the stock", READY, SHOP, assignees=["ana"], due="2026-11-29", estimate=2),
        task(5, "Photograph the spring range", READY, PHOTO, assignees=["ben"], due="2026-11-30"),
        task(6, "Retouch the catalogue", DOING, PHOTO, assignees=["ben", "ana"], blocked="No light"),
        task(7, "Write the letter", DOING, MAIL, assignees=["cem"], column_since=NOW - timedelta(days=2)),
        task(8, "Clean the window", DONE, SHOP, assignees=["ana"], blocked="Rain", due="2026-11-01"),
        task(9, "Old paper", DONE, SHOP, archived_at=NOW),
        task(12, 'A 24" monitor at 10:30', BACKLOG, None, goal=7, created_at=NOW, tags=["buy"]),
    ]
    more = (
        comment(1, 3, "Ask about the balloons"),
        Role(id=4, name="Customer service", position="z"),
        Member(id=4, login="zoe", name="Zoë Quist", left_at=NOW),
    )
    return team(*more, tasks=cards)


def found(query: str, board: Team | None = None, person: str = "ana") -> list[int] | None:
    """Numbers of the cards that a query finds; `None` when it asks nothing."""
    tasks = Search().matching(board or shop(), query, person=person, today=TODAY).tasks
    return None if tasks is None else sorted(tasks)


def problem(query: str) -> str:
    """What is said about a query."""
    return Search().matching(shop(), query, person="ana", today=TODAY).problem
