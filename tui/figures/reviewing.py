"""Asking whether an adjustment helped: one key, and a line for what was learned."""

from __future__ import annotations

from functools import partial

from store.models import Adjustment, Outcome
from store.phrases import quoted
from store.rules import adjustments
from tui.screens.asking import Asking, Choice
from tui.workplace import Workplace

_KEYS = {Outcome.HELPED: "h", Outcome.NO_EFFECT: "n", Outcome.HARMED: "x", Outcome.UNCLEAR: "u"}


def ask_review(asking: Asking, place: Workplace, one: Adjustment) -> None:
    """Ask what an adjustment did and what was learned, and write both down."""

    def chosen(outcome: Outcome) -> None:
        asking.line(
            "What do you learn from it", partial(written, outcome), text=one.learned, may_be_empty=True
        )

    def written(outcome: Outcome, learned: str) -> None:
        change = adjustments.review(
            place.team, one.id, outcome, place.person, place.now(), learned=learned.strip()
        )
        place.act(change)
        place.tell(f"You {change.label}.")

    choices = [Choice(key, outcome.value, partial(chosen, outcome)) for outcome, key in _KEYS.items()]
    asking.keys(f"Has {quoted(one.title, 30)} helped?", choices)
