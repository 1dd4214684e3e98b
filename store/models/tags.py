"""Words that group cards across columns and roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from store.models.base import Document, Line, Moment
from store.models.fits import Fits
from store.text import clean_line


def _bare(value: object) -> object:
    return clean_line(value).removeprefix("#") if isinstance(value, str) else value


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag(Document):
    """A word that the team has agreed on for its cards. Cards may carry other words as well."""

    name: Annotated[Line, Fits(before=_bare, shortest=1, longest=60, pattern=r"^[^\s,#]+$")]
    """One word, without the #; letters in upper and lower case are the same."""
    colour: Line = ""
    """One of the theme's colour names (see `COLOURS`); empty: none."""
    description: Line = ""
    """What it is for, in a sentence."""
    position: str = ""
    """Rank among the tags."""
    archived_at: Moment | None = None
    """When it was put away; cards keep the word. `None` while it is offered."""
