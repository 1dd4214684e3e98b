"""From the words of format 1 to documents."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 200
"""Characters in the name of a responsibility; words could be longer."""


def fields_of(word: str) -> dict[str, str]:
    """Name and, where the words are too long for that, details."""
    if len(word) <= LONGEST:
        return {"name": word}
    return {"name": f"{word[: LONGEST - 1].rstrip()}…", "details": word}


def once(words: Iterable[str]) -> tuple[str, ...]:
    """Each of them once, in whatever case of letters; the first way to write it stays."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.casefold(), word)
    return tuple(found.values())
