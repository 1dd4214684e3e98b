"""Finding things by some words of what they say, also with a slip in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    _WORD.findall(
        "a an and are at be by can do does for from has have help how i in is it me my of on or our that the"
        " this to us we what when where which who whom with you your"
    )
)
"""Words that say nothing about the subject."""
_LEAST = 3
"""Letters from which on the beginning of a word stands for it."""
_EXACT, _BEGINS, _INSIDE, _CLOSE = 1.0, 0.8, 0.7, 0.6


def words_of(text: str) -> list[str]:
    """The words in a text that say something, without accents and in lower case, each once."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    found = [word for word in _WORD.findall(plain) if word not in _SMALL]
    return list(dict.fromkeys(found))


def score(wanted: Iterable[str], texts: Iterable[tuple[float, str]]) -> float:
    """How well words fit texts; 0.0: not at all.

    Args:
        wanted: what was asked for, see `words_of`.
        texts: how much each text counts, and what it says.
    """
    known = [(weight, words_of(text)) for weight, text in texts if text]
    fits = [
        max(
            (weight * max((_alike(word, one) for one in said), default=0.0) for weight, said in known),
            default=0.0,
        )
        for word in wanted
    ]
    # Two words that fit a little say more than one: what was not found counts against it.
    return sum(fits) * sum(fit > 0 for fit in fits) / len(fits) if fits else 0.0


def _alike(wanted: str, said: str) -> float:
    if wanted == said:
        return _EXACT
    if len(wanted) < _LEAST or len(said) < _LEAST:
        return 0.0
    if said.startswith(wanted) or wanted.startswith(said):
        return _BEGINS
    if len(wanted) > _LEAST and wanted in said:
        return _INSIDE
    return _CLOSE if len(wanted) > _LEAST and _has_one_slip(wanted, said) else 0.0


def _has_one_slip(a: str, b: str) -> bool:
    """Whether one letter more, less or other, or two that changed places, makes one of the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[start:], b[start:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped
