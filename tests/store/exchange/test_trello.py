"""A Trello board comes into the team as it was, and what has no place is named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import orjson
import pytest

from store.change import Change
from store.exchange import Summary, plan, read_trello
from store.models import Column, Comment, Member, Task
from store.rules import tasks
from store.team import Team
from tests.builders import NOW, team
from tests.store.exchange.committing import BOARD, brought, cell, committed, planned, titled


@pytest.fixture(scope="module")
def board() -> Team:
    """The board of the file in a team that was empty."""
    return brought(read_trello(BOARD))


@pytest.fixture(scope="module")
def summary() -> Summary:
    return planned(Team(), read_trello(BOARD)).summary


def test_lists_become_columns_with_a_kind_from_their_name(board: Team) -> None:
    """Open lists are columns in their order; the kind comes from the name, the limit from the list."""
    assert [(c.name, c.kind.value, c.wip_limit) for c in board.columns] == [
        ("Ideas 💡", "queue", None),
        ("To do", "queue", None),
        ("Doing", "active", 4),
        ("In review", "active", None),
        ("Done ✅", "done", None),
    ]


def test_cards_keep_their_order(board: Team) -> None:
    """Cards stand as Trello's positions say."""
    assert cell(board, "Doing") == [
        "Return label prints on A5 instead of A6 🖨️",
        "Photograph the winter boots on white",
    ]


def test_a_card_keeps_what_a_task_can_hold(board: Team) -> None:
    """Text, people, labels, dates, links and times arrive."""
    task = titled(board, "Photograph the winter boots")

    assert task.description.startswith("**12 models**")
    assert task.assignees == ["mina_okafor", "zoe_b"]
    assert task.tags == ["Photo", "Urgent"]
    assert (task.start, task.due) == (date(2025, 5, 12), date(2025, 6, 2))
    assert task.links[0].startswith("https://trello.com/c/")
    assert task.links[2] == "https://drive.example.org/boots"
    assert task.created_at == datetime(2025, 5, 2, 8, 12, tzinfo=UTC)
    assert task.created_by == "mina_okafor"
    assert task.column_since == datetime(2025, 5, 14, 9, 31, tzinfo=UTC)


def test_a_due_time_counts_in_the_zone_of_the_team() -> None:
    """Half past ten in the evening UTC is the next day in Berlin."""
    assert titled(brought(read_trello(BOARD), team()), "Photograph the winter").due == date(2025, 6, 3)


def test_a_checklist_keeps_order_and_ticks(board: Team) -> None:
    """Items stand by their position, not as the file lists them."""
    items = titled(board, "Photograph the winter boots").checklist

    assert [(item.text, item.done) for item in items] == [
        ("Right side", True),
        ("Left side", True),
        ("Sole", False),
    ]


def test_several_checklists_become_one_with_their_names(board: Team) -> None:
    """Each item says which list it came from."""
    texts = [item.text for item in titled(board, "Return label prints").checklist]

    assert texts == ["Reproduce: Zebra printer", "Reproduce: Office printer", "Fix: Template width"]


def test_comments_stand_oldest_first_with_author_and_mentions(board: Team) -> None:
    """Comments keep who said what when, also by somebody who left the board."""
    said = board.comments(titled(board, "Photograph the winter boots").id)

    assert [c.author for c in said] == ["mina_okafor", "zoe_b", "kim_left"]
    assert said[1].mentions == ["mina_okafor"]
    assert said[2].edited_at == datetime(2025, 5, 16, 7, 50, tzinfo=UTC)


def test_a_label_without_name_is_called_by_its_colour(board: Team) -> None:
    assert titled(board, "Gift cards").tags == ["green dark"]


def test_a_card_finds_its_labels_also_by_number(board: Team) -> None:
    """Where the card has only `idLabels`, the board's labels give the names."""
    assert titled(board, "Stock-take rota").tags == ["SEO / Größen"]


def test_archived_cards_and_cards_of_closed_lists_are_archived(board: Team) -> None:
    """They are in the team, but not on the board; a closed list leaves its name as a tag."""
    banner, signs = titled(board, "Old banner"), titled(board, "Sale signs")

    assert banner.archived_at == datetime(2025, 2, 1, 10, tzinfo=UTC)
    assert signs.archived_at
    assert signs.tags == ["Photo", "Winter sale 2024"]
    assert "Winter sale 2024" not in [c.name for c in board.all(Column)]


def test_a_finished_card_has_its_time(board: Team) -> None:
    task = titled(board, "Count the gloves")

    assert task.finished_at == datetime(2025, 5, 9, 13, 6, tzinfo=UTC)


