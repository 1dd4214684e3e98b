"""The team, its roles, its columns, and what it has agreed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Column, ColumnKind, Member, Role
from store.rules.arranging import colour_of
from store.rules.setup import (
    add_column,
    add_member,
    add_role,
    edit_column,
    edit_member,
    edit_role,
    edit_settings,
    move_column,
    move_role,
)
from store.team import Team
from tests.builders import BACKLOG, DOING, DONE, LONG_AGO, MAIL, NOW, PHOTO, READY, SHOP, task, team


def names(places: tuple[Column, ...] | tuple[Role, ...]) -> list[str]:
    """The names of columns or roles, in their order."""
    return [place.name for place in places]


def test_a_new_member_is_in_the_team() -> None:
    """The person is found by login, with what was given."""
    before = team()

    change = add_member(before, "dan", "ana", NOW, name="Dan Bo", roles=[MAIL], time_zone="Europe/Oslo")

    dan = before.apply(change).members["dan"]
    assert (dan.name, dan.roles, dan.time_zone) == ("Dan Bo", [MAIL], "Europe/Oslo")
    assert (change.label, change.by, change.at) == ("added Dan Bo to the team", "ana", NOW)


@pytest.mark.parametrize("login", ["ana", "Ana", " ANA "])
def test_a_login_is_given_once(login: str) -> None:
    """A login that differs in case only would be the same to people."""
    with pytest.raises(Refused, match="“ana” is in the team already"):
        add_member(team(), login, "ben", NOW)


def test_somebody_who_left_is_brought_back() -> None:
    """The login of a person who left is not given anew; clearing `left_at` brings them back."""
    before = team(Member(id=9, login="dan", left_at=LONG_AGO))

    with pytest.raises(Refused, match="“dan” was in the team before; bring them back"):
        add_member(before, "dan", "ana", NOW)
    assert "dan" in before.apply(edit_member(before, "dan", "ana", NOW, left_at=None)).members


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"login": "a b"}, "The login “a b” is not a login: it must not contain blanks, commas or @."),
        ({"login": ""}, "The login “” is not a login: it must not contain blanks, commas or @."),
        ({"time_zone": "Mars"}, "The time zone “Mars” is not a time zone; write it like Europe/Berlin."),
        ({"roles": [99]}, "There is no role 99; choose “Shop”, “Photography” or “Newsletter”."),
        ({"initials": "ABCDE"}, "The initials “ABCDE” is too long: 5 characters, and 4 is the most."),
    ],
    ids=str,
)
def test_what_does_not_fit_a_member_is_refused(fields: dict[str, Any], sentence: str) -> None:
    """The sentence names field and value."""
    with pytest.raises(Refused) as refused:
        add_member(team(), **{"login": "dan", "by": "ana", "now": NOW, **fields})

    assert str(refused.value) == sentence


def test_a_member_can_be_changed() -> None:
    """Fields that are named get their values; the label names person and field."""
    before = team()

    change = edit_member(before, "ben", "ana", NOW, initials="BO")

    assert before.apply(change).members["ben"].initials == "BO"
    assert change.label == "changed the initials of Ben Okafor"


def test_a_stranger_is_not_changed() -> None:
    """The sentence names the people there are."""
    with pytest.raises(NotFound, match="Nobody in the team is called “zoe”; there are ana, ben and cem"):
        edit_member(team(), "zoe", "ana", NOW, initials="Z")


def test_new_columns_and_roles_come_last() -> None:
    """They stand behind the others, but a column before those for finished work; roles differ in colour."""
    board = team()
    for name in ("Review", "Delivered"):
        board = board.apply(add_column(board, name, "ana", NOW))
        board = board.apply(add_role(board, name, "ana", NOW))

    assert names(board.columns) == ["Backlog", "Ready", "Doing", "Review", "Delivered", "Done"]
    assert names(board.roles) == ["Shop", "Photography", "Newsletter", "Review", "Delivered"]

    assert len({colour_of(role) for role in board.roles}) == 5


def test_a_column_for_finished_work_comes_last() -> None:
    """It stands behind those there are."""
    board = team()
    board = board.apply(add_column(board, "Delivered", "ana", NOW, kind="done"))
    board = board.apply(add_column(board, "Review", "ana", NOW))

    assert names(board.columns) == ["Backlog", "Ready", "Doing", "Review", "Done", "Delivered"]


def test_the_first_column_of_all_can_be_made() -> None:
    """An empty team gets its first column."""
    assert names(Team().apply(add_column(Team(), "Backlog", "ana", NOW)).columns) == ["Backlog"]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (
            lambda t: add_column(t, "doing", "ana", NOW),
            "There is already a column “doing”; choose another name",
        ),
        (lambda t: edit_column(t, READY, "ana", NOW, name="Doing"), "There is already a column “Doing”"),
        (lambda t: add_role(t, "SHOP", "ana", NOW), "There is already a role “SHOP”"),
        (lambda t: edit_role(t, MAIL, "ana", NOW, name="shop"), "There is already a role “shop”"),
        (lambda t: add_column(t, " ", "ana", NOW), "The name must not be empty"),
        (
            lambda t: add_column(t, "x", "ana", NOW, kind="fast"),
            "The kind “fast” is not known;",
        ),
        (
            lambda t: add_column(t, "x", "ana", NOW, wip_limit=0),
            "The WIP limit “0” is too small: 1 is the least",
        ),
        (
            lambda t: edit_role(t, MAIL, "ana", NOW, wip_limit="few"),
            "The WIP limit “few” is not",
        ),
        (lambda t: add_role(t, "x", "ana", NOW, lead="zoe"), "Nobody in the team is called “zoe”"),
        (lambda t: edit_role(t, MAIL, "ana", NOW, deputy="zoe"), "Nobody in the team is called “zoe”"),
        (
            lambda t: add_role(t, "x", "ana", NOW, colour="mauve"),
            "The colour “mauve” is not known",
        ),
        (
            lambda t: edit_role(t, MAIL, "ana", NOW, position="V"),
            "The position of “Newsletter” is not edited",
        ),
        (lambda t: edit_column(t, DONE, "ana", NOW, size=3), "There is no field “size” in a column"),
        (lambda t: edit_column(t, 99, "ana", NOW, name="x"), "There is no column 99"),
        (lambda t: edit_role(t, 99, "ana", NOW, name="x"), "There is no role 99"),
    ],
)
def test_what_does_not_fit_a_column_or_role_is_refused(rule: Any, sentence: str) -> None:
    """The sentence names what is wrong."""
    with pytest.raises(Refused, match=sentence):
        rule(team())


def test_a_column_can_be_renamed_in_case_only() -> None:
    """A column is not in its own way."""
    before = team()

    change = edit_column(before, DOING, "ana", NOW, name="DOING", wip_limit=None)

    assert before.apply(change).column(DOING).wip_limit is None
    assert change.label == "changed the name and WIP limit of the column “Doing”"


def test_a_role_can_be_changed() -> None:
    """Lead and deputy are people of the team; the label names the role."""
    before = team()

    change = edit_role(before, MAIL, "ana", NOW, lead="cem", deputy="ana", colour="green")

    mail = before.apply(change).role(MAIL)
    assert (mail.lead, mail.deputy, mail.colour) == ("cem", "ana", "green")
    assert change.label == "changed the lead, deputy and colour of the role “Newsletter”"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (
            lambda t: edit_column(t, READY, "ana", NOW, archived_at=NOW),
            "The column “Ready” still has 2 cards",
        ),
        (
            lambda t: edit_role(t, PHOTO, "ana", NOW, archived_at=NOW),
            "The role “Photography” still has 2 cards",
        ),
    ],
)
def test_what_cards_stand_in_is_not_archived(rule: Any, sentence: str) -> None:
    """The sentence says how many cards there are, and what to do."""
    with pytest.raises(Refused, match=sentence):
        rule(team())


def test_an_empty_column_can_be_archived_and_come_back() -> None:
    """Nothing is lost by putting a column away."""
    before = team(tasks=[])
    away = before.apply(edit_column(before, READY, "ana", NOW, archived_at=NOW))

    back = away.apply(edit_column(away, READY, "ana", NOW, archived_at=None))

    assert names(away.columns) == ["Backlog", "Doing", "Done"]
    assert names(back.columns) == names(before.columns)


def test_a_column_does_not_come_back_beside_its_namesake() -> None:
    """A name that was given anew meanwhile stands in the way."""
    board = team(Column(id=9, name="ready", archived_at=NOW))

    with pytest.raises(Refused, match="There is already a column “ready”"):
        edit_column(board, 9, "ana", NOW, archived_at=None)


def test_the_last_column_stays() -> None:
    """A board has at least one column."""
    board = Team({"columns": {1: Column(name="Backlog").raw()}})

    with pytest.raises(Refused, match="Backlog is the only column; add another"):
        edit_column(board, 1, "ana", NOW, archived_at=NOW)


def test_cards_follow_when_their_column_becomes_done() -> None:
    """In a column that counts as done from now on, cards are finished since they came there."""
    before = team()

    after = before.apply(edit_column(before, READY, "ana", NOW, kind="done"))

    assert (after.task(4).finished_at, after.task(4).started_at) == (LONG_AGO, LONG_AGO)


def test_cards_follow_when_their_column_is_not_done_any_more() -> None:
    """In a column that no longer counts as done, cards are open."""
    before = team()

    after = before.apply(edit_column(before, DONE, "ana", NOW, kind=ColumnKind.ACTIVE))

    assert after.task(8).finished_at is None


@pytest.mark.parametrize(
    ("id", "offset", "order"),
    [
        (BACKLOG, 1, ["Ready", "Backlog", "Doing", "Done"]),
        (DONE, -2, ["Backlog", "Done", "Ready", "Doing"]),
        (BACKLOG, 9, ["Ready", "Doing", "Done", "Backlog"]),
        (BACKLOG, -1, ["Backlog", "Ready", "Doing", "Done"]),
    ],
)
def test_a_column_goes_left_and_right(id: int, offset: int, order: list[str]) -> None:
    """A column moves by the offset, at most to the edge; where it cannot, nothing changes."""
    before = team()

    change = move_column(before, id, offset, "ana", NOW)

    assert names(before.apply(change).columns) == order
    assert len(change.edits) == (order != names(before.columns))


def test_columns_without_ranks_can_be_moved() -> None:
    """Columns that came without a position get one where it is needed."""
    board = Team({"columns": {id: Column(name=name).raw() for id, name in enumerate("abc", 1)}})

    assert names(board.apply(move_column(board, 3, -1, "ana", NOW)).columns) == ["a", "c", "b"]
    assert names(board.apply(move_column(board, 1, 1, "ana", NOW)).columns) == ["b", "a", "c"]


def test_a_role_goes_up_and_down() -> None:
    """A role moves among the others; the label names it."""
    before = team()

    change = move_role(before, SHOP, 1, "ana", NOW)

    assert names(before.apply(change).roles) == ["Photography", "Shop", "Newsletter"]
    assert change.label == "moved the role “Shop”"


def test_settings_can_be_changed() -> None:
    """The label names what was changed."""
    before = team()

    change = edit_settings(before, "ana", NOW, name="Market Stall", stale_after=3)

    after = before.apply(change).settings
    assert (after.name, after.stale_after, after.time_zone) == ("Market Stall", 3, "Europe/Berlin")
    assert change.label == "changed the name and days until stale of the settings"


def test_the_first_settings_can_be_made() -> None:
    """A team without settings gets them by changing one; the same value changes nothing."""
    assert Team().apply(edit_settings(Team(), "ana", NOW, name="New")).settings.name == "New"
    assert not edit_settings(Team(), "ana", NOW, name="Team")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"time_zone": "Mars"}, "The time zone “Mars” is not a time zone"),
        ({"working_days": [9]}, "The working days “9” is too large: 6 is the most"),
        ({"stale_after": 0}, "The days until stale “0” is too small"),
        ({"colour": "red"}, "There is no field “colour” in the settings"),
    ],
    ids=str,
)
def test_what_does_not_fit_the_settings_is_refused(fields: dict[str, Any], sentence: str) -> None:
    """The sentence names the field and the value."""
    with pytest.raises(Refused, match=sentence):
        edit_settings(team(), "ana", NOW, **fields)


def test_a_card_in_the_archive_does_not_hold_its_column() -> None:
    """Only cards on the board stand in the way of archiving a column."""
    board = team(tasks=[task(1, column=READY, archived_at=NOW)])

    assert edit_column(board, READY, "ana", NOW, archived_at=NOW)


@pytest.mark.parametrize(
    ("rule", "label"),
    [
        (lambda t: edit_column(t, READY, "ana", NOW, archived_at=NOW), "archived the column “Ready”"),
        (lambda t: edit_role(t, PHOTO, "ana", NOW, archived_at=NOW), "archived the role “Photography”"),
        (lambda t: edit_member(t, "ben", "ana", NOW, left_at=NOW), "took Ben Okafor out of the team"),
        (lambda t: edit_member(t, "dan", "ana", NOW, left_at=None), "brought dan back into the team"),
        (lambda t: edit_column(t, 9, "ana", NOW, archived_at=None), "brought back the column “Old”"),
    ],
)
def test_coming_and_going_is_said_in_words(rule: Callable[[Team], Change], label: str) -> None:
    """The history says what happened, and not which field was set."""
    before = team(
        Member(id=9, login="dan", left_at=LONG_AGO), Column(id=9, name="Old", archived_at=LONG_AGO), tasks=[]
    )

    assert rule(before).label == label


def test_working_days_are_kept_in_order_and_once() -> None:
    """However they were given."""
    before = team()

    after = before.apply(edit_settings(before, "ana", NOW, working_days=[5, 0, 5, 2]))

    assert after.settings.working_days == [0, 2, 5]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ([], "The team works on one day of the week at least."),
        ([7], "The working days “7” is too large: 6 is the most."),
        (["Mo"], "The working days “Mo” is not a whole number."),
    ],
)
def test_a_week_without_work_is_refused(days: list[Any], sentence: str) -> None:
    """And so is a day that no week has."""
    with pytest.raises(Refused) as refused:
        edit_settings(team(), "ana", NOW, working_days=days)

    assert str(refused.value) == sentence


def test_who_leads_or_stands_in_is_said_by_name() -> None:
    """Where nothing else is changed."""
    labels = [
        edit_role(team(), role, "ana", NOW, **fields).label
        for role, fields in ((MAIL, {"lead": "ben"}), (MAIL, {"deputy": "ben"}), (SHOP, {"lead": ""}))
    ]
    assert labels == [
        "made Ben Okafor the lead of “Newsletter”",
        "made Ben Okafor the deputy of “Newsletter”",
        "left “Shop” without a lead",
    ]
