"""How rules name things to a person."""

from __future__ import annotations

import pytest

from store.rules.words import counted, listed, named, quoted
from tests.builders import task


@pytest.mark.parametrize(
    ("words", "phrase"),
    [([], "nothing"), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed(words: list[str], phrase: str) -> None:
    """Commas between them, and a word before the last."""
    assert listed(words) == phrase


def test_a_choice_is_listed_with_or() -> None:
    """The last word can be another."""
    assert listed(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("x", "“x”"), ("a\n b", "“a b”"), ("\x1b[31mred", "“red”"), (5, "“5”"), ("x" * 40, f"“{'x' * 40}”")],
)
def test_quotes_are_clean_and_on_one_line(text: object, phrase: str) -> None:
    """What a person wrote is shown without controls and line breaks."""
    assert quoted(text) == phrase


def test_long_quotes_are_shortened() -> None:
    """No more than 40 characters are repeated."""
    assert quoted("x" * 41) == f"“{'x' * 39}…”"


def test_tasks_are_named_by_number_or_title() -> None:
    """A task is called by its number as soon as it has one."""
    assert (named(task(12)), named(task(-1, "Buy"))) == ("#12", "“Buy”")


def test_one_is_not_many() -> None:
    """One card, two cards."""
    assert (counted(1, "card"), counted(2, "card")) == ("1 card", "2 cards")
