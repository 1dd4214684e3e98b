"""Texts that people wrote, as short as a report has room for."""

from __future__ import annotations

from store.charts.svg import cut

_LONGEST = 240
"""Characters that are told."""


def brief(text: str) -> str:
    """A text of any length on one line, cut where it is long."""
    return cut(" ".join(text.split()), _LONGEST)
