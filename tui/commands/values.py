"""What people write for numbers, hours and days. No heavy imports: it is needed to tell wrong usage."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date, timedelta

Day = Callable[[date], date]
"""A day as it was meant, once it is known which day is today."""

Move = Callable[[int, int], int]
"""By how many places something moves, once its place and the last place are known; the first is 0."""

_STEPS = {"left": -1, "up": -1, "right": 1, "down": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AHEAD = re.compile(r"\+(\d{1,5})([dw])")
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(h|m|)")


def number(text: str) -> int:
    """A task's number, with or without the # before it."""
    digits = text.removeprefix("#")
    if not (digits.isascii() and digits.isdigit()) or int(digits) == 0:
        raise ArgumentTypeError(f"“{text}” is not a task's number; “tagwerk list” shows them")
    return int(digits)


def count(text: str) -> int:
    """How many; at least none."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is not a whole number")
    return int(text)


def limit(text: str) -> int:
    """How many cards at once; 0 for `none`."""
    return 0 if text.strip().lower() == "none" else count(text)


def setting(text: str) -> tuple[str, str]:
    """`name=value`."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise ArgumentTypeError(f"“{text}” is not a setting; write it like name=Corner Shop")
    return name.strip().lower().replace("-", "_"), value.strip()


def where(text: str) -> Move:
    """A place among others: `left`, `up`, `right`, `down`, `first`, `last`, or a number from 1."""
    word = text.strip().lower()
    if word in _STEPS:
        return lambda at, last: _STEPS[word]
    if word in ("first", "last"):
        return lambda at, last: (0 if word == "first" else last) - at
    if word.isascii() and word.isdigit() and int(word) > 0:
        return lambda at, last: int(word) - 1 - at
    raise ArgumentTypeError(f"“{text}” is not a place; write left, right, first, last or a number like 2")


def hours(text: str) -> float:
    """Effort in hours: `2`, `1.5h`, `30m`."""
    match = _HOURS.fullmatch(text.strip().lower())
    if match is None:
        raise ArgumentTypeError(f"“{text}” is not a number of hours; write 2, 1.5h or 30m")
    amount = float(match[1].replace(",", "."))
    return amount / 60 if match[2] == "m" else amount


def day(text: str) -> Day:
    """A day: `2026-11-27`, `today`, `tomorrow`, `friday` (the next one after today), `+3d`, `+2w`."""
    word = text.strip().lower()
    if word in ("today", "tomorrow"):
        return _ahead(int(word == "tomorrow"))
    if match := _AHEAD.fullmatch(word):
        return _ahead(int(match[1]) * (7 if match[2] == "w" else 1))
    if (
        len(word) >= 3
        and (wanted := next((i for i, d in enumerate(_WEEKDAYS) if d.startswith(word)), None)) is not None
    ):
        return lambda today: today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    try:
        found = date.fromisoformat(word)
    except ValueError:
        raise ArgumentTypeError(
            f"“{text}” is not a day; write 2026-11-27, today, tomorrow, a weekday or +3d"
        ) from None
    return lambda today: found


def weekdays(text: str) -> list[int] | None:
    """Days of the week with blanks or commas between, Monday is 0: `Mo,Tu,We`; `None` for something else."""
    words = text.lower().replace(",", " ").split()
    if any(len(word) < 2 for word in words):
        return None
    found = [next((i for i, day in enumerate(_WEEKDAYS) if day.startswith(word)), None) for word in words]
    days = [day for day in found if day is not None]
    return days if len(days) == len(words) else None


def _ahead(days: int) -> Day:
    return lambda today: today + timedelta(days=days)
