"""What one line says of a post, as data."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from store.models import Post, PostKind
from store.news.browsing import is_pinned
from store.news.marks import Marks
from store.team import Team
from widgets.listing_row import Row
from widgets.signs import Signs
from widgets.words import day

HEADS = ("", "Title", "Asks", "Said", "Who", "When")
"""Headings of the cells."""
LEAST = (0, 20, 0, 4, 8, 6)
"""Cells that each keeps where there is little room; 0: it is not cut."""
_COLOURS = {
    PostKind.NEWS: "blue",
    PostKind.ANNOUNCEMENT: "magenta",
    PostKind.QUESTION: "cyan",
    PostKind.CELEBRATION: "green",
    PostKind.INCIDENT: "red",
}
_KINDS = {
    PostKind.NEWS: "news",
    PostKind.ANNOUNCEMENT: "announced",
    PostKind.QUESTION: "question",
    PostKind.CELEBRATION: "celebrated",
    PostKind.INCIDENT: "incident",
}


def post_row(team: Team, marks: Marks, post: Post, today: date, owed: date | None, signs: Signs) -> Row:
    """The line of a post; `owed` is the day by which the person still has to acknowledge it.

    What is read and asks for nothing is quiet.
    """
    is_unread, fresh = post.id in marks.unread, len(marks.replies.get(post.id, ()))
    replies = len(team.grouped("replies", "post").get(post.id))
    said = (f"{replies}" if replies else "") + (f" +{fresh}" if fresh and post.id not in marks.posts else "")
    when = post.at.astimezone(ZoneInfo(team.settings.time_zone)).date()
    marks_of = (signs.live if is_unread else " ") + (signs.overdue if owed else " ")
    return Row(
        key=post.id,
        cells=(
            f"{marks_of} {_KINDS[post.kind]}",
            f"{post.title} (archived)" if post.archived_at else post.title,
            _asks(post, today, owed, signs),
            said,
            team.name_of(post.author),
            day(when, today),
        ),
        is_quiet=not is_unread and not owed and not post.is_open_incident,
        colour=_COLOURS[post.kind],
    )


def _asks(post: Post, today: date, owed: date | None, signs: Signs) -> str:
    """What has to be known of it first, in a word or two."""
    if post.is_open_incident:
        return "now"
    if owed is not None:
        late = f"{signs.overdue} " if owed < today else ""
        return f"{late}by {day(owed, today)}"
    return "pinned" if is_pinned(post, today) else ""
