"""Incidents that end and begin again, and posts that are put away."""

from __future__ import annotations

from typing import Any

import pytest

from store.errors import NotFound, Refused
from store.models import Member
from store.rules import posts
from tests import news
from tests.builders import LATER, LONG_AGO, MAIL, NOW, team
from tests.store.rules.test_posts import BOARD, FIRE, OVER, SALE, after, leaderless

CEMS = news.post(5, "Printer is out", "cem", kind="incident")


@pytest.mark.parametrize("by", ["ana", "ben", "cem"])
def test_an_incident_ends_with_how_it_ended(by: str) -> None:
    """Whoever wrote it or leads says so; its banner goes."""
    board = team(CEMS)

    change = posts.close(board, 5, "New toner.\n", by, NOW)

    over = after(change, 5, board)
    assert (over.outcome, over.closed_at, over.closed_by) == ("New toner.", NOW, by)
    assert (CEMS.is_open_incident, over.is_open_incident) == (True, False)
    assert change.label == "closed the incident “Printer is out”"


@pytest.mark.parametrize(
    ("id", "outcome", "by", "sentence"),
    [
        (1, "x", "ana", "“Sale” is no incident, so there is nothing to close."),
        (3, "x", "ana", "The incident “Shop was down” is over already."),
        (2, " \n\x1b[31m", "ana", "Say how it ended: what was broken, and what was done."),
        (2, "x", "cem", "Ana Lima wrote “Shop is down”; ask Ana Lima, or who leads a role."),
        (4, "x", "ana", "The post “Old” is archived; restore it first."),
        (9, "x", "ana", "There is no post 9; “tagwerk news” shows those there are."),
    ],
)
def test_what_cannot_end_is_refused(id: int, outcome: str, by: str, sentence: str) -> None:
    """No incident, over, no words, somebody else's, put away, not there."""
    with pytest.raises((Refused, NotFound)) as refused:
        posts.close(BOARD, id, outcome, by, NOW)
    assert str(refused.value) == sentence


def test_an_incident_that_is_not_over_is_opened_again() -> None:
    """What was said about its end stays until it ends again."""
    change = posts.reopen(BOARD, 3, "ana", LATER)

    again = after(change, 3)
    assert (again.outcome, again.closed_at, again.closed_by) == ("Cable.", None, "")
    assert again.is_open_incident
    assert change.label == "opened the incident “Shop was down” again"
    assert after(posts.close(BOARD.apply(change), 3, "Now.", "ben", LATER), 3).outcome == "Now."


@pytest.mark.parametrize(
    ("id", "by", "sentence"),
    [
        (1, "ana", "“Sale” is no incident that is over."),
        (2, "ana", "“Shop is down” is no incident that is over."),
        (3, "cem", "Ana Lima wrote “Shop was down”; ask Ana Lima, or who leads a role."),
        (4, "ana", "The post “Old” is archived; restore it first."),
        (9, "ana", "There is no post 9; “tagwerk news” shows those there are."),
    ],
)
def test_what_cannot_be_opened_again_is_refused(id: int, by: str, sentence: str) -> None:
    """What is not over, somebody else's, put away, not there."""
    with pytest.raises((Refused, NotFound)) as refused:
        posts.reopen(BOARD, id, by, NOW)
    assert str(refused.value) == sentence


def test_a_post_is_put_away_and_brought_back() -> None:
    """Nothing of it is lost."""
    away = posts.archive(BOARD, 1, "ana", NOW)
    board = BOARD.apply(away)
    back = posts.restore(board, 1, "ben", LATER)

    assert (after(away).archived_at, after(back, board=board)) == (NOW, SALE)
    assert (away.label, back.label) == ("archived the post “Sale”", "brought back the post “Sale”")


def test_an_incident_that_is_over_can_be_put_away() -> None:
    """One that is not stays before everyone's eyes."""
    assert after(posts.archive(BOARD, 3, "ana", NOW), 3).archived_at == NOW
    with pytest.raises(Refused) as refused:
        posts.archive(BOARD, 2, "ana", NOW)
    assert str(refused.value) == "The incident “Shop is down” is not over; close it first."