def test_a_card_marked_done_goes_to_the_done_column(board: Team, summary: Summary) -> None:
    """Also when it stood in another list; the summary names it."""
    assert titled(board, "Order hang tags").title in cell(board, "Done ✅")
    assert any("Order hang tags" in note.names for note in summary.notes)


def test_a_long_title_goes_on_in_the_description(board: Team) -> None:
    """Nothing of it is lost."""
    task = titled(board, "When somebody orders a pair")

    assert len(task.title) <= 300
    assert task.title.endswith("…")
    assert task.description.endswith("waiting for their money\n\nSeen first with order 47990.")


def test_dangerous_text_is_harmless(board: Team) -> None:
    """Escape sequences go, direction tricks are shown."""
    task = titled(board, "Hello [bold]world")

    assert "\u202e" not in task.title
    assert task.description == "red and  nothing"


def test_members_are_added_with_their_username(board: Team) -> None:
    """Those of the board only, not those who left it."""
    assert sorted(board.members) == ["jonaslindqvist4", "mina_okafor", "zoe_b"]
    assert board.members["zoe_b"].name == "Zoë Brânză"


@pytest.mark.parametrize("known", [{"login": "MINA_okafor"}, {"login": "mo", "name": "mina okafor"}])
def test_a_member_who_is_known_is_not_added(known: dict[str, str]) -> None:
    """Login or name is enough to be recognised; cards, comments and mentions use the team's login."""
    result = brought(read_trello(BOARD), team(Member.checked({"id": 9, **known})))
    task = titled(result, "Photograph the winter boots")

    assert task.assignees[0] == known["login"]
    assert result.comments(task.id)[1].mentions == [known["login"]]
    assert "mina_okafor" not in result.members


def test_lists_become_roles() -> None:
    """Cards go to the first queue, and to the done column when they are complete or closed."""
    result = brought(read_trello(BOARD), team(tasks=[]), "roles")

    assert [role.name for role in result.roles][3:] == ["Ideas 💡", "To do", "Doing", "In review", "Done ✅"]
    assert "Order hang tags" in cell(result, "Done", "To do")
    assert "Photograph the winter boots on white" in cell(result, "Backlog", "Doing")
    assert titled(result, "Old banner").finished_at


def test_lists_are_matched_with_columns_of_the_same_name() -> None:
    """“Doing” is there already; new open columns stand before the done one."""
    result = brought(read_trello(BOARD), team())

    assert [c.name for c in result.columns] == [
        *("Backlog", "Ready", "Doing"),
        *("Ideas 💡", "To do", "In review", "Done", "Done ✅"),
    ]
    assert cell(result, "Doing", None) == [
        "Return label prints on A5 instead of A6 🖨️",
        "Photograph the winter boots on white",
    ]


def test_a_column_over_its_limit_is_named() -> None:
    import_ = planned(team(), read_trello(BOARD))

    assert any("Doing: 4 cards, limit 3" in str(note) for note in import_.summary.notes)


def test_everything_that_is_dropped_is_named(summary: Summary) -> None:
    """The summary has a line for each kind of loss."""
    text = "\n".join(summary.lines())

    for loss in (
        *("2 attachments", "2 custom field values", "Size, Cost centre", "1 sticker", "2 votes", "1 cover"),
        *("Repair café", "Deleted card", "Nobody's list", "Checkliste of Größentabelle", "Shots", "———"),
        *("2 assignments", "power-up", "description of the board", "history entries", "template card"),
    ):
        assert loss in text


def test_every_card_is_in_the_team_or_named(board: Team, summary: Summary) -> None:
    """No card of the file is lost without a word."""
    sources = {task.source for task in board.all(Task)}
    named = {name for note in summary.notes for name in note.names}

    for card in json.loads(BOARD.read_text())["cards"]:
        assert f"trello:{card['id']}" in sources or card["name"] in named


def test_the_summary_counts() -> None:
    counted = planned(Team(), read_trello(BOARD)).summary

    assert (counted.cards, counted.known, counted.archived, counted.lists) == (18, 0, 3, 6)
    assert (counted.comments, counted.steps, counted.checklists) == (4, 10, 6)
    assert counted.lines()[0] == "Trello: 18 new, 0 already here."


@pytest.mark.parametrize("lists_as", ["columns", "roles"])
def test_importing_twice_adds_nothing(lists_as: str) -> None:
    """The second time all cards are known."""
    once = brought(read_trello(BOARD), team(), "roles" if lists_as == "roles" else "columns")
    again = planned(once, read_trello(BOARD), "roles" if lists_as == "roles" else "columns")

    assert again.parts == ()
    assert again.summary.lines() == ["Trello: 0 new, 18 already here."]


