"""The team as it was, who changed what, and bringing back: all from the complete history."""

from __future__ import annotations

from store.past.flowing import Since, changes_since
from store.past.recent import done_by
from store.past.restoring import Restoring, Tables, bring_back
from store.past.saying import called, sayings
from store.past.search import Key, Wanted, concerning, found
from store.past.states import number_at, state_after

__all__ = [
    "Key",
    "Restoring",
    "Since",
    "Tables",
    "Wanted",
    "bring_back",
    "called",
    "changes_since",
    "concerning",
    "done_by",
    "found",
    "number_at",
    "sayings",
    "state_after",
]
