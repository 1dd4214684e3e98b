"""The team as it was, and who changed what: read from the complete history."""

from __future__ import annotations

from store.past.saying import called, sayings
from store.past.search import Wanted, concerning, found
from store.past.states import number_at, state_after

__all__ = ["Wanted", "called", "concerning", "found", "number_at", "sayings", "state_after"]
