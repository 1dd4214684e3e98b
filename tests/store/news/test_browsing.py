"""Which posts are shown for which filter, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from store.models import Acknowledgement, Document, Member, Post, PostKind, ReadState, Reply
from store.news.browsing import Wanted, browse, is_pinned
from store.news.marks import Marks, Read
from store.team import Team
from tests import builders
from tests.builders import MAIL, NOW, PHOTO, SHOP

TODAY = date(2026, 11, 23)


def post(id: int, title: str = "", days: int = 0, **fields: Any) -> Post:
    """A post of Ben's, written some days ago."""
    known = {"title": title or f"Post {id}", "author": "ben", "at": NOW - timedelta(days=days)}
    return Post.checked({"id": id, **known, **fields})


def reply(id: int, post: int, author: str = "cem", **fields: Any) -> Reply:
    """Something said below a post just now."""
    return Reply.checked({"id": id, "post": post, "author": author, "text": "Yes.", "at": NOW, **fields})


def browsed(team: Team, person: str = "ana", read: Read | None = None, **wanted: Any) -> list[int]:
    """Numbers of the posts from top to bottom, as a person sees them."""
    return [found.id for found in browse(team, Wanted(**wanted), person, TODAY, Marks(team, person, read))]


def shown(*documents: Document, person: str = "ana", **wanted: Any) -> list[int]:
    """The same in the builders' shop with these documents."""
    return browsed(builders.team(*documents), person, **wanted)


def test_the_newest_stands_first() -> None:
    """By when it was written, not by its number; of two at once the later number comes first."""
    assert shown(post(1, days=2), post(2, days=3), post(3, days=1), post(4, days=1)) == [4, 3, 1, 2]


def test_open_incidents_stand_above_pinned_posts_and_those_above_the_others() -> None:
    """Each of the three with the newest first; an incident that is over is a post like any other."""
    assert shown(
        post(1, days=9, kind="incident"),
        post(2, days=5, pinned_until="2026-11-23"),
        post(3, days=8, kind="incident"),
        post(4, days=4, kind="incident", closed_at=NOW),
        post(5, days=6, pinned_until="2026-12-24"),
        post(6, days=3, pinned_until="2026-11-22"),
        post(7, days=1),
        post(8, days=7, kind="incident", pinned_until="2026-12-24"),
    ) == [8, 3, 1, 2, 5, 7, 6, 4]


def test_what_is_owed_stands_above_what_is_pinned() -> None:
    """By its day, and only for who owes it; an incident that is owed stands among the incidents."""
    documents = (
        post(1, days=9, acknowledge_by="2026-11-30"),
        post(2, days=8, acknowledge_by="2026-11-20", pinned_until="2026-12-24"),
        post(3, days=7, acknowledge_by="2026-11-30"),
        post(4, days=6, kind="incident", acknowledge_by="2026-11-20"),
        post(5, days=5, kind="incident"),
        post(6, days=4, pinned_until="2026-12-24"),
        post(7, days=3, acknowledge_by="2026-11-20", people=["cem"]),
        post(8, days=2),
        Acknowledgement(id=1, post=3, author="cem", at=NOW),
    )

    assert shown(*documents) == [5, 4, 2, 1, 3, 6, 8, 7]
    assert shown(*documents, person="cem") == [5, 4, 2, 7, 1, 6, 8, 3]
    assert shown(*documents, person="ben") == [5, 4, 6, 2, 8, 7, 3, 1]


def test_a_pin_holds_up_to_its_day() -> None:
    """That day included, and not in the archive."""
    pinned = post(1, pinned_until=TODAY)

    assert is_pinned(pinned, TODAY)
    assert not is_pinned(pinned, TODAY + timedelta(days=1))
    assert not is_pinned(replace(pinned, archived_at=NOW), TODAY)
    assert not is_pinned(post(1), TODAY)


def test_what_was_put_away_stands_apart() -> None:
    """It is shown when it is asked for, alone, and with the newest first whatever it was."""
    documents = (
        post(1, days=3, archived_at=NOW, pinned_until="2026-12-24"),
        post(2, days=2),
        post(3, days=1, archived_at=NOW),
        post(4, days=4, archived_at=NOW, kind="incident"),
    )

    assert shown(*documents) == [2]
    assert shown(*documents, archived=True) == [3, 1, 4]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("returns", [3, 1]),
        ("RETURNS", [3, 1]),
        ("returns label", [3]),
        ("label   Returns", [3]),
        ("ben", [3, 2]),
        ("okafor returns", [3]),
        ("ana lima", [1]),
        ("straße", [2]),
        ("STRASSE", [2]),
        ("parcels returns", []),
        ("", [3, 2, 1]),
        ("  ", [3, 2, 1]),
    ],
)
def test_every_word_has_to_occur(words: str, found: list[int]) -> None:
    """In the title, the body or the author's name, in any case and order."""
    documents = (
        post(1, "Returns are up", author="ana", days=3),
        post(2, "The parcels", body="Now at Lange Straße 4.", days=2),
        post(3, "A new form", body="The label of *returns* is blue.", days=1),
    )

    assert shown(*documents, words=words) == found


