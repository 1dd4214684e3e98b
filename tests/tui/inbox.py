"""A team in which somebody has done what concerns Ana, and how tests look at her inbox."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from textual.pilot import Pilot

from store.models import Document, Post
from store.rules import comments, replies, tasks
from tests.builders import NOW
from tests.tui.conftest import Office, packet, until
from tests.tui.goals import app_of, goal
from tests.tui.news import TODAY
from tui.dialogs.inbox import InboxDialog
from widgets.listing import Listing
from widgets.prompt import Prompt

ALL = ["posts/1/owed", "goals/1/owed", "tasks/6", "tasks/1", "posts/2", "tasks/4"]
"""What each line of the inbox is about, from top to bottom."""


def documents() -> list[Document]:
    """A post that Ana has to acknowledge, one of hers, and a goal on which she owes a check-in."""
    return [
        Post(id=1, title="Posting days", author="ben", at=NOW, acknowledge_by=TODAY + timedelta(days=2)),
        Post(id=2, title="Where is the tape?", author="ana", at=NOW),
        goal(1, "Ship the same day"),
    ]


def of_shop(folder: Path, local: Path) -> Office:
    """The shop, where Ben has done six things."""
    office = Office(folder, local, *documents())
    ben = office.colleague("ben")
    for text in ("Look.", "Well?", "Anybody?"):
        ben.commit(comments.comment(ben.team, 4, text, "ben", NOW))
    ben.commit(tasks.edit(ben.team, 1, "ben", NOW, assignees=["ana"]))
    ben.commit(replies.reply(ben.team, 2, "In the van.", "ben", NOW))
    ben.commit(comments.comment(ben.team, 6, "@ana, please.", "ben", NOW))
    return office


def dialog(pilot: Pilot[None]) -> InboxDialog:
    """The inbox, be another dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, InboxDialog))


def listed(pilot: Pilot[None]) -> list[str]:
    """What each line is about."""
    return [str(key) for key in dialog(pilot).query_one(Listing)._keys]


def new(pilot: Pilot[None]) -> list[str]:
    """The lines that are marked as new."""
    return [name for name, item in dialog(pilot)._shown.items() if item.is_new]


def under_cursor(pilot: Pilot[None]) -> str:
    return str(dialog(pilot).query_one(Listing).key)


def line(pilot: Pilot[None]) -> str:
    """What the line below the list says."""
    return dialog(pilot).query_one(Prompt).status.strip()


async def opened(pilot: Pilot[None]) -> None:
    """Open the inbox and wait until it knows everything."""
    await packet(pilot, "ctrl+n")
    await until(pilot, lambda: isinstance(pilot.app.screen, InboxDialog), "opening")
    await until(pilot, lambda: app_of(pilot).inbox.is_known, "reading the history")
