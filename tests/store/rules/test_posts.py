"""Writing posts, changing what they say, and putting them away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Post, PostKind
from store.rules import posts
from store.team import Team
from tests import news
from tests.builders import LATER, LONG_AGO, MAIL, NOW, PHOTO, team

YESTERDAY, TODAY, FRIDAY = "2026-11-22", "2026-11-23", "2026-11-27"
SALE = news.post(1, "Sale", body="Ask @ben.", mentions=["ben"])
FIRE = news.post(2, "Shop is down", kind="incident")
OVER = news.post(3, "Shop was down", kind="incident", closed_at=LONG_AGO, closed_by="ben", outcome="Cable.")
AWAY = news.post(4, "Old", archived_at=LONG_AGO)
BOARD = team(SALE, FIRE, OVER, AWAY)


def leaderless(*more: Post) -> Team:
    """The shop where no role has a lead."""
    board = team(*more)
    roles = {id: {**raw, "lead": ""} for id, raw in board.tables["roles"].items()}
    return Team({**board.tables, "roles": roles})


def after(change: Change, id: int = 1, board: Team = BOARD) -> Post:
    """A post after a change."""
    return posts.post_numbered(board.apply(change), id)


def written(**fields: Any) -> Post:
    """A new post of Ana's, who leads the shop."""
    return after(posts.write(BOARD, "New", "ana", NOW, **fields), -1)


def test_a_post_has_its_author_and_time() -> None:
    """What was written, by whom and when; for everyone where nobody is named."""
    change = posts.write(BOARD, "  Carrier is late\n", "cem", NOW, body="By a *day*.\n")

    new = after(change, -1)
    assert (new.title, new.body, new.kind) == ("Carrier is late", "By a *day*.", PostKind.NEWS)
    assert (new.author, new.at, new.edited_at) == ("cem", NOW, None)
    assert (new.roles, new.people, new.mentions) == ([], [], [])
    assert (change.label, change.by, change.at) == ("posted “Carrier is late”", "cem", NOW)


def test_people_are_mentioned_in_the_title_and_in_the_body() -> None:
    """Each once, in any case of letters; who is not in the team is text."""
    new = after(posts.write(BOARD, "@Ben, look", "ana", NOW, body="@zoe, @ben and @cem"), -1)

    assert new.mentions == ["ben", "cem"]


def test_everything_about_a_post_can_be_given() -> None:
    """Its kind, whom it is for, its days, and what it is about."""
    board = team(SALE)
    given: dict[str, Any] = {
        "kind": "announcement",
        "roles": [PHOTO, MAIL],
        "people": ["cem"],
        "pinned_until": FRIDAY,
        "acknowledge_by": TODAY,
        "tasks": [1, 5],
    }

    new = after(posts.write(board, "x", "ana", NOW, **given), -1, board)

    assert {name: new.raw()[name] for name in given} == given


