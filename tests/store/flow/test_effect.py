"""The flow of work before and after something was changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from store.flow.effect import Effects
from store.kpis.effect import Compared
from store.models import Adjustment
from tests.store.flow.cards import team_of

TODAY = date(2026, 11, 30)


def seen(figure: str, made_on: str, *cards: tuple[str, str, str]) -> Compared | None:
    """What is seen of a figure since something was changed on a day."""
    known: dict[str, Any] = {"id": 1, "title": "Fewer at once", "review_on": "2026-12-30"}
    one = Adjustment.checked({**known, "figure": figure, "made_on": made_on})
    return Effects(team_of(*cards), TODAY).of(one)


def test_times_of_cards_are_compared_by_the_day_on_which_they_were_finished() -> None:
    """Four took 4 days before, four 1 day since; lead times begin when a card is made."""
    slow = [("1", f"{day}", f"{day + 4}") for day in (1, 2, 3, 4)]
    quick = [("9", f"{day}", f"{day + 1}") for day in (10, 11, 12, 13)]
    cycle = seen("Cycle time", "2026-11-09", *slow, *quick)
    assert cycle is not None
    assert (cycle.effect.before, cycle.effect.after) == ((4, 4, 4, 4), (1, 1, 1, 1))
    assert cycle.counts == "4 cards before, 4 after"
    assert cycle.sentence == (
        "Since then it is 3.0 days less (−3.0 days to −3.0 days), which is better. "
        "Why, the numbers do not say."
    )
    lead = seen("lead time", "2026-11-09", *slow, *quick)
    assert lead is not None
    assert (lead.effect.before, lead.effect.after) == ((4, 5, 6, 7), (2, 3, 4, 5))
    few = seen("cycle time", "2026-11-09", *slow, *quick[:2])
    assert few is not None
    assert few.sentence == "Too few cards to tell: 2 after."


def test_throughput_is_that_of_whole_weeks() -> None:
    """The week in which it was changed belongs to neither side, and that of today is not over."""
    cards = [("1", "1", f"{day}") for day in (2, 3, 10, 16, 17, 18, 24, 30)]
    found = seen("throughput", "2026-11-11", *cards)
    assert found is not None
    assert (found.effect.before, found.effect.after) == ((2,), (3, 1))
    assert found.sentence == "Too few weeks to tell: 1 before and 2 after."


@pytest.mark.parametrize("figure", ["", "mood"])
def test_what_is_not_measured_is_not_compared(figure: str) -> None:
    """Nothing is guessed."""
    assert seen(figure, "2026-11-09", ("1", "2", "3")) is None
    assert seen("throughput", "2026-11-09") is not None
