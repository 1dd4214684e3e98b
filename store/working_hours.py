"""What people write for the days and hours on which somebody works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from store.days import weekday
from store.errors import Refused
from store.phrases import quoted

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?")
_DASH = re.compile(r"\s*(?:-|–|—)\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"({'|'.join(_MONTHS)})[a-z]*"
_DAYS_OF_YEAR = (
    (re.compile(r"([0-9]{1,2})-([0-9]{1,2})"), (2, 1)),
    (re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\.?"), (1, 2)),
    (re.compile(rf"([0-9]{{1,2}})\.? {_NAMED}"), (1, 2)),
    (re.compile(rf"{_NAMED} ([0-9]{{1,2}})"), (2, 1)),
)
"""How a day of the year is written, and which group is the day and which the month."""


def weekdays(text: str) -> list[int]:
    """Days of the week, Monday is 0: `Mo,Tu,We`, `Mon-Fri`, `mon-thu, sat`; nothing typed means none.

    Raises:
        Refused: it is none of these.
    """
    found: set[int] = set()
    for part in _DASH.sub("-", text).replace(",", " ").split():
        ends = [weekday(word) for word in part.split("-")]
        known = [day for day in ends if day is not None]
        if len(known) != len(ends) or len(ends) > 2:
            raise Refused(f"{quoted(text)} are not days of the week; write them like Mon-Fri or Mo,Tu,Sa.")
        # From Friday to Monday goes over the end of the week.
        length = (known[-1] - known[0]) % 7 + 1
        found |= {(known[0] + step) % 7 for step in range(length)}
    return sorted(found)


def clock(text: str) -> str:
    """A time of day: `9`, `9:30` and `09.30` as `09:30`; nothing typed is nothing.

    Raises:
        Refused: it is none.
    """
    if not text.strip():
        return ""
    match = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise Refused(f"{quoted(text)} is not a time of day; write it like 09:00.")
    return f"{hour:02}:{minute:02}"


def span(text: str) -> tuple[str, str]:
    """From when until when somebody works: `09:00-17:30`, `9-17`; nothing typed is nothing.

    Raises:
        Refused: it is not two times of day.
    """
    ends = _DASH.split(text.strip()) if text.strip() else ["", ""]
    if len(ends) != 2 or (any(ends) and not all(ends)):
        raise Refused(f"{quoted(text)} is not from when until when; write it like 09:00-17:30.")
    return clock(ends[0]), clock(ends[1])


def spoken_days(days: Sequence[int]) -> str:
    """`Mo-Fr`, `Mo-We, Fr`: runs of three and more with a dash."""
    runs: list[list[int]] = []
    for day in sorted(set(days)):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(
        f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}" if len(run) > 2 else ", ".join(_DAYS[day] for day in run)
        for run in runs
    )


def spoken_span(start: str, end: str) -> str:
    """`09:00-17:30`; nothing where neither end is known."""
    return f"{start}-{end}" if start or end else ""


def day_of_year(text: str) -> str:
    """A day without its year as `03-21`: typed like that, as `21.3.` or as `21 Mar`; nothing is nothing.

    Raises:
        Refused: it is none.
    """
    typed = text.strip().casefold()
    if not typed:
        return ""
    for pattern, (day, month) in _DAYS_OF_YEAR:
        if match := pattern.fullmatch(typed):
            names = match[month]
            number = int(names) if names.isdecimal() else _MONTHS.index(names[:3]) + 1
            try:
                # A leap year: 29 February is a birthday, too.
                return f"{date(2024, number, int(match[day])):%m-%d}"
            except ValueError:
                break
    raise Refused(f"{quoted(text)} is not a day of the year; write it like 03-21, 21.3. or 21 Mar.")