@pytest.mark.parametrize("title", ["", "  \n", "\x1b[31m"])
def test_a_post_needs_a_title(title: str) -> None:
    """What has none cannot be told from others."""
    with pytest.raises(Refused, match="The title must not be empty"):
        posts.write(BOARD, title, "ana", NOW)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": "x" * 301}, "is too long: 301 characters, and 300 is the most"),
        ({"body": "x" * 100_001}, "is too long: 100,001 characters, and 100,000 is the most"),
        ({"kind": "rumour"}, "The kind “rumour” is not known; it is one of"),
        ({"roles": [9]}, "There is no role 9; choose “Shop”, “Photography” or “Newsletter”"),
        ({"people": ["zoe"]}, "Nobody in the team is called “zoe”; there are ana, ben and cem"),
        ({"tasks": [99]}, "There is no task #99"),
        ({"goals": [7]}, "There is no goal 7; “tagwerk goals” shows those there are"),
        ({"acknowledge_by": YESTERDAY}, "2026-11-22 has passed; choose today or a later day"),
        ({"pinned_until": date(2026, 11, 22)}, "2026-11-22 has passed; choose today or a later day"),
        ({"acknowledge_by": "soon"}, "The deadline “soon” is not a date; write it like 2026-11-27"),
        ({"acknowledge_by": "2300-01-01"}, "The deadline “2300-01-01” is far away"),
        ({"pinned_until": "soon"}, "The last day above the others “soon” is not a date"),
        ({"author": "ben"}, "The field “author” of a post is kept by Tagwerk and cannot be edited"),
        ({"mentions": ["ben"]}, "The field “mentions” of a post is kept by Tagwerk"),
        ({"closed_at": NOW}, "The field “closed at” of a post is kept by Tagwerk"),
        ({"colour": "red"}, "There is no field “colour” in a post"),
    ],
)
def test_what_does_not_fit_is_refused(fields: dict[str, Any], sentence: str) -> None:
    """In a sentence that names it, and the way out."""
    with pytest.raises((Refused, NotFound), match=sentence) as refused:
        posts.write(BOARD, **{"title": "New", "by": "ana", "now": NOW, **fields})
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 23)])
def test_today_has_not_passed(day: Any) -> None:
    """The last day counts, and it is the team's: in Berlin it is Tuesday already."""
    late = NOW.replace(hour=23, minute=30)

    assert written(acknowledge_by=day, pinned_until=day)
    with pytest.raises(Refused, match="2026-11-23 has passed"):
        posts.write(BOARD, "x", "ana", late, pinned_until=day)


ASKING: list[tuple[dict[str, Any], str]] = [
    ({"kind": "announcement"}, "announces something"),
    ({"acknowledge_by": FRIDAY}, "asks everyone to acknowledge a post"),
    ({"pinned_until": FRIDAY}, "pins a post"),
]


@pytest.mark.parametrize(("fields", "what"), ASKING)
def test_only_who_leads_asks_something_of_everybody(fields: dict[str, Any], what: str) -> None:
    """Others are told whom to ask; where nobody leads, everybody may."""
    with pytest.raises(Refused) as refused:
        posts.write(BOARD, "x", "cem", NOW, **fields)

    assert str(refused.value) == f"Only who leads a role {what}; ask Ana Lima or Ben Okafor."
    assert posts.write(BOARD, "x", "ben", NOW, **fields)
    assert posts.write(leaderless(), "x", "cem", NOW, **fields)


def test_a_deputy_leads_too() -> None:
    """Who stands in for a lead may what a lead may."""
    board = team()
    roles = {**board.tables["roles"]}
    roles[MAIL] = {**roles[MAIL], "deputy": "cem"}

    assert posts.write(Team({**board.tables, "roles": roles}), "x", "cem", NOW, kind="announcement")


STRANGER: list[Callable[[], Change]] = [
    lambda: posts.write(BOARD, "x", "zoe", NOW),
    lambda: posts.edit(BOARD, 1, "zoe", NOW, title="x"),
    lambda: posts.pin(BOARD, 1, None, "zoe", NOW),
    lambda: posts.close(BOARD, 2, "x", "zoe", NOW),
    lambda: posts.reopen(BOARD, 3, "zoe", NOW),
    lambda: posts.archive(BOARD, 1, "zoe", NOW),
    lambda: posts.restore(BOARD, 4, "zoe", NOW),
]


@pytest.mark.parametrize("rule", STRANGER)
def test_who_is_not_in_the_team_changes_nothing(rule: Callable[[], Change]) -> None:
    """She can only read."""
    with pytest.raises(Refused, match="“zoe” is not in the team and can only read"):
        rule()


def test_in_a_team_without_people_everybody_may() -> None:
    """A folder that somebody begins alone has no members yet."""
    alone = Team({**team(SALE).tables, "members": {}})

    assert posts.write(alone, "x", "zoe", NOW, kind="announcement")


def test_an_edit_is_seen_and_mentions_anew() -> None:
    """The moment is kept, whom the new words name, and when it was written stays."""
    change = posts.edit(BOARD, 1, "ana", LATER, title="Sale for @cem", body="Soon.")

    new = after(change)
    assert (new.title, new.body, new.mentions) == ("Sale for @cem", "Soon.", ["cem"])
    assert (new.at, new.edited_at) == (LONG_AGO, LATER)
    assert change.label == "changed the title and body of the post “Sale”"


