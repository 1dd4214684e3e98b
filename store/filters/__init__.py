"""The language of filters: what is typed behind `/`, kept in saved filters, and given to `tagwerk list`."""

from __future__ import annotations

from store.filters.completing import completed, suggestions
from store.filters.search import Found, Search, refuse_unclear
from store.filters.syntax import describe

__all__ = ["Found", "Search", "completed", "describe", "refuse_unclear", "suggestions"]
