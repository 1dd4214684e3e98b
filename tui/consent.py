"""What the rules ask about a limit, for who has an answer of its own to it."""

from __future__ import annotations

from store.errors import NeedsConsent

_ASKS = "; the same again goes over it."
"""How the rules' question ends; it suits a form, where saving again is the answer."""


def what_it_goes_over(question: NeedsConsent) -> str:
    """The question without what answers it: `Doing has 3 cards and a limit of 3`."""
    return str(question).removesuffix(_ASKS)
