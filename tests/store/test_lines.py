"""Texts of several lines, put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.lines import merged, pieces

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "", "d"]), max_size=7).map("\n".join)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"),
        ("a\nb\nc", "a\nb\nc\nmine", "theirs\na\nb\nc", "theirs\na\nb\nc\nmine"),
        ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"),
        ("a\nb\nc", "a\nX\nc", "a\nX\nc", "a\nX\nc"),
        ("a\nb", "a\nb", "a", "a"),
        ("", "mine", "", "mine"),
    ],
    ids=["two lines", "both ends", "removed and added", "the same", "only theirs", "a new text"],
)
def test_changes_of_different_lines_are_both_there(base: str, mine: str, theirs: str, both: str) -> None:
    """What each side did to lines that the other left alone happens."""
    assert merged(base, mine, theirs) == both


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        ("a\nb\nc", "a\nX\nc", "a\nY\nc"),
        ("a\nb", "X\nb", "a\nY"),
        ("a", "a\nmine", "a\ntheirs"),
        ("a\nb\nc", "a\nc", "a\nB\nc"),
        ("", "mine", "theirs"),
    ],
    ids=["one line", "neighbours", "the same end", "removed and changed", "a new text"],
)
def test_changes_of_the_same_lines_are_in_dispute(base: str, mine: str, theirs: str) -> None:
    """Where both changed the same lines, or lines next to each other, nobody guesses."""
    assert merged(base, mine, theirs) is None


def test_what_is_in_dispute_stands_where_it_was() -> None:
    """The lines around a dispute are merged all the same."""
    found = pieces("a\nb\nc\nd\ne", "a\nX\nc\nd\nE", "a\nY\nc\nd\ne")

    assert [(piece.mine, piece.theirs) for piece in found] == [
        (("a",), ("a",)),
        (("X",), ("Y",)),
        (("c", "d"), ("c", "d")),
        (("E",), ("E",)),
    ]


@given(TEXTS, TEXTS)
def test_what_only_one_side_changed_is_taken(base: str, other: str) -> None:
    """Against an unchanged text, and against the same one, the change stands as it is."""
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other
    assert merged(base, other, other) == other


@given(TEXTS, TEXTS, TEXTS)
def test_nothing_that_was_written_is_lost(base: str, mine: str, theirs: str) -> None:
    """Each line that a side has added is in its side of the pieces, and merging is fair to both."""
    found = pieces(base, mine, theirs)
    for text, side in ((mine, "mine"), (theirs, "theirs")):
        new = set(text.split("\n")) - set(base.split("\n"))
        kept = {line for piece in found for line in getattr(piece, side)}
        assert new <= kept
    assert merged(base, mine, theirs) == merged(base, theirs, mine)
