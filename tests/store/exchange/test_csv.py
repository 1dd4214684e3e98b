"""A CSV file comes into the team, whatever its language, delimiter and encoding."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from store.errors import Refused
from store.exchange import read_csv
from store.models import Task
from store.team import Team
from tests.builders import team
from tests.store.exchange.committing import DATA, brought, cell, planned, titled

SHOP = DATA / "shop_list.csv"
GERMAN = DATA / "aufgaben.csv"


@pytest.fixture(scope="module")
def board() -> Team:
    return brought(read_csv(SHOP), team())


def test_a_row_becomes_a_task(board: Team) -> None:
    """All recognised cells arrive, with several lines and quotes."""
    task = titled(board, "Photograph the winter boots")

    assert task.description == 'Both sides, sole\nand a close-up of the "grip" logo'
    assert task.assignees == ["mina.okafor", "jonas"]
    assert (task.priority, task.estimate) == ("high", 6.5)
    assert (task.start, task.due) == (date(2025, 5, 12), date(2025, 6, 2))
    assert task.tags == ["photo", "boots"]
    assert (task.source, task.role) == ("csv:101", next(r.id for r in board.roles if r.name == "Photo"))


def test_dates_and_efforts_are_read_in_both_languages(board: Team) -> None:
    task = titled(board, "Refund double payment")

    assert (task.due, task.estimate, task.priority) == (date(2025, 6, 2), 0.5, "urgent")
    assert titled(board, "Größentabelle").estimate == 16


def test_a_mail_address_stands_for_the_login_before_it(board: Team) -> None:
    assert titled(board, "Refund double payment").assignees == ["ines"]


def test_a_row_marked_done_goes_to_the_done_column(board: Team) -> None:
    """Also without a status."""
    assert "Order hang tags" in cell(board, "Done", "Purchasing")
    assert titled(board, "Order hang tags").finished_at


def test_what_is_not_known_is_named() -> None:
    """Columns and values without meaning here have a line; columns without values have none."""
    lines = "\n".join(planned(team(), read_csv(SHOP)).summary.lines())

    assert "(Internal code)" in lines
    assert "Notes to self" not in lines
    assert "2 estimates: left out, as it is no number of hours or days (XL)" in lines
    assert "2 marks: neither yes nor no" in lines
    assert "1 date: the day is kept" in lines
    assert "1 empty row" in lines


def test_german_windows_files_are_read() -> None:
    """Semicolons, Excel's `sep=`, Windows-1252 and German names; the summary says how it was read."""
    imported = read_csv(GERMAN)
    result = brought(imported)

    assert [(c.name, c.kind.value) for c in result.columns] == [
        ("In Arbeit", "active"),
        ("Offen", "queue"),
        ("Fertig", "done"),
    ]
    task = titled(result, "Rücksendungen prüfen")
    assert (task.description, task.due, task.estimate) == (
        "Grüße an Zoë – „bitte bald“",
        date(2025, 6, 3),
        1.5,
    )
    assert titled(result, "Schaufenster").finished_at == datetime(2025, 5, 28, tzinfo=UTC)
    assert any("Windows-1252" in str(note) for note in imported.notes)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_usual_form_of_file_is_read(delimiter: str, encoding: str, line_break: str) -> None:
    """The delimiter is found by the names in the header."""
    rows = [["Titel", "Spalte", "Tags"], ["Möhren, Äpfel; | zählen", "Ready", "hof"], ["Zwei", "Ready", ""]]
    text = line_break.join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)

    titles = [card.title for card in read_csv(text.encode(encoding)).cards]

    assert titles == ["Möhren, Äpfel; | zählen", "Zwei"]


def test_a_header_of_one_name_is_enough() -> None:
    assert [card.title for card in read_csv(b"task\nSweep\nMop\n").cards] == ["Sweep", "Mop"]


@pytest.mark.parametrize("file", [SHOP, GERMAN])
def test_importing_twice_adds_nothing(file: object) -> None:
    """Rows are recognised by their key, or else by their content; two equal rows are two."""
    once = brought(read_csv(str(file)), team())
    again = planned(once, read_csv(str(file)))

    assert again.parts == ()
    assert again.summary.cards == 0
    assert again.summary.known == len(read_csv(str(file)).cards)


def test_equal_rows_without_a_key_are_two_tasks(board: Team) -> None:
    assert len([task for task in board.all(Task) if task.title == "Sweep aisle 4"]) == 2


def test_a_row_is_recognised_in_another_form_of_the_file() -> None:
    """Other delimiter, encoding and order of columns: still the same task."""
    first = brought(read_csv("Title,Status\nGrün,Ready\n".encode()), team())

    assert planned(first, read_csv("Status;Title\nReady;Grün\n".encode("cp1252"))).summary.known == 1


def test_a_key_that_stands_for_something_else_is_named() -> None:
    """Two files may both begin to count at 1; the second one's card is not lost silently."""
    first = brought(read_csv(b"id,title\n1,Sweep\n"), team())
    plan = planned(first, read_csv(b"id,title\n1,Mop\n"))

    assert plan.parts == ()
    assert "“Sweep”, in the file “Mop”" in plan.summary.lines()[1]


def test_lists_cannot_be_roles_when_the_file_has_roles() -> None:
    """The file's own roles would be lost."""
    with pytest.raises(Refused, match="import its lists as columns"):
        planned(team(), read_csv(SHOP), "roles")


def test_a_team_without_columns_is_refused_when_the_file_has_none() -> None:
    with pytest.raises(Refused, match="has no columns yet"):
        planned(Team(), read_csv(b"title\nSweep\n"))
