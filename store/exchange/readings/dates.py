"""Days, weeks, months and quarters as exports write them, in English and German."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial

from store.models import Cadence
from store.text import clean_line


class Order(StrEnum):
    """In which order a date between slashes or hyphens stands."""

    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True, slots=True)
class Span:
    """What a cell tells of."""

    first: date
    """Its first day."""
    length: Cadence


_YEARS = range(1990, 2101)
_NAMES = {
    1: "january jan januar jän jänner",
    2: "february feb februar",
    3: "march mar märz mär mrz maerz",
    4: "april apr",
    5: "may mai",
    6: "june jun juni",
    7: "july jul juli",
    8: "august aug",
    9: "september sep sept",
    10: "october oct oktober okt",
    11: "november nov",
    12: "december dec dezember dez",
}
_MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
_TIME = (
    r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?"
    r"|(?:mo|di|do|fr|sa|so)|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mi))[.,]*\s+"
)
_DAY_NAME = re.compile(_WEEKDAY, re.I)
_Y, _M, _D = r"(?P<y>\d{4})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_NAME, _WORD_YEAR = r"(?P<name>[^\W\d_]+)\.?", r"(?P<y>\d{4})"
_WEEK_WORD = r"(?:kw|cw|week|wk|woche|kalenderwoche|w)\.?"
_WHOLE: tuple[tuple[str, str], ...] = (
    ("day", rf"{_Y}([-/.]){_M}\2{_D}{_TIME}"),
    ("day", r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    ("day", rf"{_D}\.\s?{_M}\.\s?(?P<y>\d{{4}}|\d{{2}}){_TIME}"),
    ("named", rf"{_D}\.?[ -]{_NAME}[ ,-]+(?P<y>\d{{4}}|\d{{2}}){_TIME}"),
    ("named", rf"{_NAME} {_D}(?:st|nd|rd|th)?,? {_WORD_YEAR}{_TIME}"),
    ("month", rf"{_Y}[-/]{_M}"),
    ("month", rf"{_M}[/.]{_Y}"),
    ("named month", rf"{_NAME}[ ,-]+{_WORD_YEAR}"),
    ("named month", rf"{_WORD_YEAR}[ -]{_NAME}"),
    ("week", rf"{_Y}[ /-]*{_WEEK_WORD}\s?(?P<w>\d{{1,2}})"),
    ("week", rf"{_WEEK_WORD}\s?(?P<w>\d{{1,2}})[ ,/.-]+{_Y}"),
    ("week", rf"(?P<w>\d{{1,2}})\.\s?{_WEEK_WORD}[ ,/-]+{_Y}"),
    ("quarter", rf"{_Y}[ /-]*q(?P<q>[1-4])"),
    ("quarter", rf"q(?P<q>[1-4])[ ,/-]+{_Y}"),
    ("quarter", rf"(?P<q>[1-4])\.\s?(?:quartal|quarter)[ ,/-]+{_Y}"),
)
_FORMS = tuple((kind, re.compile(form, re.I | re.ASCII if kind == "day" else re.I)) for kind, form in _WHOLE)
_OPEN = re.compile(rf"(?P<a>\d{{1,2}})([/-])(?P<b>\d{{1,2}})\2(?P<y>\d{{4}}|\d{{2}}){_TIME}", re.I | re.ASCII)
"""A date whose order has to be told."""


@lru_cache(maxsize=8192)
def span(text: str, order: Order) -> Span | None:
    """What a cell tells of, read in an order; `None`: it is no date."""
    written = _DAY_NAME.sub("", clean_line(text).replace("‑", "-").replace("–", "-"), count=1).strip()
    if not written or len(written) > 60:
        return None
    # With hyphens and two digits for the year, `24-03-12` may begin with it.
    if (between := _OPEN.fullmatch(written)) and (between[2] == "/" or len(between["y"]) == 4):
        one, two, year = int(between["a"]), int(between["b"]), between["y"]
        day, month = (one, two) if order is Order.DMY else (two, one)
        return _or_none(lambda: Span(_day(year, month, day), Cadence.DAY))
    for kind, form in _FORMS:
        if (found := form.fullmatch(written)) and (
            said := _or_none(partial(_KINDS[kind], found.groupdict()))
        ):
            return said
    return None


def _or_none(make: Callable[[], Span]) -> Span | None:
    try:
        return make()
    except ValueError:
        return None  # there is no such day


def is_date(text: str) -> bool:
    """Whether a cell can be read as a date, and is more than a bare number."""
    return not text.strip().isdecimal() and any(span(text, order) is not None for order in Order)


def _day(year: str, month: int, day: int) -> date:
    number = int(year) + (2000 if len(year) == 2 else 0)
    if number not in _YEARS:
        raise ValueError(f"the year {number} cannot be")
    return date(number, month, day)


def _month(name: str) -> int:
    if name.casefold() not in _MONTHS:
        raise ValueError(name)
    return _MONTHS[name.casefold()]


def _week(parts: Mapping[str, str]) -> Span:
    first = date.fromisocalendar(_day(parts["y"], 1, 1).year, int(parts["w"]), 1)
    return Span(first, Cadence.WEEK)


_KINDS: dict[str, Callable[[Mapping[str, str]], Span]] = {
    "day": lambda p: Span(_day(p["y"], int(p["m"]), int(p["d"])), Cadence.DAY),
    "named": lambda p: Span(_day(p["y"], _month(p["name"]), int(p["d"])), Cadence.DAY),
    "month": lambda p: Span(_day(p["y"], int(p["m"]), 1), Cadence.MONTH),
    "named month": lambda p: Span(_day(p["y"], _month(p["name"]), 1), Cadence.MONTH),
    "week": _week,
    "quarter": lambda p: Span(_day(p["y"], int(p["q"]) * 3 - 2, 1), Cadence.QUARTER),
}
