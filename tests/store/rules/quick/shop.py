"""The shop team for lines in the quick syntax, and a short way to read one."""

from __future__ import annotations

from datetime import date
from typing import Any

from store.models import Member, Role
from store.rules.quick import Quick, preview, read
from store.team import Team
from tests.builders import BACKLOG, NOW, task, team

TODAY = date(2026, 11, 23)
"""A Monday."""
SERVICE = 4
"""Number of the role “Customer service”."""


def shop(*tasks: Any) -> Team:
    """The builders' shop, with a role of two words, somebody who left, and a tag in use."""
    cards = tasks or (task(1, "Order", BACKLOG, tags=["Christmas"]),)
    more = (
        Role(id=SERVICE, name="Customer service", position="z"),
        Member(id=4, login="zoe", name="Zoe Quist", left_at=NOW),
        Member(id=5, login="anton", name="Anton Berg"),
    )
    return team(*more, tasks=cards)


def line(text: str) -> Quick:
    """What Ana's line for a new card says."""
    return read(shop(), text, "ana", TODAY)


def change(text: str) -> Quick:
    """What Ana's line for changing cards says."""
    return read(shop(), text, "ana", TODAY, title_needed=False)


def typed(text: str, *, title_needed: bool = True) -> tuple[str, str]:
    """What is shown while Ana is typing."""
    return preview(shop(), text, "ana", TODAY, title_needed=title_needed)
