"""A team with news, and how tests look at their screen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from textual.pilot import Pilot

from store.models import Document, Member, Post, ReadState, Reply
from tests.builders import NOW, PHOTO, task
from tests.tui.conftest import Office, until
from tests.tui.goals import app_of
from tui.dialogs.post_form import PostFormDialog
from tui.dialogs.reply_form import ReplyDialog
from tui.screens.news import NewsScreen
from widgets.listing import Listing
from widgets.news.sheet import PostSheet
from widgets.prompt import Prompt
from widgets.tabs_line import TabsLine

TODAY = date(2026, 11, 23)


def post(id: int, title: str, days_ago: float = 0, **fields: Any) -> Post:
    """A post of Ben's."""
    known = {"id": id, "title": title, "author": "ben", "at": NOW - timedelta(days=days_ago)}
    return Post.checked({**known, **fields})


def reply(id: int, post: int, text: str, author: str = "ben", **fields: Any) -> Reply:
    """What somebody said below a post."""
    return Reply.checked({"id": id, "post": post, "text": text, "author": author, "at": NOW, **fields})


def documents() -> list[Document]:
    """Six posts, of which Ana has read the first three; Dee leads nothing."""
    question = "It is not in the studio."
    ask = {"kind": "announcement", "acknowledge_by": TODAY + timedelta(days=2)}
    return [
        Member(id=4, login="dee", name="Dee Ray", roles=[PHOTO], time_zone="Europe/Berlin"),
        task(1, "Pack the parcels"),
        task(2, "Wrap the presents"),
        post(1, "Welcome Dee", 20, kind="celebration"),
        post(2, "Who has the big tripod?", 10, kind="question", author="ana", body=question),
        post(3, "Old carrier", 9, archived_at=NOW),
        post(4, "Last posting days", 3, **ask, body="# DHL\n\nBy **19 December**.", tasks=[1, 2]),
        post(5, "For photographers", 2, roles=[PHOTO], body="New lenses."),
        post(6, "Two hundred orders", 1, body="Thank you, @ana!", mentions=["ana"], tasks=[1]),
        reply(1, 2, "I think it is in the van.", "cem"),
        reply(2, 2, "> in the van\n\nIt is not.", "ben"),
        ReadState(id=1, login="ana", posts_up_to=3, replies_up_to=1),
    ]


def of_shop(folder: Any, local: Any) -> Office:
    """The shop's folder with these posts."""
    return Office(folder, local, *documents())


def news_screen(pilot: Pilot[None]) -> NewsScreen:
    """The news screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, NewsScreen))


def listed(pilot: Pilot[None]) -> list[int]:
    """Numbers of the posts that are shown, from top to bottom."""
    return [int(key) for key in news_screen(pilot).query_one(Listing)._keys]


def here(pilot: Pilot[None]) -> int | None:
    """Number of the post under the cursor."""
    key = news_screen(pilot).query_one(Listing).key
    return None if key is None else int(key)


def line(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return news_screen(pilot).query_one(Prompt).status.strip()


def summary(pilot: Pilot[None]) -> str:
    """What stands beside the views."""
    return news_screen(pilot).query_one(TabsLine).note


def sheet(pilot: Pilot[None]) -> PostSheet:
    """The open post."""
    return news_screen(pilot).query_one(PostSheet)


def the_post(pilot: Pilot[None], number: int) -> Post:
    """A post as the app has it."""
    found = app_of(pilot).team.find(Post, number)
    assert found is not None
    return found


def unread(pilot: Pilot[None]) -> set[int]:
    """Numbers of the posts that wait to be read."""
    return set(app_of(pilot).reading.marks.unread)


def said(pilot: Pilot[None], post: int) -> list[Reply]:
    """What was said below a post."""
    return list(app_of(pilot).team.belonging(Reply, "post", post))


async def form(pilot: Pilot[None], kind: type[PostFormDialog] | type[ReplyDialog]) -> None:
    """Wait for a form."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), "opening the form")


async def closed(pilot: Pilot[None]) -> None:
    """Wait for the news to be on top again."""
    await until(pilot, lambda: pilot.app.screen is news_screen(pilot), "closing the form")
