"""One line that changes cards."""

from __future__ import annotations

from datetime import date

import pytest

from store.errors import NeedsConsent, NotFound, Refused
from store.models import Priority, Task
from store.rules.quick import apply_quick
from store.team import Team
from tests.builders import BACKLOG, DOING, NOW, PHOTO, READY, SHOP, task
from tests.store.rules.quick.shop import change, shop, typed


def cards() -> Team:
    """Three cards with something on each."""
    return shop(
        task(1, "One", BACKLOG, SHOP, assignees=["ana"], tags=["Sale", "x"], due="2026-12-01"),
        task(2, "Two", BACKLOG, SHOP, assignees=["ben", "zoe"], priority="high", goal=3),
        task(3, "Three", READY, PHOTO),
    )


def after(text: str, *ids: int) -> list[Task]:
    """The cards after Ana's line for some of them."""
    board = cards()
    done = board.apply(apply_quick(board, ids or (1, 2, 3), change(text), "ana", NOW))
    return [done.task(id) for id in (1, 2, 3)]


def test_people_and_tags_come_and_go() -> None:
    """Whoever is named comes to those who are there; with a minus they go."""
    assert [c.assignees for c in after("@cem -@ben")] == [["ana", "cem"], ["zoe", "cem"], ["cem"]]
    assert [c.assignees for c in after("-@zoe -@me")] == [[], ["ben"], []]
    assert [c.assignees for c in after("@nobody @cem")] == [["cem"]] * 3
    assert [c.assignees for c in after("@nobody")] == [[]] * 3
    assert [c.tags for c in after("#new -#SALE")] == [["x", "new"], ["new"], ["new"]]


def test_facts_are_set_and_taken_away() -> None:
    """Days, priority and goal hold for all; none takes them away."""
    assert [c.due for c in after("due:+2d")] == [date(2026, 11, 25)] * 3
    assert [c.due for c in after("due:none !normal goal:none")] == [None] * 3
    assert {c.priority for c in after("!urgent", 2, 3)} == {Priority.NORMAL, Priority.URGENT}


def test_cards_go_to_a_role_and_a_column() -> None:
    """Those that are there already stay where they are."""
    assert [c.role for c in after("~photo")] == [PHOTO] * 3
    assert [c.role for c in after("~none", 1)] == [None, SHOP, PHOTO]
    assert [(c.column, c.role) for c in after("in:ready ~photo")] == [(READY, PHOTO)] * 3


def test_it_is_one_change_with_a_label() -> None:
    """The label says on how many cards what was changed; taking it back brings all back."""
    board = cards()
    done = apply_quick(board, [1, 2, 1], change("@cem due:fri -#x ~photo"), "ana", NOW)

    assert done.label == "changed 2 cards: Cem Demir · without #x · due Fri 27 Nov · Photography"
    assert (done.by, done.at) == ("ana", NOW)
    assert board.apply(done).apply(done.inverse()).tables == board.tables
    assert apply_quick(board, [3], change("!high"), "ana", NOW).label == "changed #3: high"


def test_what_holds_already_changes_nothing() -> None:
    """Saying once more what is so is an empty change."""
    assert not apply_quick(cards(), [2], change("@ben !high goal:3 in:backlog ~shop"), "ana", NOW)
    assert not apply_quick(cards(), [], change("@ben"), "ana", NOW)


def test_a_limit_asks_first() -> None:
    """Going over it needs consent, and then it is in the label."""
    with pytest.raises(NeedsConsent, match="Doing has 3 cards and a limit of 3"):
        apply_quick(shop(*[task(n) for n in range(1, 6)]), range(1, 6), change("in:doing"), "ana", NOW)

    board = shop(*[task(n) for n in range(1, 6)])
    done = apply_quick(board, range(1, 6), change("in:doing"), "ana", NOW, override=True)
    assert done.label == "changed 5 cards: in Doing, over Doing’s limit of 3"
    assert board.apply(done).count(DOING) == 5


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "That changes nothing; write like @ana"),
        ("shoot !high", "“shoot” says no change; write like @ana, -@ben"),
        ("-@xyz", "Nobody in the team is called “xyz”"),
    ],
)
def test_lines_that_are_refused(text: str, sentence: str) -> None:
    """A line without a change, or with words that are no markers, is told."""
    with pytest.raises(Refused, match=sentence):
        apply_quick(cards(), [1], change(text), "ana", NOW)


def test_one_card_that_is_not_there_refuses_all() -> None:
    """Nothing is done to the others."""
    with pytest.raises(NotFound, match="#99"):
        apply_quick(cards(), [1, 99], change("!high"), "ana", NOW)


def test_the_preview_of_a_change() -> None:
    """What is said so far; a word that is no marker may still become none."""
    assert typed("@ben -@me -#x due:none est:none start:none goal:none", title_needed=False) == (
        "Ben Okafor · without Ana Lima · without #x · no start date · no due date · no estimate · no goal",
        "",
    )
    assert typed("!high -", title_needed=False) == ("high", "")
    assert "“-” says no change" in typed("- !high", title_needed=False)[1]
    assert typed("@nobody", title_needed=False) == ("nobody", "")
