"""The one table of what each kind of term asks."""

from __future__ import annotations

from collections.abc import Callable

from store.filters import naming, states, times, words
from store.filters.ground import Ground, Test, Unfinished
from store.filters.terms import Term
from store.phrases import quoted

_MEANINGS: dict[str, Callable[[Ground, tuple[str, ...]], Test]] = {
    "is": states.in_state,
    "prio": states.with_priority,
    "col": naming.in_column,
    "role": naming.of_role,
    "goal": naming.for_goal,
    "by": naming.created,
    "due": times.due,
    "@": naming.assigned,
    "age": times.age,
    "has": states.having,
    "#": naming.tagged,
    "": words.standing,
}
"""Key to its meaning, the cheapest to ask first."""
_COST = {key: cost for cost, key in enumerate(_MEANINGS)}


def cost(term: Term) -> int:
    """What is asked first has the smallest: it leaves fewer cards for the others."""
    return _COST[term.key]


def test_of(term: Term, ground: Ground) -> Test:
    """How to tell whether a card fits.

    Raises:
        Refused: a value is wrong; the sentence names the choices.
        Unfinished: it is not wrong yet, but says nothing.
    """
    if not term.values:
        raise Unfinished(f"Nothing stands behind {quoted(term.written)} yet; write it without a blank.")
    test = _MEANINGS[term.key](ground, term.values)
    return (lambda id, raw: not test(id, raw)) if term.is_negated else test
