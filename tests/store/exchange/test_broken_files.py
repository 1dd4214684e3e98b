"""A broken file is refused in one sentence that says where and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import Refused
from store.exchange import Imported, read_csv, read_trello
from store.exchange.reading import MAX_BYTES
from tests.store.exchange.committing import BOARD

MINIMAL = '{\n "lists": [],\n "cards": [\n  {"id": "a", "name": "x", "idList": "l"%s}\n ]\n}'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", r"Line 1, column 1: this is not complete JSON"),
        ('{"lists": [],\n "cards": [', r"Line 2, column 12: this is not complete JSON"),
        ("[]", r"not a Trello board: it has no “lists” and “cards”"),
        ('{"lists": 1, "cards": []}', r"Line 1, column 11: lists: input should be a valid list"),
        (
            '{"lists": [],\n"cards": [{"id": "a",\n"idList": "l"}]}',
            r"Line 2, column 11: cards\[0\]\.name: field",
        ),
        (MINIMAL % ', "due": "soon"', r"Line 4, column 50: cards\[0\]\.due: "),
        (MINIMAL % ', "due": "0001-01-01T00:00:00+14:00"', "calendar|year 0|cannot be"),
        (MINIMAL.replace('"a"', '"a b"') % "", r"Line 4, column 10: cards\[0\]\.id: "),
        (MINIMAL % ', "pos": NaN', "a number that cannot be: NaN"),
        (MINIMAL % f', "pos": {"9" * 5000}', "a number that cannot be"),
        (MINIMAL % ', "pos": 1e999', r"cards\[0\]\.pos"),
        (MINIMAL % ', "desc": "\0"', r"Line 4, column 52: there is a NUL character"),
        ("[" * 200_000, "nested too deep"),
        ('{"lists": [], "cards": [], "x": ' + '{"a":' * 100_000, "nested too deep"),
    ],
)
def test_a_broken_board_is_refused(text: str, sentence: str) -> None:
    """With line, column and reason."""
    with pytest.raises(Refused, match=sentence):
        read_trello(text.encode())


def test_two_cards_with_one_id_are_refused() -> None:
    raw = json.loads(BOARD.read_text())
    raw["cards"].append(raw["cards"][0])

    with pytest.raises(Refused, match="2 cards with the id"):
        read_trello(orjson.dumps(raw))


def test_half_a_character_becomes_a_mark() -> None:
    """Programs cut emoji in half; that is no reason to refuse the board."""
    assert read_trello((MINIMAL % ', "desc": "cut \\ud83d"').encode()).cards[0].description == "cut \ufffd"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty"),
        ("\n\n;;\n", "The file is empty|no column is named"),
        ("a,b\n1,2\n", "Line 1: no column is named “title” .there are: a, b"),
        ("title,due\nSweep,2025-01-01\n,2025-01-02\n", "Line 3, column 1 “title”: the title is missing"),
        ("due,title\n31.02.2025,Sweep\n", "Line 2, column 1 “due”: “31.02.2025” is not a date"),
        ('title,due\n"Two\nlines",01/02/2025\n', "Line 2, column 2 “due”: “01/02/2025” is not a date"),
        ("title,due\nSweep,01.02.25\n", "Line 2, column 2 “due”"),
        ('title,tags\nSweep,a\n"Mop,b\nDust,c\n', "Line 3: a quote is opened in this row and never closed"),
        ('title,tags\n"Mop"s,b\n', "Line 2: there is text behind a closing quote"),
        ("title,tags\nSweep,a,b\n", "Line 2, column 3: the row has 3 cells, the header only 2"),
        ("title\nSweep\nM\0p\n", "Line 3, column 2: there is a NUL character"),
        ("id,title\n7,Sweep\n8,Mop\n7,Dust\n", "Line 4, column 1 “id”: “7” is on line 2 already"),
        ('title\n"' + "x" * 200_000, "Line 2: a quote is opened in this row"),
    ],
)
def test_a_broken_csv_is_refused(text: str, sentence: str) -> None:
    """With line, column and reason."""
    with pytest.raises(Refused, match=sentence):
        read_csv(text.encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    """With the line; a board is never guessed to be Windows-1252."""
    with pytest.raises(Refused, match="Line 2: the text is not UTF-8"):
        read_trello(b'{\n"a": "\xff"}')
    with pytest.raises(Refused, match="Line 2: the text is not UTF-8 or cp1252"):
        read_csv(b"title\n\x81\n")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """By its size alone: this one takes no room on the disk."""
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(Refused, match="has 200 MB"):
        read_trello(path)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """A missing one, a folder, and a name that no file can have."""
    for path in (tmp_path / "none.csv", tmp_path, "a\0b"):
        with pytest.raises(Refused):
            read_csv(path)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No file makes the importer fall over."""
    for read in (read_csv, read_trello):
        assert refusal(read, content)[-1:] in ("", ".")


@given(
    st.lists(
        st.lists(st.sampled_from(["a", '"', ",", "\n", ";", "due", "1.1.2025", ""]), max_size=6), max_size=6
    )
)
def test_any_table_is_read_or_refused(rows: list[list[str]]) -> None:
    """Quotes, delimiters and line breaks in any order."""
    text = "title,due,id\n" + "\n".join("".join(row) for row in rows)
    assert refusal(read_csv, text.encode())[:5] in ("", "Line ")


def refusal(read: Callable[[bytes], Imported], content: bytes) -> str:
    """Why the bytes are refused; empty when they are read."""
    try:
        read(content)
    except Refused as reason:
        return str(reason)
    return ""
