"""A snapshot answers what screens ask, and shares what does not change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change
from store.errors import NotFound
from store.models import Column, Member, Role, Settings, Task
from store.rules.moving import move
from store.rules.setup import edit_column, edit_settings
from store.team import Team
from tests.builders import BACKLOG, DOING, DONE, NOW, PHOTO, READY, SHOP, comment, numbers, task, team, titles
from tests.store.strategies import changes, teams


@given(st.data())
def test_untouched_documents_are_the_same_objects(data: st.DataObject) -> None:
    """After a change, every document that it does not touch is the very same object."""
    before = data.draw(teams())
    change = data.draw(changes(before))
    after = before.apply(change)

    for table, documents in before.tables.items():
        for id, raw in documents.items():
            assert (table, id) in change.touched() or after.tables[table][id] is raw


@given(st.data())
def test_a_change_leaves_the_old_snapshot_alone(data: st.DataObject) -> None:
    """Applying a change does not alter the snapshot that it is applied to."""
    before = data.draw(teams())
    copy = {table: {id: dict(raw) for id, raw in rows.items()} for table, rows in before.tables.items()}

    before.apply(data.draw(changes(before)))

    assert before.tables == copy


def test_an_untouched_table_is_shared() -> None:
    """A change to tasks leaves the table of members the same object."""
    before = team()

    assert before.apply(move(before, 1, READY, "ana", NOW)).tables["members"] is before.tables["members"]


def test_a_document_is_built_once() -> None:
    """The same document is given each time, also by a later snapshot."""
    before = team()
    first = before.task(2)

    after = before.apply(move(before, 1, READY, "ana", NOW))

    assert before.task(2) is first
    assert after.task(2) is first


def test_an_old_snapshot_still_shows_the_old_document() -> None:
    """After a change, both snapshots show the task as it is in them."""
    before = team()
    after = before.apply(Change.update("tasks", before.task(1), title="New"))

    assert (after.task(1).title, before.task(1).title) == ("New", "Order wrapping paper")


def test_columns_stand_in_their_order_without_archived_ones() -> None:
    """The columns are given from left to right; what is archived is not among them."""
    snapshot = team(Column(id=9, name="Old", position="A", archived_at=NOW))

    assert [column.name for column in snapshot.columns] == ["Backlog", "Ready", "Doing", "Done"]


def test_a_change_to_columns_is_seen() -> None:
    """A renamed column has its new name in the next snapshot."""
    before = team()
    assert before.columns[0].name == "Backlog"

    after = before.apply(edit_column(before, BACKLOG, "ana", NOW, name="Ideas"))

    assert after.columns[0].name == "Ideas"


def test_people_who_left_are_not_members() -> None:
    """Somebody who left is found as a document, not among the members."""
    snapshot = team(Member(id=9, login="dan", left_at=NOW))

    assert list(snapshot.members) == ["ana", "ben", "cem"]
    assert snapshot.find(Member, 9) is not None


def test_one_bad_field_does_not_hide_a_document() -> None:
    """A value that cannot be read takes its default, and the rest is shown."""
    before = team()
    tables = {**before.tables, "tasks": {1: {"title": "Good", "column": 1, "due": "soon", "tags": 5}}}

    found = Team(tables).task(1)

    assert (found.title, found.due, found.tags) == ("Good", None, [])


def test_a_document_that_cannot_be_read_is_left_out() -> None:
    """A task without a title is not found and does not stop the others from being found."""
    snapshot = Team({"tasks": {1: {"column": 1}, 2: {"title": "Good", "column": 1}}})

    assert snapshot.find(Task, 1) is None
    assert [found.id for found in snapshot.all(Task)] == [2]


@pytest.mark.parametrize("ask", [Team.task, Team.column, Team.role])
def test_what_is_not_there_is_not_found(ask: Callable[[Team, int], object]) -> None:
    """Asking for a number that does not exist raises a sentence with the number."""
    with pytest.raises(NotFound, match="99"):
        ask(team(), 99)


def test_a_cell_has_its_cards_in_order() -> None:
    """The cards of a cell are given by rank."""
    snapshot = team(task(20, "First", position="A"), task(21, "Last", position="z"))

    assert titles(snapshot, BACKLOG, SHOP) == ["First", "Order wrapping paper", "Call the carrier", "Last"]
    assert numbers(snapshot, BACKLOG, PHOTO) == []


def test_a_column_counts_the_cards_of_all_roles() -> None:
    """Cards of every role and of nobody count; archived ones do not."""
    snapshot = team(task(20, column=DOING, role=None), task(21, column=DOING, archived_at=NOW))

    assert snapshot.count(DOING) == 3


def test_comments_are_given_oldest_first() -> None:
    """The comments on a task come in the order of their numbers."""
    snapshot = team(comment(2, 1, "second"), comment(1, 1, "first"), comment(3, 2, "elsewhere"))

    assert [said.text for said in snapshot.comments(1)] == ["first", "second"]


def test_today_is_the_day_in_the_teams_zone() -> None:
    """Shortly before midnight in London it is tomorrow for a team in Berlin."""
    assert team().today(datetime(2026, 11, 23, 23, 30, tzinfo=UTC)) == date(2026, 11, 24)


def test_a_team_without_settings_has_the_defaults() -> None:
    """An empty snapshot answers with the default settings, no columns and no members."""
    nothing = Team()

    assert (nothing.settings.name, nothing.columns, dict(nothing.members)) == ("Team", (), {})


def test_new_settings_are_seen() -> None:
    """Settings are those of the newest snapshot."""
    before = team()
    assert before.settings.name == "Corner Shop"

    after = before.apply(edit_settings(before, "ana", NOW, name="Market Stall"))

    assert after.settings.name == "Market Stall"


def test_a_strangers_name_is_the_login() -> None:
    """People are called by name, and by login where no name is known."""
    assert (team().name_of("ana"), team().name_of("root")) == ("Ana Lima", "root")


@pytest.mark.parametrize("kind", [Settings, Member, Role, Column, Task])
def test_every_document_of_the_shop_can_be_read(kind: type) -> None:
    """The team that the tests use is valid from end to end."""
    snapshot = team()
    table = {Settings: "settings", Member: "members", Role: "roles", Column: "columns", Task: "tasks"}[kind]

    assert len(list(snapshot.all(kind))) == len(snapshot.tables[table])


def test_done_work_has_been_finished() -> None:
    """The shop's finished task says so."""
    assert team().task(8).column == DONE
    assert team().task(8).finished_at


