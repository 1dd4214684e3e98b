"""Whom a post is for, and who of them has acknowledged it."""

from __future__ import annotations

from typing import Any

import pytest

from store.models import Member, Post, Raw
from store.news.audience import acknowledged, addresses, is_for, open_incidents, owed_by, readers, roster
from store.team import Team
from tests import news
from tests.builders import LATER, LONG_AGO, MAIL, NOW, PHOTO, SHOP, members, team

FRIDAY, MONDAY = "2026-11-27", "2026-11-30"
DAN = Member(id=4, login="dan", name="Dan", roles=[PHOTO], left_at=LONG_AGO)


def logins(people: Any) -> list[str]:
    """The logins of members."""
    return [member.login for member in people]


def owed(board: Team, login: str = "ben") -> list[int]:
    """The numbers of the posts that a person has to acknowledge."""
    return [post.id for post in owed_by(board, login)]


@pytest.mark.parametrize(
    ("fields", "whom"),
    [
        ({}, ["ana", "ben", "cem"]),
        ({"roles": [SHOP]}, ["ana", "cem"]),
        ({"roles": [PHOTO, MAIL]}, ["ben", "cem"]),
        ({"people": ["ben"]}, ["ben"]),
        ({"people": ["dan"]}, []),
        ({"roles": [SHOP], "people": ["ben"]}, ["ana", "ben", "cem"]),
        ({"roles": [PHOTO], "mentions": ["ana"]}, ["ana", "ben"]),
        ({"mentions": ["ana"]}, ["ana", "ben", "cem"]),
        ({"roles": [99]}, []),
    ],
)
def test_whom_a_post_is_for(fields: dict[str, Any], whom: list[str]) -> None:
    """Everyone where nobody is named; else who has a role of it, is named, or is mentioned."""
    post = news.post(1, **fields)

    assert logins(member for member in members() if is_for(post, member)) == whom


@pytest.mark.parametrize(
    ("raw", "is_hers"),
    [
        ({"roles": "x", "people": 3}, True),
        ({"roles": [[1], {"a": 1}]}, False),
        ({"roles": [[1], SHOP]}, False),
        ({"people": [["ana"], None, "ana"]}, True),
        ({"people": ["ben"], "mentions": {"ana": 1}}, False),
        ({"people": ["ben"], "mentions": "ana"}, False),
    ],
)
def test_fields_that_hold_anything_are_no_hindrance(raw: Raw, is_hers: bool) -> None:
    """What cannot be read names nobody."""
    assert addresses(raw, "ana", frozenset({SHOP})) is is_hers


def test_readers_are_by_name_and_without_the_author() -> None:
    """Who has left is none of them."""
    zoe = Member(id=5, login="zoe", name="anton")
    board = team(DAN, zoe)

    assert logins(readers(board, news.post(1, author="ben"))) == ["ana", "zoe", "cem"]
    assert logins(readers(board, news.post(1, author="ana", roles=[PHOTO]))) == ["ben"]


def test_a_roster_tells_who_knows_since_when_and_who_does_not() -> None:
    """Those who know by time, those who owe by name."""
    post = news.post(1, acknowledge_by=FRIDAY)
    board = team(
        post,
        Member(id=5, login="zoe"),
        news.acknowledgement(1, 1, "cem", at=LATER),
        news.acknowledgement(2, 1, "ben", at=NOW),
        news.acknowledgement(3, 2, "zoe"),
    )

    found = roster(board, post)

    assert [(member.login, at) for member, at in found.known] == [("ben", NOW), ("cem", LATER)]
    assert (logins(found.owing), found.since) == (["zoe"], LONG_AGO)


def test_a_roster_tells_who_knows_an_older_text() -> None:
    """Who acknowledged it before its last change; nobody where it was not changed. They owe nothing again."""
    post = news.post(1, acknowledge_by=FRIDAY, edited_at=NOW)
    known = [news.acknowledgement(1, 1, "ben"), news.acknowledgement(2, 1, "cem", at=NOW)]

    found = roster(team(post, *known), post)

    assert (logins(member for member, _ in found.known), found.owing) == (["ben", "cem"], ())
    assert found.before_edit == {"ben"}
    assert roster(team(*known), news.post(1, acknowledge_by=FRIDAY)).before_edit == frozenset()


def test_a_roster_has_only_those_whom_the_post_is_for() -> None:
    """Neither who has left, nor who was asked before it was for others, nor its author."""
    post = news.post(1, roles=[SHOP], acknowledge_by=FRIDAY)
    known = [news.acknowledgement(id, 1, login) for id, login in enumerate(("dan", "ben", "ana"), 1)]

    found = roster(team(post, DAN, *known), post)

    assert (found.known, logins(found.owing)) == ((), ["cem"])


def test_two_acknowledgements_of_one_person_are_one() -> None:
    """Two hosts kept them at once; the first moment counts."""
    twice = [news.acknowledgement(1, 1, "ben", at=LATER), news.acknowledgement(2, 1, "ben", at=NOW)]

    assert acknowledged(team(news.post(1), *twice), 1) == {"ben": NOW}


def test_what_is_owed_is_told_by_its_day() -> None:
    """The most urgent first, then the older; without those that are one's own, known, or for others."""
    board = team(
        news.post(1, acknowledge_by=MONDAY),
        news.post(2, acknowledge_by=FRIDAY),
        news.post(3),
        news.post(4, acknowledge_by="2026-11-01"),
        news.post(5, acknowledge_by=FRIDAY, archived_at=NOW),
        news.post(6, author="ben", acknowledge_by=FRIDAY),
        news.post(7, acknowledge_by=FRIDAY, roles=[SHOP]),
        news.post(8, acknowledge_by=FRIDAY),
        news.post(9, acknowledge_by=FRIDAY),
        news.post(10, acknowledge_by=FRIDAY, roles=[SHOP], mentions=["ben"]),
        news.acknowledgement(1, 8, "ben"),
        news.acknowledgement(2, 9, "cem"),
        DAN,
    )

    assert owed(board) == [4, 2, 9, 10, 1]
    assert owed(board, "dan") == owed(board, "nobody") == []


def test_a_day_that_cannot_be_read_asks_for_nothing() -> None:
    """What could not be acknowledged is not owed either; a bad date of archiving does not hide a post."""
    raw = news.post(1, acknowledge_by=FRIDAY).raw()
    board = team()
    odd = {1: {**raw, "acknowledge_by": "soon"}, 2: {**raw, "archived_at": "then"}, 3: {"acknowledge_by": 1}}

    assert owed(Team({**board.tables, "posts": odd})) == [2]


def test_open_incidents_are_told_newest_first() -> None:
    """By when they were written; neither over, nor put away, nor anything else."""
    board = team(
        news.post(1, kind="incident", at=NOW),
        news.post(2, kind="incident", at=LATER),
        news.post(3, kind="incident", at=LONG_AGO, roles=[MAIL]),
        news.post(4, kind="incident", closed_at=NOW),
        news.post(5, kind="incident", archived_at=NOW),
        news.post(6),
    )

    assert [post.id for post in open_incidents(board)] == [2, 1, 3]


def test_an_incident_is_open_until_it_can_be_read_that_it_is_over() -> None:
    """As the post itself says."""
    odd = {1: {**news.post(1, kind="incident").raw(), "closed_at": "yes"}}
    board = Team({**team().tables, "posts": odd})

    post = board.find(Post, 1)
    assert post
    assert post.is_open_incident
    assert open_incidents(board) == [post]
