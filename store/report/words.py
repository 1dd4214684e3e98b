"""Texts that people wrote, as short as a report has room for."""

from __future__ import annotations

import re

from store.charts.svg import cut

_LONGEST = 240
"""Characters that are told."""
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")


def brief(text: str) -> str:
    """A text of any length on one line, cut where it is long."""
    return cut(" ".join(text.split()), _LONGEST)


def opening(markdown: str) -> str:
    """The first paragraph of a post, without the signs of its emphasis; `…` where more follows."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", markdown) if part.strip()]
    at = next((n for n, part in enumerate(parts) if not part.startswith("#")), None)
    if at is None:
        return brief(" ".join(parts))
    more = " …" if at + 1 < len(parts) else ""
    # Not more than can be told: signs that are never closed would be looked for to the end each time.
    return brief(_EMPHASIS.sub(r"\2", parts[at][: 4 * _LONGEST]) + more)