def test_the_words_on_cards_are_known_and_change_with_them() -> None:
    """Tags of all cards, found once for a snapshot and for those after it that change no card."""
    tables = dict(team(task(1, tags=["spring"]), task(2)).tables)
    tables["tasks"] = {**tables["tasks"], 2: {**tables["tasks"][2], "tags": "odd"}}
    before = Team(tables)
    assert before.words == {"spring"}
    later = before.apply(edit_column(before, READY, "ana", NOW, name="Soon"))
    assert later.words is before.words

    assert before.apply(move(before, 1, DOING, "ana", NOW)).words == {"spring"}
    after = before.apply(Change.update("tasks", before.task(1), "tagged", tags=["tent"]))
    assert after.words == {"tent"}


def test_who_has_left_keeps_the_name() -> None:
    """Whoever is in the team under that login now comes first; an unknown login is all there is to say."""
    gone = Member(id=9, login="fay", name="Fay Lund", left_at=NOW)
    now = team(gone)
    assert [now.name_of(login) for login in ("fay", "ana", "zoe")] == ["Fay Lund", "Ana Lima", "zoe"]
    again = Change.insert("members", Member(id=10, login="fay", name="Fay Moss"), "", 10)
    assert now.apply(again).name_of("fay") == "Fay Moss"
