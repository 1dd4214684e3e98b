"""What people write for numbers, hours and days. No heavy imports: it is needed to tell wrong usage."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo

from store import days, working_hours
from store.errors import Refused
from store.instants import Instant, instant, past_day
from store.phrases import quoted
from store.text import whole_number

Day = Callable[[date], date]
"""A day as it was meant, once it is known which day is today."""

MaybeDay = Callable[[date], date | None]
"""The same, or no day."""

Past = Callable[[datetime, tzinfo], Instant]
"""A time as it was meant, once it is known what time it is, and where."""

Move = Callable[[int, int], int]
"""By how many places something moves, once its place and the last place are known; the first is 0."""

_STEPS = {"left": -1, "up": -1, "right": 1, "down": 1}
_DUTIES = ("responsible", "accountable", "consulted", "informed")
_SOME_DAY = date(2026, 1, 1)
_SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)
"""Whether something is a day or a time does not depend on which one it is now."""


def number(text: str) -> int:
    """A task's number, with or without the # before it."""
    found = whole_number(text.removeprefix("#"))
    if not found:
        raise ArgumentTypeError(f"{quoted(text)} is not a task's number; “tagwerk list” shows them")
    return found


def maybe_number(text: str) -> int:
    """A task's number, or 0 for `none`."""
    return 0 if text.strip().lower() == "none" else number(text)


def quotation(text: str) -> int:
    """The number of a reply that is quoted; 0 for `post`."""
    return 0 if text.strip().lower() == "post" else count(text)


def count(text: str) -> int:
    """How many; at least none."""
    found = whole_number(text)
    if found is None:
        raise ArgumentTypeError(f"{quoted(text)} is not a whole number")
    return found


def limit(text: str) -> int:
    """How many cards at once, or the number of something; 0 for `none`."""
    return 0 if text.strip().lower() == "none" else count(text)


def setting(text: str) -> tuple[str, str]:
    """`name=value`."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise ArgumentTypeError(f"“{text}” is not a setting; write it like name=Corner Shop")
    return name.strip().lower().replace("-", "_"), value.strip()


def numbered_text(text: str) -> tuple[int, str]:
    """`3=An answer to question 3`."""
    typed, equals, said = text.partition("=")
    found = whole_number(typed.strip())
    if not equals or not found:
        raise ArgumentTypeError(f"{quoted(text)} is not an answer; write it like 1=That boots sell in May")
    return found, said.strip()


def meaning(text: str) -> tuple[int, str]:
    """`3=Does it alone`: what a level means."""
    typed, equals, said = text.partition("=")
    found = whole_number(typed.strip())
    if not equals or found is None or not 0 <= found <= 4:
        raise ArgumentTypeError(
            f"{quoted(text)} is not the meaning of a level; write it like 3=Does it alone"
        )
    return found, said.strip()


def level(text: str) -> int:
    """A level, 0 to 4."""
    found = whole_number(text)
    if found is None or not 0 <= found <= 4:
        raise ArgumentTypeError(f"{quoted(text)} is not a level; write 0, 1, 2, 3 or 4")
    return found


def maybe_level(text: str) -> int:
    """A level, or 0 for `none`."""
    return 0 if text.strip().lower() == "none" else level(text)


def money(text: str) -> float:
    """An amount of money: `450`, `1250.50`, `99,90`."""
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        found = -1.0
    # What is not a number fails every comparison.
    if not 0 <= found <= 1e9:
        raise ArgumentTypeError(f"{quoted(text)} is not an amount of money; write it like 450 or 99.90")
    return found


def maybe_money(text: str) -> float | None:
    """An amount of money, or `none`."""
    return None if text.strip().lower() == "none" else money(text)


def where(text: str) -> Move:
    """A place among others: `left`, `up`, `right`, `down`, `first`, `last`, or a number from 1."""
    word = text.strip().lower()
    if word in _STEPS:
        return lambda at, last: _STEPS[word]
    if word in ("first", "last"):
        return lambda at, last: (0 if word == "first" else last) - at
    if place := whole_number(word):
        return lambda at, last: place - 1 - at
    raise ArgumentTypeError(f"“{text}” is not a place; write left, right, first, last or a number like 2")


def hours(text: str) -> float:
    """Effort in hours; see `store.days.hours`."""
    try:
        return days.hours(text)
    except Refused as refusal:
        raise _wrong(refusal) from None


def maybe_hours(text: str) -> float:
    """Effort in hours; -1 for `none`."""
    return -1.0 if text.strip().lower() == "none" else hours(text)


def duty(text: str) -> str:
    """A part in a responsibility: by its letter, or how its name begins."""
    word = text.strip().lower()
    found = next((name for name in _DUTIES if word and name.startswith(word)), "")
    if not found:
        raise ArgumentTypeError(f"{quoted(text)} is none of R, A, C and I")
    return found


def week_hours(text: str) -> float:
    """Working hours a week; -1 for `none`."""
    return maybe_hours(text)


def week_days(text: str) -> list[int]:
    """Days of the week, Monday is 0; none for `none`."""
    try:
        return [] if text.strip().lower() == "none" else working_hours.weekdays(text)
    except Refused as refusal:
        raise _wrong(refusal) from None


def clock(text: str) -> str:
    """A time of day like `09:00`; nothing for `none`."""
    try:
        return "" if text.strip().lower() == "none" else working_hours.clock(text)
    except Refused as refusal:
        raise _wrong(refusal) from None


def day(text: str) -> Day:
    """A day; see `store.days.day`."""
    try:
        days.day(text, _SOME_DAY)
    except Refused as refusal:
        raise _wrong(refusal) from None
    return lambda today: days.day(text, today)


def maybe_day(text: str) -> MaybeDay:
    """A day, or `none`."""
    return (lambda today: None) if text.strip().lower() == "none" else day(text)


def told_day(text: str) -> Day:
    """A day that was, or one in a week, month or quarter: `yesterday`, `2026-11-20`, `2026-W47`, `2026-Q4`.

    See `store.instants.past_day`.
    """
    try:
        past_day(text, _SOME_DAY)
    except Refused as refusal:
        raise _wrong(refusal) from None
    return lambda today: past_day(text, today)


def any_day(text: str) -> Day:
    """A day that was, or one that comes; what may be both, like `fri` or `20.11.`, is the one that was."""
    try:
        return told_day(text)
    except ArgumentTypeError:
        return day(text)


def past(text: str) -> Past:
    """A time that has passed; see `store.instants.instant`."""
    try:
        instant(text, _SOME_TIME, UTC)
    except Refused as refusal:
        raise _wrong(refusal) from None
    return lambda now, zone: instant(text, now, zone)


def weekdays(text: str) -> list[int] | None:
    """Days of the week, Monday is 0: `Mo,Tu,We`, `Mon-Fri`; `None` for something else."""
    try:
        return working_hours.weekdays(text)
    except Refused:
        return None


def _wrong(refusal: Refused) -> ArgumentTypeError:
    # The parser makes a sentence of its own of it.
    return ArgumentTypeError(str(refusal).removesuffix("."))
