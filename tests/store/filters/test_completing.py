"""What the word under the cursor may become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.filters import completed, refuse_unclear, suggestions
from tests.store.filters.shop import TODAY, shop


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", []),
        ("paper ", []),
        ("paper", []),
        ("h", ["has:"]),
        ("-ro", ["-role:"]),
        ("is:bl", ["is:blocked"]),
        ("x -is:o", ["-is:overdue", "-is:open"]),
        ("is:blocked", []),
        ("@b", ["@ben", '@"Ben Okafor"']),
        ("@o", ['@"Ben Okafor"']),
        ("#c", ["#Christmas"]),
        ("!u", ["!urgent"]),
        ("prio:l", ["prio:low"]),
        (
            "role:",
            ["role:Shop", "role:Photography", "role:Newsletter", 'role:"Customer service"', "role:none"],
        ),
        ("role:serv", ['role:"Customer service"']),
        ('role:"cust', ['role:"Customer service"']),
        ("role:shop,ph", ["role:shop,Photography"]),
        ("in:do", ["in:Doing", "in:Done"]),
        ("due:to", ["due:today", "due:tomorrow"]),
        ("has:c", ["has:checklist", "has:comments"]),
    ],
)
def test_a_word_is_completed(query: str, words: list[str]) -> None:
    """Keys, names and values that begin so, in the form in which they can stand in the query."""
    assert suggestions(query, len(query), shop()) == words


def test_the_cursor_may_stand_in_the_middle() -> None:
    """The word that ends at the cursor is completed, and the rest stays."""
    query = "is:bl paper"

    assert suggestions(query, 5, shop()) == ["is:blocked"]
    assert completed(query, 5, "is:blocked") == ("is:blocked paper", 10)


def test_a_completed_word_is_followed_by_a_blank() -> None:
    """The next word can be typed at once, but behind a key its value."""
    assert completed("x @b", 4, "@ben") == ("x @ben ", 7)
    assert completed("x ro", 4, "role:") == ("x role:", 7)


@given(st.text(), st.integers(0, 20))
def test_any_text_can_be_completed(query: str, cursor: int) -> None:
    """Whatever is typed, wherever the cursor stands, nothing breaks."""
    for word in suggestions(query, cursor, shop()):
        completed(query, cursor, word)


@pytest.mark.parametrize(
    "head", ["@", "#", "!", "is:", "has:", "due:", "role:", "col:", "prio:", "by:", "goal:"]
)
def test_every_suggestion_can_be_asked(head: str) -> None:
    """What is offered is understood."""
    for word in suggestions(head, len(head), shop()):
        refuse_unclear(shop(), word, person="ana", today=TODAY)
