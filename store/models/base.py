"""What every document has in common.

A new kind of document is a class like those beside this module:

1. `@dataclass(frozen=True, kw_only=True, slots=True) class Praise(Document)`, with a docstring under every
   field. A field without a default is required; one that may be missing says `X | None = None`, and a list
   `field(default_factory=list)`.
2. Text from people is `Line` or `Text`, several of them are `Words`, a point in time is a `Moment`. What else
   a value must be, `Fits` says: `name: Annotated[Line, Fits(shortest=1, longest=60)]`. Fields may further be
   `str`, `int`, `float`, `bool`, `Day`, a `StrEnum`, a `Part`, and lists of these.
3. Its table goes into `TABLES`, and the fields with numbers of other documents into `REFERENCES`.

The constructor takes its values as they are; it is for what the program itself knows to be right. Whatever
comes from a person, a file or another program goes through `checked`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from store.models.fits import Fits
from store.models.part import Fields, Part, Raw, plain, utc
from store.models.reading import read
from store.text import clean, clean_line


def is_empty(value: object) -> bool:
    """Whether a field with this value is left out of the file: `None`, no text, no items."""
    return value is None or value == "" or value == [] or value == {}


_MANY = (list, tuple, set, frozenset)
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
"""What is counted on from a day stays far from where the calendar ends."""


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, values)))


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"“{name}” is not a time zone; write it like Europe/Berlin") from error
    return name


def _in_our_age(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"is far away; the years are {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def _strings(value: object) -> object:
    # Not only lists: a tuple or a set is taken for a list too, and none may pass uncleaned.
    if not isinstance(value, _MANY):
        return value
    return [clean_line(v) if isinstance(v, str) else v for v in value]


def _line(value: object) -> object:
    return clean_line(value) if isinstance(value, str) else value


def _text(value: object) -> object:
    return clean(value).rstrip() if isinstance(value, str) else value


Line = Annotated[str, Fits(before=_line, longest=1000)]
"""One line of text from a person, without control characters; at most 1,000 characters."""
Text = Annotated[str, Fits(before=_text, longest=100_000)]
"""Text of any number of lines, without control characters; at most 100,000 characters."""
Words = Annotated[list[str], Fits(before=_strings, after=_unique)]
"""Distinct one-line strings, in order."""
Day = Annotated[date, Fits(after=_in_our_age)]
"""A day in the team's time zone; a year that nobody works in is a slip."""
Moment = Annotated[datetime, Fits(after=utc)]
"""A point in time (aware, UTC)."""
ZoneName = Annotated[str, Fits(after=_known_zone)]
"""IANA name of a time zone that this host knows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document(Part):
    """A frozen document with its number."""

    id: int = 0
    """The number that people see and TinyDB's document id; negative until it is committed."""

    @classmethod
    def build(cls, id: int, raw: Raw) -> Self:
        """The document from its fields as they are kept.

        A field that cannot be read takes its default, so that one bad value does not hide the rest.

        Raises:
            Unfit: a required field is missing or unreadable.
        """
        return read(cls, {**raw, "id": id})

    def raw(self) -> Fields:
        """The fields as JSON values, without the number; empty ones are left out."""
        kept = {n: plain(v) for n, v in self.items() if v is not None and (v or not is_empty(v))}
        kept.pop("id", None)
        return kept
