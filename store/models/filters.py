"""Filters that the team keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from store.models.base import Document, Line, Moment
from store.models.fits import Fits


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedFilter(Document):
    """A filter of the board under a name, for everybody in the team."""

    name: Annotated[Line, Fits(shortest=1, longest=60)]
    query: Annotated[Line, Fits(shortest=1)]
    """In the language of filters; `@me` in it is whoever looks."""
    key: Annotated[Line, Fits(pattern=r"^\S?$")] = ""
    """One character that calls it up; empty: it has none."""
    position: str = ""
    """Rank among the filters."""
    archived_at: Moment | None = None
    """When it was removed; `None` while it is in use."""
