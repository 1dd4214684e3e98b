"""Ending what somebody learns in words of her own: a post about it, or why nothing came of it."""

from __future__ import annotations

from datetime import datetime

from store.change import Change, combine
from store.rules.learned import finish
from store.rules.learned_post import told
from store.rules.learning import drop, live_item
from store.rules.valid import changed
from store.team import Team
from store.text import clean


def finish_and_tell(
    team: Team,
    item_id: int,
    by: str,
    now: datetime,
    *,
    title: str,
    body: str,
    level: int | None = None,
    learned: str = "",
    paid: float | None = None,
    assessment: int = -1,
    post: int = -1,
    override: bool = False,
) -> Change:
    """Say that something is learned, and tell the others in a post where there are words for it.

    Args:
        team: the snapshot.
        item_id: number of the learning item.
        by: login of the person, or of who leads a role.
        now: when.
        title: of the post.
        body: what the post says, in Markdown; empty: there is none.
        level: the level in its skill from now on, 0 to 4; `None`: as it was.
        learned: what the person brought home from it.
        paid: what it has really cost; `None`: as it was.
        assessment: the negative number that stands for the new level until the commit.
        post: the one for the post.
        override: go over a limit of the board.

    Raises:
        NeedsConsent: the column for finished cards has reached its limit.
        NotFound: there is no such item.
        Refused: what `learned.finish` refuses.
    """
    done = finish(
        team,
        item_id,
        by,
        now,
        level=level,
        learned=learned,
        paid=paid,
        assessment=assessment,
        override=override,
    )
    if not body.strip():
        return done
    item = live_item(team, item_id)
    posted = told(team, item, title, body, by, now, post)
    number = posted.edits[0].id
    return combine([done, posted, changed(item, "", {"post": number})], done.label).signed(by, now)


def drop_because(team: Team, item_id: int, reason: str, by: str, now: datetime) -> Change:
    """Say why nothing comes of what somebody wanted to learn; the reason stands below why it was wanted.

    Raises:
        NotFound: there is no such item.
        Refused: it is archived, somebody else's, done or dropped already.
    """
    change = drop(team, item_id, by, now)
    words = clean(reason).strip()
    if not words:
        return change
    item = live_item(team, item_id)
    why = "\n\n".join(filter(None, (item.why, f"Dropped: {words}")))
    return combine([change, changed(item, "", {"why": why})], change.label).signed(by, now)
