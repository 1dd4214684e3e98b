"""Phrases for sentences to a person: something quoted, a list, a count."""

from __future__ import annotations

from collections.abc import Iterable

from store.text import clean_line

LONGEST_QUOTE = 40
"""Characters of a person's text that a sentence repeats."""


def quoted(text: object, longest: int = LONGEST_QUOTE) -> str:
    """Something a person wrote, in quotation marks, on one line and not too long."""
    line = clean_line(str(text))
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a, b and c`; “nothing” when there is none."""
    *most, end = list(words) or ["nothing"]
    return f"{', '.join(most)} {last} {end}" if most else end


def counted(count: int, thing: str, things: str = "") -> str:
    """`1 card`, `3 cards`; `things` where it is not just with an s."""
    return f"{count} {thing}" if count == 1 else f"{count} {things or thing + 's'}"
