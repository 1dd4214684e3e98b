"""What people write for a time that has passed: `14:30`, `yesterday`, `fri 9:00`, `20.11.`, `3d`, `@1234`.

No heavy imports: the command line needs it to tell wrong usage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from store.days import weekday
from store.errors import Refused
from store.phrases import quoted

_WAYS = (
    "2026-11-20, 20.11., yesterday or a weekday, each also with 14:30 behind it; 14:30, 3d, 2h, 30m or @1234"
)
_AGO = re.compile(r"(\d{1,4})(m|h|d|w)")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_COMMIT = re.compile(r"@(\d{1,12})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = re.compile(r"(\d{4})-w(\d{1,2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-q([1-4])")
_PAST_DAYS = "2026-11-20, 20.11., yesterday, a weekday, 3d, 2026-W47, 2026-11 or 2026-Q4"
_LEAST = 3
"""Letters of a weekday that are enough."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A time as it was meant: a moment, a whole minute or day, or the moment after a commit."""

    first: datetime
    """When it begins (aware, UTC)."""
    last: datetime
    """When it ends (aware, UTC)."""
    commit: int | None = None
    """The commit that is meant; `None`: a time is."""


def instant(text: str, now: datetime, zone: tzinfo) -> Instant:
    """The time that is meant, by the clock of a time zone.

    `2026-11-20`, `20.11.` and `20.11.2026` (the last one, today included), `today`, `yesterday`, `fri` or
    `friday` (the last one before today), all of these also with a time behind them; `14:30` (the last one);
    `3d`, `2h`, `30m`, `1w` (so long ago); `@1234` (after that commit).

    Raises:
        Refused: it is none of these, or no such day exists.
    """
    word = text.strip().lower()
    try:
        found = _read(word, now, zone) if word.isascii() else None
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Refused(f"{quoted(text)} is not a time; write {_WAYS}.")
    return found


def past_day(text: str, today: date) -> date:
    """The day that is meant, where it is one that was: `fri` and `20.11.` are the last ones.

    Of a week, a month or a quarter (`2026-W47`, `2026-11`, `2026-Q4`) it is the first day.

    Raises:
        Refused: it is none, or no such day exists.
    """
    word = text.strip().lower()
    try:
        found = _day(word, today) or _period(word) if word.isascii() else None
        ago = _AGO.fullmatch(word)
        if found is None and ago is not None and ago[2] in "dw":
            found = today - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Refused(f"{quoted(text)} is not a day; write {_PAST_DAYS}.")
    return found


def _period(word: str) -> date | None:
    if week := _WEEK.fullmatch(word):
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    if month := _MONTH.fullmatch(word):
        return date(int(month[1]), int(month[2]), 1)
    quarter = _QUARTER.fullmatch(word)
    return date(int(quarter[1]), 3 * int(quarter[2]) - 2, 1) if quarter else None


def _read(word: str, now: datetime, zone: tzinfo) -> Instant | None:
    return _commit(word, now) or _ago(word, now) or _written(word, now.astimezone(zone))


def _commit(word: str, now: datetime) -> Instant | None:
    match = _COMMIT.fullmatch(word)
    return Instant(now, now, int(match[1])) if match else None


def _ago(word: str, now: datetime) -> Instant | None:
    match = _AGO.fullmatch(word)
    if match is None:
        return None
    then = now - timedelta(**{_UNITS[match[2]]: int(match[1])})
    return Instant(then, then)


def _written(word: str, local: datetime) -> Instant | None:
    """A day, a time of day, or both with a blank or a T between."""
    first, _, rest = word.replace("t", " ", 1).partition(" ") if _ISO.match(word) else word.partition(" ")
    day, clock = _day(first, local.date()), _clock(rest.strip() or first)
    if day is not None:
        return _whole_day(day, local) if not rest else _minute(day, clock, local) if clock else None
    if clock is None or rest:
        return None
    found = _minute(local.date(), clock, local)
    return found if found.first <= local else _minute(local.date() - timedelta(days=1), clock, local)


def _whole_day(day: date, local: datetime) -> Instant:
    first = datetime.combine(day, time(), local.tzinfo)
    following = datetime.combine(day + timedelta(days=1), time(), local.tzinfo)
    return Instant(first.astimezone(UTC), following.astimezone(UTC) - timedelta(microseconds=1))


def _minute(day: date, clock: tuple[time, timedelta], local: datetime) -> Instant:
    first = datetime.combine(day, clock[0], local.tzinfo).astimezone(UTC)
    return Instant(first, first + clock[1] - timedelta(microseconds=1))


def _clock(word: str) -> tuple[time, timedelta] | None:
    """A time of day, and how long it lasts."""
    match = _CLOCK.fullmatch(word)
    if match is None:
        return None
    lasts = timedelta(seconds=1) if match[3] else timedelta(minutes=1)
    return time(int(match[1]), int(match[2]), int(match[3] or 0)), lasts


def _day(word: str, today: date) -> date | None:
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    number = weekday(word) if len(word) >= _LEAST else None
    if number is not None:
        return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    if _ISO.fullmatch(word):
        return date.fromisoformat(word)
    match = _DOTTED.fullmatch(word)
    if match is None:
        return None
    day, month, year = int(match[1]), int(match[2]), match[3]
    return date(int(year), month, day) if year else _last(today, month, day)


def _last(today: date, month: int, day: int) -> date | None:
    """The last such day; a 29 February may be eight years back."""
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None
