"""Finishing what one learns, and having it on the board."""

from __future__ import annotations

from datetime import datetime

from store.change import Change, combine
from store.errors import Refused
from store.models import Fields, LearningItem, LearningState
from store.rules import learning_card
from store.rules.assessments import assess
from store.rules.board import free_number
from store.rules.learned_post import proposed, told
from store.rules.learning import OPEN, live_item, refuse_unless_agreed, refuse_unless_concerned
from store.rules.membership import refuse_unless_lead
from store.rules.valid import changed
from store.rules.words import named, quoted
from store.team import Team


def finish(
    team: Team,
    item_id: int,
    by: str,
    now: datetime,
    *,
    level: int | None = None,
    learned: str = "",
    share: bool = False,
    paid: float | None = None,
    assessment: int = -1,
    post: int = -1,
    override: bool = False,
) -> Change:
    """Say that something is learned: with the new level, a note for the others, and its card finished.

    All of it happens, or nothing. One's own level is an estimate until who leads a role confirms it.

    Args:
        team: the snapshot.
        item_id: number of the learning item.
        by: login of the person, or of who leads a role.
        now: when.
        level: the level in its skill from now on, 0 to 4; `None`: as it was.
        learned: what the person brought home from it.
        share: tell it in the news, to everyone.
        paid: what it has really cost; `None`: as it was.
        assessment: the negative number that stands for the new level until the commit.
        post: the one for the news.
        override: go over a limit of the board.

    Raises:
        NeedsConsent: the column for finished cards has reached its limit.
        NotFound: there is no such item.
        Refused: it is archived, somebody else's, no longer open or not agreed to; a level is given, but it
            has no skill; it is to be shared, but nothing is said; or a value does not fit its field.
    """
    item = live_item(team, item_id)
    refuse_unless_concerned(team, item, by)
    refuse_unless_agreed(team, item)
    if item.state is LearningState.DONE:
        raise Refused(f"{quoted(item.title)} is done already.")
    fields: Fields = {"state": LearningState.DONE, "finished_on": team.today(now), "learned": learned}
    if paid is not None:
        refuse_unless_lead(team, by, "says what was paid")
        fields |= {"paid": paid, "paid_on": team.today(now)}
    label = f"finished {quoted(item.title)}"
    parts = learning_card.finished(team, item, by, now, override)
    if level is not None:
        parts.append(_assessed(team, item, level, learned, by, now, assessment))
    if share:
        posted = _shared(team, item, level, learned, by, now, post)
        fields["post"] = posted.edits[0].id
        parts.append(posted)
    return combine([*parts, changed(item, label, fields)], label).signed(by, now)


def to_card(
    team: Team, item_id: int, by: str, now: datetime, *, id: int = -1, override: bool = False
) -> Change:
    """Put a learning item on the board, in the lane of the person's main role.

    A card that it was before, and that was put away, comes back instead.

    Raises:
        NeedsConsent: the column or the role has reached its limit.
        NotFound: there is no such item.
        Refused: it is archived, somebody else's, no longer open or not agreed to, or is a card already.
    """
    item = live_item(team, item_id)
    refuse_unless_concerned(team, item, by)
    refuse_unless_agreed(team, item)
    if item.state not in OPEN:
        raise Refused(f"{quoted(item.title)} is {item.state}, so there is nothing to do on the board.")
    card = learning_card.card_of(team, item)
    if card is not None:
        raise Refused(f"{quoted(item.title)} is the card {named(card)} already.")
    label = f"put {quoted(item.title)} on the board"
    return learning_card.made(team, item, by, now, label=label, id=id, override=override)


def _assessed(
    team: Team, item: LearningItem, level: int, learned: str, by: str, now: datetime, id: int
) -> Change:
    if item.skill is None:
        raise Refused(f"{quoted(item.title)} is for no skill, so it leads to no level; name its skill first.")
    number = free_number(team, "assessments", id)
    return assess(
        team, item.person, item.skill, level, by, now, evidence=learned or item.title, item=item.id, id=number
    )


def _shared(
    team: Team, item: LearningItem, level: int | None, learned: str, by: str, now: datetime, id: int
) -> Change:
    title, body = proposed(team, item, level, learned, by)
    if not body:
        raise Refused("Say in a sentence or two what was learned, so that the others have something of it.")
    return told(team, item, title, body, by, now, id)
