"""Reading fields as they are kept, where another program may have put anything."""

from __future__ import annotations

from collections.abc import Set

LARGEST = 2**53
"""Whole numbers beyond it are not the same for every program that reads JSON."""


def many(value: object) -> list[object]:
    """The items of a field that holds several; none where something else stands there."""
    return value if isinstance(value, list) else []


def words_in(value: object) -> list[str]:
    """The words in a field that holds several; whatever else is among them is left out."""
    return [word for word in many(value) if isinstance(word, str)]


def number_in(value: object) -> int:
    """The number in a field that names a document; 0 where there is none, or something else stands there."""
    return value if isinstance(value, int) else 0


def shares(value: object, wanted: Set[object]) -> bool:
    """Whether a field that holds several has one of those that are wanted."""
    try:
        return isinstance(value, list) and not wanted.isdisjoint(value)
    except TypeError:
        # Something among them is a list or an object, of which no set can be asked.
        return not wanted.isdisjoint(words_in(value))
