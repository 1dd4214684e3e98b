"""How well a text fits what was typed."""

from __future__ import annotations

import pytest

from tui.palette.match import DETAIL, EXACT, INITIALS, INSIDE, LETTERS, START, WORDS, in_order, rank


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("move right", EXACT),
        ("Move Right", EXACT),
        ("mov", START),
        ("", START),
        ("right mo", WORDS),
        ("righ", WORDS),
        ("ght ove", INSIDE),
        ("mr", INITIALS),
        ("column", DETAIL),
        ("move on", DETAIL),
        ("mrgt", LETTERS),
        ("rm", None),
        ("xyz", None),
    ],
)
def test_the_better_it_fits_the_smaller_is_the_rank(query: str, expected: int | None) -> None:
    """Beginnings come before words, words before letters, and what does not fit has no rank."""
    assert rank(query, "move right", "Move the card one column on") == expected


def test_ranks_are_in_the_order_of_what_people_mean() -> None:
    """Exact, beginning, words, inside, initials, description, letters."""
    ranks = [EXACT, START, WORDS, INSIDE, INITIALS, DETAIL, LETTERS]

    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("letters", "text", "found"), [("ace", "abcde", True), ("aec", "abcde", False), ("aa", "a", False)]
)
def test_letters_have_to_be_in_order(letters: str, text: str, found: bool) -> None:
    """A letter that was typed twice has to be there twice."""
    assert in_order(letters, text) is found


def test_a_long_text_of_one_letter_takes_no_time() -> None:
    """The work does not grow with the number of ways in which letters could be found."""
    assert rank("e" * 40, "e " * 2000) is not None
