"""What a person decided where two people changed the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Disputed = tuple[str, int, str]
"""Table, document and field."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person chose, field by field; mine holds where nothing else is said."""

    theirs: frozenset[Disputed] = frozenset()
    """Fields in which the other person's value stays."""
    texts: Mapping[Disputed, str] = field(default_factory=dict)
    """Fields that get a text made of both."""
