"""Words that group cards across columns and roles."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from store.models.base import Document, Line, Moment


def _bare(value: object) -> object:
    return value.strip().removeprefix("#") if isinstance(value, str) else value


class Tag(Document):
    """A word that the team has agreed on for its cards. Cards may carry other words as well."""

    name: Annotated[Line, BeforeValidator(_bare), Field(min_length=1, max_length=60, pattern=r"^[^\s,#]+$")]
    """One word, without the #; letters in upper and lower case are the same."""
    colour: Line = ""
    """One of the theme's colour names (see `COLOURS`); empty: none."""
    description: Line = ""
    """What it is for, in a sentence."""
    position: str = ""
    """Rank among the tags."""
    archived_at: Moment | None = None
    """When it was put away; cards keep the word. `None` while it is offered."""
