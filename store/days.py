"""What people write for days and for hours: on the command line, in a filter, behind a title.

No heavy imports: the command line needs it to tell wrong usage.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.errors import Refused
from store.phrases import quoted

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = ("today", "tomorrow", "eom", *_WEEKDAYS)
_LEAST = 3
"""Letters of a weekday that are enough."""
_AHEAD = re.compile(r"\+(\d{1,5})([dw])")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
# The second dot is needed: on the way to `27.11.` nobody means the 27 January.
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_BEGINNING = re.compile(r"\d{1,4}|\d{4}-(\d{1,2}-?\d?)?|\d{1,2}\.(\d{1,2}\.?\d{0,3})?|\+\d{0,5}")
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(h|m|)")
_WAYS = "2026-11-27, today, tomorrow, a weekday, 27.11., +3d, +2w or eom"


def day(text: str, today: date) -> date:
    """The day that is meant.

    `2026-11-27`; `27.11.` (the next one, today included) and `27.11.2026`; `today`, `tomorrow`; `fri` or
    `friday` (the next one after today); `+3d`, `+2w`; `eom` (the last day of this month).

    Raises:
        Refused: it is none of these, or no such day exists.
    """
    word = text.strip().lower()
    try:
        found = _named(word, today) or _ahead(word, today) or _written(word, today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Refused(f"{quoted(text)} is not a day; write {_WAYS}.")
    return found


def is_beginning(text: str) -> bool:
    """Whether a day may still come of it, for somebody who is not done writing."""
    word = text.strip().lower()
    return any(name.startswith(word) for name in _NAMES) or _BEGINNING.fullmatch(word) is not None


def begun(text: str, today: date) -> list[date]:
    """The days whose names begin like this: `t` is today, tomorrow, Tuesday and Thursday."""
    word = text.strip().lower()
    return [day(name, today) for name in _NAMES if word and name.startswith(word)]


def hours(text: str) -> float:
    """Effort in hours: `2`, `1.5h`, `30m`.

    Raises:
        Refused: it is none of these.
    """
    match = _HOURS.fullmatch(text.strip().lower())
    if match is None:
        raise Refused(f"{quoted(text)} is not a number of hours; write 2, 1.5h or 30m.")
    amount = float(match[1].replace(",", "."))
    return amount / 60 if match[2] == "m" else amount


def spoken(when: date, today: date) -> str:
    """A day for reading: `Fri 27 Nov`, with the year only where it is another one."""
    text = f"{_WEEKDAYS[when.weekday()][:3].capitalize()} {when.day} {_MONTHS[when.month - 1]}"
    return text if when.year == today.year else f"{text} {when.year}"


def weekday(word: str) -> int | None:
    """The day of the week that a word begins, by two letters or more; Monday is 0, `None`: none."""
    word = word.lower()
    found = (number for number, name in enumerate(_WEEKDAYS) if name.startswith(word))
    return next(found, None) if len(word) > 1 else None


def _named(word: str, today: date) -> date | None:
    if word in ("today", "tomorrow"):
        return today + timedelta(days=word == "tomorrow")
    if word == "eom":
        next_month = today.replace(day=28) + timedelta(days=4)
        return next_month - timedelta(days=next_month.day)
    number = weekday(word) if len(word) >= _LEAST else None
    return None if number is None else today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _ahead(word: str, today: date) -> date | None:
    match = _AHEAD.fullmatch(word)
    return today + timedelta(days=int(match[1]) * (7 if match[2] == "w" else 1)) if match else None


def _written(word: str, today: date) -> date | None:
    # Only the digits that everybody means: Unicode has others, and `fromisoformat` reads weeks too.
    if not word.isascii():
        return None
    if _ISO.fullmatch(word):
        return date.fromisoformat(word)
    match = _DOTTED.fullmatch(word)
    if match is None:
        return None
    number, month, year = int(match[1]), int(match[2]), match[3]
    if year:
        return date(int(year), month, number)
    return _coming(today, month, number)


def _coming(today: date, month: int, number: int) -> date | None:
    """The next such day; a 29 February may be eight years ahead."""
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if found >= today:
            return found
    return None
