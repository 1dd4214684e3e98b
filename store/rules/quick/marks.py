"""A line taken apart into title words and markers, without asking yet what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FIELDS = {
    "@": "assignees",
    "#": "tags",
    "!": "priority",
    "~": "role",
    "prio": "priority",
    "priority": "priority",
    "role": "role",
    "in": "column",
    "col": "column",
    "column": "column",
    "due": "due",
    "start": "start",
    "est": "estimate",
    "estimate": "estimate",
    "goal": "goal",
}
"""Sign or key to the field of a task."""
_KEYS = "|".join(key for key in _FIELDS if key.isalpha())
_HEAD = rf"[@\#~]|!|(?:{_KEYS}):"
_QUOTED = re.compile(rf'(-?)({_HEAD})"([^"]*+)(?:(")[.,;:!?)]*|$)(?=\s|$)', re.IGNORECASE)
# Behind a sign there is a letter: `#1 seller`, `@10:30` and `~5 kg` are text. `@a@b` is an address.
_PLAIN = re.compile(
    rf'(-?)(?:(@)(?=[^\W\d])(?!\S*\w@)|([#~!])(?=[^\W\d_])|({_KEYS}):(?=[^\s"]))(\S+)', re.IGNORECASE
)
_ESCAPED = re.compile(r"\\+(?=(\S+))")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Marker:
    """A word that says something about the card."""

    field: str
    """Name of the task's field."""
    value: str
    written: str
    """The whole word."""
    is_off: bool = False
    """Whether it takes the value away."""
    is_closed: bool = True
    """Whether what stands in quotation marks has its second one."""
    is_last: bool = False
    """Whether the line ends with it, so that somebody may still be writing it."""


def words(text: str, *, with_off: bool) -> Iterator[str | Marker]:
    """The words of a line in order; `with_off`: a minus takes something away."""
    at = 0
    while word := _WORD.search(text, at):
        marker = _marker(text, word.start(), with_off=with_off)
        if marker is not None:
            yield marker
            at = word.start() + len(marker.written)
        else:
            yield _literal(word[0], with_off=with_off)
            at = word.end()


def escaped_word(word: str) -> str:
    """A word as it has to be written so that it is title, whatever it looks like."""
    return f"\\{word}" if _is_marker(word.lstrip("\\")) else word


def _marker(text: str, start: int, *, with_off: bool) -> Marker | None:
    match = _QUOTED.match(text, start) or _PLAIN.match(text, start)
    if match is None or (match[1] and not with_off):
        return None
    groups = match.groups()
    quoted = len(groups) == 4
    head, value = (match[2], match[3]) if quoted else (match[2] or match[3] or match[4], match[5])
    field = _FIELDS[head.lower().removesuffix(":")]
    is_off = bool(match[1])
    if is_off and field not in ("assignees", "tags"):
        return None
    closed = not quoted or bool(match[4])
    return Marker(field, value, match[0], is_off, closed, match.end() == len(text))


def _literal(word: str, *, with_off: bool) -> str:
    """A word of the title; before what would be a marker, one backslash goes."""
    match = _ESCAPED.match(word)
    return word[1:] if match and _is_marker(match[1], with_off=with_off) else word


def _is_marker(word: str, *, with_off: bool = False) -> bool:
    return _marker(word, 0, with_off=with_off) is not None
