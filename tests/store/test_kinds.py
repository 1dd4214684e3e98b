"""What people call the documents of each table."""

from __future__ import annotations

import pytest

from store.models import TABLES
from store.models.kinds import how_many, kind_of, table_in

ODD = "wishes\x1b[31m"
"""A table of another program."""


@pytest.mark.parametrize(
    ("table", "one", "two"),
    [
        ("tasks", "1 task", "2 tasks"),
        ("replies", "1 reply", "2 replies"),
        ("acknowledgements", "1 acknowledgement", "2 acknowledgements"),
        ("read_states", "1 read state", "2 read states"),
        ("key_results", "1 key result", "2 key results"),
        (ODD, "1 wishes", "2 wishes"),
    ],
)
def test_documents_are_counted_in_good_english(table: str, one: str, two: str) -> None:
    """Also those of several words, and of tables that are not ours."""
    assert (how_many(1, table), how_many(2, table)) == (one, two)


@pytest.mark.parametrize("table", TABLES)
def test_a_document_is_found_by_what_it_is_called(table: str) -> None:
    """In any case of letters; what stands behind it is left."""
    assert table_in(f"{kind_of(table).title()}  Büro 3") == (table, "Büro 3")


@pytest.mark.parametrize("words", ["", "12", "#12", "goal", "goals 3", "wish 3", "İgoal 3"])
def test_what_names_no_kind_is_left_as_it_is(words: str) -> None:
    """For whoever asks to make something of it."""
    assert table_in(words) == ("", words)
