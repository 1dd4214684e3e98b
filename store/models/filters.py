"""Filters that the team keeps."""

from __future__ import annotations

from pydantic import Field

from store.models.base import Document, Line, Moment


class SavedFilter(Document):
    """A filter of the board under a name, for everybody in the team."""

    name: Line = Field(min_length=1, max_length=60)
    query: Line = Field(min_length=1)
    """In the language of filters; `@me` in it is whoever looks."""
    key: Line = Field("", pattern=r"^\S?$")
    """One character that calls it up; empty: it has none."""
    position: str = ""
    """Rank among the filters."""
    archived_at: Moment | None = None
    """When it was removed; `None` while it is in use."""
