"""How well a text fits what was typed: a rank, the smaller the better."""

from __future__ import annotations

EXACT = 0
"""It is just that."""
START = 1
"""It begins like that."""
WORDS = 2
"""Every word that was typed begins one of its words."""
INSIDE = 3
"""Every word that was typed is somewhere in it."""
SAID = 4
"""What else is said about it begins like that."""
INITIALS = 5
"""The letters that were typed begin its words: `mr` for “move right”."""
DETAIL = 6
"""Every word that was typed is in it or in what else is said about it."""
LETTERS = 7
"""It has the letters in this order, with others between them."""


def rank(query: str, label: str, detail: str = "") -> int | None:
    """How well a label fits a query in any case of letters; `None`: not at all. An empty query fits all."""
    query, label = query.casefold(), label.casefold()
    if label == query:
        return EXACT
    if label.startswith(query):
        return START
    words, parts = query.split(), label.split()
    if all(any(part.startswith(word) for part in parts) for word in words):
        return WORDS
    if all(word in label for word in words):
        return INSIDE
    if detail.casefold().startswith(query):
        return SAID
    letters = "".join(words)
    if in_order(letters, "".join(part[0] for part in parts)):
        return INITIALS
    everything = f"{label} {detail.casefold()}"
    if all(word in everything for word in words):
        return DETAIL
    return LETTERS if in_order(letters, label) else None


def in_order(letters: str, text: str) -> bool:
    """Whether the text has these letters in this order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