@pytest.mark.parametrize(
    ("rule", "id", "by", "sentence"),
    [
        (posts.archive, 4, "ana", "The post “Old” is archived; restore it first."),
        (posts.archive, 1, "cem", "Ana Lima wrote “Sale”; ask Ana Lima, or who leads a role."),
        (posts.archive, 9, "ana", "There is no post 9; “tagwerk news” shows those there are."),
        (posts.restore, 1, "ana", "The post “Sale” is not archived."),
        (posts.restore, 4, "cem", "Ana Lima wrote “Old”; ask Ana Lima, or who leads a role."),
        (posts.restore, 9, "ana", "There is no post 9; “tagwerk news” shows those there are."),
    ],
)
def test_what_cannot_be_put_away_or_brought_back_is_refused(
    rule: Any, id: int, by: str, sentence: str
) -> None:
    """Twice, somebody else's, not there."""
    with pytest.raises((Refused, NotFound)) as refused:
        rule(BOARD, id, by, NOW)
    assert str(refused.value) == sentence


def test_what_somebody_wrote_who_has_left_is_anybodys() -> None:
    """Nobody is to be asked who is not there any more."""
    gone = Member(id=4, login="dan", roles=[MAIL], left_at=LONG_AGO)
    board = team(gone, news.post(5, "Stuck", "dan", kind="incident"))

    assert after(posts.close(board, 5, "Done.", "cem", NOW), 5, board).closed_by == "cem"


def test_where_nobody_leads_everybody_closes() -> None:
    """And puts away."""
    board = leaderless(FIRE, OVER)

    assert posts.close(board, 2, "x", "cem", NOW)
    assert posts.archive(board, 3, "cem", NOW)


def test_an_open_incident_stays_one_when_it_is_edited() -> None:
    """It does not end without a word of how by becoming something else; other words are fine."""
    with pytest.raises(Refused) as refused:
        posts.edit(BOARD, 2, "ana", LATER, kind="news")

    assert str(refused.value) == "The incident “Shop is down” is not over; close it first."
    assert after(posts.edit(BOARD, 2, "ana", LATER, title="All is down"), 2).is_open_incident
    assert not after(posts.edit(BOARD, 1, "ana", LATER, kind="incident")).closed_at


def test_an_incident_that_is_over_stays_one() -> None:
    """How it ended would be hidden; its words may be changed."""
    with pytest.raises(Refused) as refused:
        posts.edit(BOARD, 3, "ana", LATER, kind="news")

    assert str(refused.value) == (
        "“Shop was down” was an incident, and how it ended stands below it; write a new post instead."
    )
    assert after(posts.edit(BOARD, 3, "ana", LATER, title="All was down"), 3).outcome == "Cable."


def test_what_only_looks_as_if_it_were_over_is_not_opened_again() -> None:
    """Another program gave a day of its end to what is no incident."""
    board = team(news.post(1, "Sale", closed_at=LONG_AGO))

    with pytest.raises(Refused, match="“Sale” is no incident that is over"):
        posts.reopen(board, 1, "ana", NOW)


def test_whom_a_post_named_may_be_gone_when_somebody_is_added() -> None:
    """Who has left, and a role that is gone, are not in the way of others; new ones have to be there."""
    gone = Member(id=4, login="dan", left_at=LONG_AGO)
    board = team(gone, news.post(1, people=["dan"], roles=[77], tasks=[99], goals=[9]))
    wider = {"people": ["dan", "cem"], "roles": [77, MAIL], "tasks": [99, 1], "goals": [9]}

    new = after(posts.edit(board, 1, "ana", NOW, **wider), 1, board)

    assert (new.people, new.roles, new.tasks) == (["dan", "cem"], [77, MAIL], [1, 99])
    with pytest.raises(NotFound, match="There is no role 78"):
        posts.edit(board, 1, "ana", NOW, roles=[77, 78])