def test_only_one_kind() -> None:
    """A kind that only a newer version knows is news."""
    team = builders.team(post(1, kind="question"), post(2), post(3, kind="announcement"), post(4))
    posts = team.tables["posts"]
    odd = Team({**team.tables, "posts": {**posts, 4: {**posts[4], "kind": "horoscope"}}})

    assert [browsed(odd, kind=kind) for kind in PostKind] == [[4, 2], [3], [1], [], []]


def test_only_those_of_an_author_or_for_a_role() -> None:
    """What is for everyone is for no role by name."""
    documents = (post(1, author="ana"), post(2, roles=[PHOTO, MAIL]), post(3, roles=[SHOP]), post(4))

    assert shown(*documents, author="ana") == [1]
    assert shown(*documents, author="nobody") == []
    assert shown(*documents, role=MAIL) == [2]
    assert shown(*documents, role=SHOP) == [3]


def test_unread_is_what_one_person_has_not_read() -> None:
    """New posts that are for her, and posts of hers with new replies; what was just read is not unread."""
    documents = (
        post(1, days=5),
        post(2, days=4),
        post(3, author="ana", days=3),
        post(4, people=["cem"], days=2),
        post(5, days=1),
        reply(1, 3),
        ReadState(id=1, login="ana", posts_up_to=1),
    )

    assert shown(*documents, unread=True) == [5, 3, 2]
    assert shown(*documents, unread=True, person="cem") == [5, 4, 3, 2, 1]
    assert browsed(builders.team(*documents), read=Read(frozenset({5})), unread=True) == [3, 2]


def test_mentions_are_posts_that_name_the_person_and_those_below_which_she_is_named() -> None:
    """Whether she has read them or not."""
    documents = (
        post(1, days=2, mentions=["ana"]),
        post(2, days=1),
        post(3, mentions=["cem"]),
        reply(1, 2, mentions=["ana", "ben"]),
        ReadState(id=1, login="ana", posts_up_to=9, replies_up_to=9),
    )

    assert shown(*documents, mentions=True) == [2, 1]
    assert shown(*documents, mentions=True, person="cem") == [3]


def test_owed_is_what_the_person_has_not_acknowledged() -> None:
    """Of what is for her; the author owes nothing, and archived posts ask for nothing."""
    documents = (
        post(1, days=3, acknowledge_by="2026-11-20"),
        post(2, days=2, acknowledge_by="2026-11-30"),
        post(3, days=1, acknowledge_by="2026-11-30", people=["cem"]),
        post(4, acknowledge_by="2026-11-30", archived_at=NOW),
        post(5),
        Acknowledgement(id=1, post=2, author="ana", at=NOW),
    )

    assert shown(*documents, owed=True) == [1]
    assert shown(*documents, owed=True, person="cem") == [1, 2, 3]
    assert shown(*documents, owed=True, person="ben") == []
    assert shown(*documents, owed=True, archived=True) == []


def test_everything_that_is_asked_for_has_to_be_so() -> None:
    """Filters narrow each other."""
    documents = (post(1, "Boxes", kind="question"), post(2, "Boxes"), post(3, "Tape", kind="question"))

    assert shown(*documents, words="boxes", kind=PostKind.QUESTION, unread=True) == [1]
    assert shown(*documents, words="boxes", kind=PostKind.QUESTION, mentions=True) == []


def test_somebody_outside_the_team_sees_what_there_is() -> None:
    """She is asked for nothing, and what is for everyone is unread for her."""
    documents = (post(1, acknowledge_by="2026-11-30"), post(2, people=["ana"]))

    assert shown(*documents, person="zoe") == [2, 1]
    assert shown(*documents, person="zoe", owed=True) == []
    assert shown(*documents, person="zoe", unread=True) == [1]


def test_a_post_that_another_program_spoilt_does_not_hide_the_others() -> None:
    """What cannot be read at all is left out, whichever filter looks at it."""
    team = builders.team(post(1), post(2))
    odd: dict[str, Any] = {"title": 7, "body": [], "author": {}, "roles": "Shop", "kind": [], "mentions": 1}
    spoilt = Team({**team.tables, "posts": {**team.tables["posts"], 3: odd}})

    for wanted in ({}, {"words": "post"}, {"kind": PostKind.NEWS}, {"author": "ben"}, {"unread": True}):
        assert browsed(spoilt, **wanted) == [2, 1]
    assert browsed(spoilt, role=SHOP) == browsed(spoilt, mentions=True) == browsed(spoilt, owed=True) == []


def test_who_left_is_still_found_by_login() -> None:
    """Of a former member the team has the login only."""
    left = Member(id=2, login="ben", name="Ben Okafor", left_at=datetime.fromisoformat("2026-11-01T00:00Z"))

    assert shown(left, post(1), words="ben") == [1]


def test_asking_for_something_is_narrow() -> None:
    """Each of the filters is; asking for nothing is not."""
    assert not Wanted().is_narrow
    asked: list[dict[str, Any]] = [
        {"words": "box"},
        {"kind": PostKind.NEWS},
        {"author": "ben"},
        {"role": SHOP},
        {"unread": True},
        {"mentions": True},
        {"owed": True},
        {"archived": True},
    ]
    assert all(Wanted(**one).is_narrow for one in asked)