def test_importing_twice_adds_nothing_after_renaming(board: Team) -> None:
    """Also when columns and people have got other names since."""
    column = board.columns[0]
    renamed = board.apply(Change.update("columns", column, name="Someday"))
    member = next(m for m in renamed.all(Member) if m.login == "zoe_b")
    renamed = renamed.apply(Change.update("members", member, login="zoe", name="Zoë"))

    assert planned(renamed, read_trello(BOARD)).parts == ()


def test_a_card_changed_since_is_not_touched(board: Team) -> None:
    """It stays as it is, and the summary says that the titles differ."""
    task = titled(board, "Count the gloves")
    changed = board.apply(tasks.edit(board, task.id, "ana", NOW, title="Count the mittens"))
    import_ = planned(changed, read_trello(BOARD))

    assert import_.parts == ()
    assert f"#{task.id} “Count the mittens”" in import_.summary.lines()[1]


def test_a_newer_export_brings_only_what_is_new(board: Team) -> None:
    """A new card and a new comment on a known card arrive; all else stays."""
    raw = json.loads(BOARD.read_text())
    known = raw["cards"][0]
    raw["cards"].append({**known, "id": "6900000000000000000000aa", "name": "Brand new", "idChecklists": []})
    raw["actions"].append(
        {
            "id": "6900000000000000000000bb",
            "type": "commentCard",
            "date": "2025-06-01T10:00:00.000Z",
            "data": {"card": {"id": known["id"]}, "text": "Is it finished?"},
            "memberCreator": raw["members"][0],
        }
    )
    import_ = planned(board, read_trello(orjson.dumps(raw)))
    result = committed(board, import_)

    assert import_.summary.lines()[0] == "Trello: 1 new, 18 already here."
    assert [(e.table, e.id) for e in import_.parts[0].edits] == [("comments", -1), ("tasks", -2)]
    assert result.comments(titled(board, "Photograph the winter boots").id)[-1].text == "Is it finished?"


def test_cards_that_went_to_the_archive_file_are_known() -> None:
    """What the caller names as known is not imported again."""
    imported = read_trello(BOARD)
    known = {card.source for card in imported.cards}

    again = plan(Team(), imported, lists_as="columns", by="ana", now=NOW, known=known)

    assert (again.summary.cards, again.summary.known) == (0, 18)


def test_an_interrupted_import_goes_on() -> None:
    """With only the first part committed, the second run brings the rest, once."""
    imported = read_trello(BOARD)
    cards = imported.cards
    many = tuple(replace(cards[n % 18], source=f"trello:{n}", remarks=()) for n in range(450))
    import_ = planned(Team(), replace(imported, cards=many))
    first = committed(Team(), replace(import_, parts=import_.parts[:1]))
    whole = committed(first, planned(first, replace(imported, cards=many)))

    assert len(import_.parts) == 3
    assert sorted(task.source for task in whole.all(Task)) == sorted(card.source for card in many)
    assert len(list(whole.all(Column))) == 5


def test_parts_are_moderate_and_refer_to_each_other() -> None:
    """No part has more than 200 documents; comments in later parts find their task."""
    imported = read_trello(BOARD)
    card = next(card for card in imported.cards if card.remarks)
    chatty = replace(card, remarks=tuple(replace(card.remarks[0], source=f"r{n}") for n in range(500)))
    import_ = planned(Team(), replace(imported, cards=(chatty,)))
    result = committed(Team(), import_)

    assert max(len(part.edits) for part in import_.parts) <= 200
    assert len(import_.parts) == 3
    assert {c.task for c in result.all(Comment)} == {1}
    assert all(part.by == "ana" and part.at == NOW for part in import_.parts)


def test_nothing_lies_in_the_future() -> None:
    """A computer with a wrong clock does not date the past ahead."""
    result = committed(Team(), planned(Team(), read_trello(BOARD), now=NOW - timedelta(days=600)))

    for task in result.all(Task):
        moments = (task.created_at, task.column_since, task.finished_at, task.archived_at)
        assert all(moment <= NOW - timedelta(days=600) for moment in moments if moment)


def test_a_full_export_says_that_comments_may_be_missing() -> None:
    """Trello stops at 1,000 actions."""
    raw = json.loads(BOARD.read_text())
    action = raw["actions"][0]
    raw["actions"] = [{**action, "id": f"{n:024x}"} for n in range(1000)]

    assert any("exports no more" in str(note) for note in read_trello(orjson.dumps(raw)).notes)
