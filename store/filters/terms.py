"""A query taken apart into its terms, without asking yet what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KEYS = {
    "is": "is",
    "has": "has",
    "due": "due",
    "role": "role",
    "col": "col",
    "column": "col",
    "in": "col",
    "prio": "prio",
    "priority": "prio",
    "goal": "goal",
    "by": "by",
    "age": "age",
}
"""What is written before a colon, to the key that it stands for."""
_SIGNS = {"@": "@", "#": "#", "!": "prio"}
# A quotation mark opens a phrase only where something begins: in `24" monitor` it is an inch.
_TOKEN = re.compile(r"""(?:(?<![^\s,:@#!-])"[^"]*(?:"|$)|\S)+""")
_OPENING = re.compile(r'(?<![^\s,:@#!-])"')
_CLOSED = re.compile(r'(?<![^\s,:@#!-])"[^"]*"')
_HEAD = re.compile(rf"(-?)(@|\#|!|(?:{'|'.join(KEYS)}):|)", re.IGNORECASE)
_VALUE = re.compile(r'"([^"]*)(?:"|$)|([^,]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: all of a query's have to hold."""

    key: str
    """`@`, `#`, one of the values of `KEYS`, or empty for words that are searched as they are."""
    values: tuple[str, ...]
    """Without regard to case; one of them has to fit. There is none while nothing is written behind a key."""
    is_negated: bool = False
    written: str = ""
    """As it stands in the query."""

    def implies(self, other: Term) -> bool:
        """Whether every card that fits this term fits the other, as far as that can be told at once."""
        if self == other:
            return True
        are_words = not (self.key or other.key or self.is_negated or other.is_negated)
        return are_words and other.values[0] in self.values[0]


@dataclass(frozen=True, slots=True)
class Token:
    """A term as it is written."""

    start: int
    """Where in the query it begins."""
    text: str

    @property
    def head(self) -> str:
        """What tells the kind: `-`, a sign or a key with its colon; empty for plain words."""
        match = _HEAD.match(self.text)
        return match[0] if match else ""

    @property
    def is_open(self) -> bool:
        """Whether it ends within quotation marks."""
        return bool(_OPENING.search(_CLOSED.sub("x", self.text)))

    def term(self) -> Term | None:
        """The condition; `None` while nothing is written that could be one."""
        match = _HEAD.match(self.text)
        assert match is not None  # It may be empty, and so always is there.
        head, rest = match[2].lower(), self.text[match.end() :]
        key = _SIGNS.get(head) or KEYS.get(head.removesuffix(":"), "")
        values = tuple(_values(rest)) if key else tuple(filter(None, [_phrase(rest)]))
        if not values and not key:
            return None
        return Term(key, values, bool(match[1]), self.text)


def tokens(query: str) -> Iterator[Token]:
    """The words of a query, where phrases in quotation marks count as one."""
    for match in _TOKEN.finditer(query):
        yield Token(match.start(), match[0])


def read(query: str) -> list[Term]:
    """The conditions of a query, in order."""
    return [term for token in tokens(query) if (term := token.term()) is not None]


def _values(rest: str) -> Iterator[str]:
    for match in _VALUE.finditer(rest):
        if value := _folded(match[1] if match[1] is not None else match[2]):
            yield value


def _phrase(rest: str) -> str:
    match = _VALUE.fullmatch(rest)
    return _folded(match[1] if match and match[1] is not None else rest)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