@pytest.mark.parametrize("fields", [{}, {"title": "Sale"}, {"title": " Sale ", "body": "Ask @ben.\n"}])
def test_the_same_words_are_no_change(fields: dict[str, Any]) -> None:
    """Saving a post as it was does not mark it as edited."""
    assert not posts.edit(BOARD, 1, "ana", LATER, **fields)


def test_a_day_that_has_passed_meanwhile_is_not_in_the_way() -> None:
    """Only days that are given anew are looked at; so are kinds."""
    old = news.post(1, "Sale", kind="announcement", acknowledge_by="2026-11-02", author="cem")

    assert after(posts.edit(team(old), 1, "cem", LATER, body="x"), board=team(old)).body == "x"


@pytest.mark.parametrize(
    ("id", "by", "fields", "sentence"),
    [
        (1, "ben", {"title": "x"}, "Ana Lima wrote “Sale”; reply to it instead."),
        (4, "ana", {"title": "x"}, "The post “Old” is archived; restore it first."),
        (9, "ana", {"title": "x"}, "There is no post 9; “tagwerk news” shows those there are."),
        (1, "ana", {"pinned_until": FRIDAY}, "The field “last day above the others” of a post is kept"),
        (
            1,
            "ana",
            {"outcome": "x"},
            "The field “outcome” of a post is kept by Tagwerk and cannot be edited.",
        ),
        (1, "ana", {"odd": 1}, "There is no field “odd” in a post"),
        (1, "ana", {"title": " "}, "The title must not be empty."),
        (1, "ana", {"people": ["zoe"]}, "Nobody in the team is called “zoe”"),
        (1, "ana", {"acknowledge_by": YESTERDAY}, "2026-11-22 has passed"),
    ],
)
def test_an_edit_that_is_not_right_is_refused(
    id: int, by: str, fields: dict[str, Any], sentence: str
) -> None:
    """Somebody else's post, one that is put away or not there, and what does not fit."""
    with pytest.raises((Refused, NotFound)) as refused:
        posts.edit(BOARD, id, by, LATER, **fields)
    assert str(refused.value).startswith(sentence)


def test_a_post_does_not_become_an_announcement_by_who_may_not() -> None:
    """An edit asks for the same as writing does."""
    board = team(news.post(1, "Sale", "cem"))
    for fields, what in ASKING[:2]:
        with pytest.raises(Refused, match=f"Only who leads a role {what}"):
            posts.edit(board, 1, "cem", LATER, **fields)


def test_a_post_is_pinned_and_unpinned() -> None:
    """By who leads; it does not count as an edit."""
    change = posts.pin(BOARD, 1, FRIDAY, "ben", NOW)
    board = BOARD.apply(change)

    assert (after(change).pinned_until, after(change).edited_at) == (date(2026, 11, 27), None)
    assert change.label == "pinned “Sale”"
    loose = posts.pin(board, 1, None, "ana", NOW)
    assert (after(loose, board=board).pinned_until, loose.label) == (None, "unpinned “Sale”")
    assert not posts.pin(BOARD, 1, None, "ana", NOW)


@pytest.mark.parametrize(
    ("id", "until", "by", "sentence"),
    [
        (1, FRIDAY, "cem", "Only who leads a role pins a post; ask Ana Lima or Ben Okafor."),
        (1, YESTERDAY, "ana", "2026-11-22 has passed; choose today or a later day."),
        (1, NOW.date() - timedelta(days=1), "ana", "2026-11-22 has passed; choose today or a later day."),
        (4, FRIDAY, "ana", "The post “Old” is archived; restore it first."),
        (9, FRIDAY, "ana", "There is no post 9; “tagwerk news” shows those there are."),
    ],
)
def test_a_pin_that_is_not_right_is_refused(id: int, until: Any, by: str, sentence: str) -> None:
    """By who may not, for days that have passed, on posts that are put away."""
    with pytest.raises((Refused, NotFound)) as refused:
        posts.pin(BOARD, id, until, by, NOW)
    assert str(refused.value) == sentence
