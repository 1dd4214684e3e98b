"""What people write for numbers, hours and days. No heavy imports: it is needed to tell wrong usage."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date

from store import days
from store.errors import Refused

Day = Callable[[date], date]
"""A day as it was meant, once it is known which day is today."""

_SOME_DAY = date(2026, 1, 1)
"""Whether something is a day does not depend on which day is today."""


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


def hours(text: str) -> float:
    """Effort in hours; see `store.days.hours`."""
    try:
        return days.hours(text)
    except Refused as refusal:
        raise _wrong(refusal) from None


def day(text: str) -> Day:
    """A day; see `store.days.day`."""
    try:
        days.day(text, _SOME_DAY)
    except Refused as refusal:
        raise _wrong(refusal) from None
    return lambda today: days.day(text, today)


def _wrong(refusal: Refused) -> ArgumentTypeError:
    # The parser makes a sentence of its own of it.
    return ArgumentTypeError(str(refusal).removesuffix("."))
