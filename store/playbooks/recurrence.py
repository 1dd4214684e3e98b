"""On which days something comes again, by a recurrence rule of RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from store.errors import Refused
from store.models import Shift
from store.phrases import listed, quoted

_FREQS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_KEYS = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST", "UNTIL")
_DAYS = "MO|TU|WE|TH|FR|SA|SU"
_NUMBERS = r"[+-]?[1-9]\d{0,2}(,[+-]?[1-9]\d{0,2})*"
_SHAPES = {
    "FREQ": re.compile("|".join(_FREQS)),
    "INTERVAL": re.compile(r"[1-9]\d{0,2}"),
    "BYDAY": re.compile(rf"([+-]?[1-5])?({_DAYS})(,([+-]?[1-5])?({_DAYS}))*"),
    "BYMONTHDAY": re.compile(_NUMBERS),
    "BYMONTH": re.compile(r"\d{1,2}(,\d{1,2})*"),
    "BYSETPOS": re.compile(_NUMBERS),
    "WKST": re.compile(_DAYS),
    "UNTIL": re.compile(r"\d{8}(T\d{6}Z?)?"),
}
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of each month at most."""
_LAST = date(2199, 12, 31)
_SOME_DAY = date(2024, 1, 1)
_YEARS = 12
"""Within so many years a rule has a day, or it has none: 29 February comes at least every eight."""
_WEEK = timedelta(7)


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule whose parts fit; counted from the day that a routine begins."""

    parts: tuple[tuple[str, str], ...]
    """Its parts but for the last day, in one order."""
    until: date | None = None
    """The last day on which it may come."""

    @property
    def text(self) -> str:
        """As RFC 5545 writes it."""
        until = (("UNTIL", f"{self.until:%Y%m%d}"),) if self.until else ()
        return ";".join(f"{name}={value}" for name, value in (*self.parts, *until))

    def get(self, name: str) -> str:
        """The value of a part; empty where it is not there."""
        return dict(self.parts).get(name, "")

    @property
    def interval(self) -> int:
        """Every how many days, weeks, months or years."""
        return int(self.get("INTERVAL") or 1)


def parsed(text: str) -> Rule:
    """A rule from its text.

    Raises:
        Refused: it is not a rule, has parts that are not used here, or never comes.
    """
    rule = _read(text)
    forever = replace(rule, until=None)
    if not any(_plain_days(forever, _SOME_DAY, _SOME_DAY, _SOME_DAY.replace(year=_SOME_DAY.year + _YEARS))):
        raise Refused(f"The rule {quoted(rule.text)} never comes; no such day exists.")
    return rule


@lru_cache(maxsize=1000)
def known(text: str) -> Rule | None:
    """A rule as it is kept; `None` where it cannot be read."""
    try:
        return _read(text)
    except Refused:
        return None


def _read(text: str) -> Rule:
    """Raises `Refused` where it is not a rule."""
    parts: dict[str, str] = {}
    for part in filter(None, text.strip().upper().removeprefix("RRULE:").split(";")):
        name, _, value = part.partition("=")
        if name not in _SHAPES:
            raise Refused(
                f"{quoted(name)} is not a part of a rule that is used here; there are {listed(_KEYS)}."
            )
        if name in parts or not _SHAPES[name].fullmatch(value):
            raise Refused(f"{quoted(part)} is not a part of a rule; write it like FREQ=WEEKLY;BYDAY=MO.")
        parts[name] = value
    if "FREQ" not in parts:
        raise Refused(f"{quoted(text)} does not say how often; a rule begins with FREQ={'|'.join(_FREQS)}.")
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    _refuse_endless(parts)
    until = _until(parts.pop("UNTIL", ""))
    rule = Rule(tuple((name, parts[name]) for name in _KEYS if name in parts), until)
    try:
        # It knows what else belongs together: no 40th of a month, no second Monday of a week.
        _series(rule, _SOME_DAY, _SOME_DAY)
    except (ValueError, TypeError, OverflowError) as error:
        raise Refused(f"{quoted(text)} is not a rule that can come true.") from error
    return rule


def _refuse_endless(parts: Mapping[str, str]) -> None:
    """Refuse what never comes, or hardly ever: it would be counted through to the end of the calendar."""
    freq, days = parts["FREQ"], parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    month_days = [int(day) for day in parts.get("BYMONTHDAY", "").split(",") if day]
    months = [int(month) for month in parts.get("BYMONTH", "").split(",") if month]
    is_numbered = any(len(day) > 2 for day in days)
    position = abs(int(parts.get("BYSETPOS", "0").split(",")[0]))
    longest = [_LONGEST[month - 1] if 1 <= month <= 12 else 0 for month in months] or [31]
    if (
        min(longest) == 0
        or (month_days and not any(abs(day) <= max(longest) for day in month_days))
        or (is_numbered and (freq not in ("MONTHLY", "YEARLY") or month_days))
        or (freq == "DAILY" and "INTERVAL" in parts and (days or month_days))
        or (
            "BYSETPOS" in parts
            and (freq != "MONTHLY" or not days or month_days or is_numbered or "," in parts["BYSETPOS"])
        )
        or position > 4 * len(days)
    ):
        raise Refused(f"The rule {quoted(';'.join(f'{n}={v}' for n, v in parts.items()))} never comes.")


def _until(text: str) -> date | None:
    if not text:
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError as error:
        raise Refused(f"{quoted(text)} is not a day; write it like UNTIL=20271231.") from error


@dataclass(frozen=True, slots=True)
class Coming:
    """When something comes: its rule, the day that it counts from, and what happens on days off."""

    rule: Rule
    first: date
    shift: Shift
    working_days: frozenset[int]
    """Days of the week; Monday is 0. None at all stands for every day."""

    def days(self, after: date, until: date) -> Iterator[date]:
        """Its days after one and up to another, both shifted to working days, each once, in order."""
        seen: set[date] = set()
        # A day may move by up to a week.
        start = max(self.first, _moved(after, -1))
        for day in _plain_days(self.rule, self.first, start, _moved(until, 1)):
            shifted = self._shifted(day)
            if shifted is not None and after < shifted <= until and shifted not in seen:
                seen.add(shifted)
                yield shifted

    def next(self, after: date) -> date | None:
        """The first of its days after one; `None` where there is none for many years."""
        last = min(after.replace(day=1, year=after.year + _YEARS), _LAST) if after.year < 2187 else _LAST
        return next(self.days(after, last), None)

    def _shifted(self, day: date) -> date | None:
        if self._works(day) or self.shift is Shift.STAY:
            return day
        if self.shift is Shift.SKIP:
            return None
        step = timedelta(-1 if self.shift is Shift.BEFORE else 1)
        while not self._works(day):
            day += step
        return day

    def _works(self, day: date) -> bool:
        return not self.working_days or day.weekday() in self.working_days


def coming(rule: Rule, first: date, shift: Shift, working_days: Collection[int]) -> Coming:
    """When something comes, for a team that works on these days of the week."""
    return Coming(rule, first, shift, frozenset(day for day in working_days if day in range(7)))


def _moved(day: date, weeks: int) -> date:
    return min(max(day, date(1970, 1, 8)), _LAST) + weeks * _WEEK


def _plain_days(rule: Rule, first: date, start: date, end: date) -> Iterator[date]:
    """The days of a rule from one to another, as the rule has them."""
    if start > end:
        return
    begin = datetime(start.year, start.month, start.day)  # noqa: DTZ001 - days have no zone
    for moment in _series(rule, _near(rule, first, start), end):
        if moment >= begin:
            yield moment.date()


def _near(rule: Rule, first: date, start: date) -> date:
    """A day like the first one, but close to where days are wanted: nothing is counted through for years."""
    days = {"DAILY": 1, "WEEKLY": 7}.get(rule.get("FREQ"))
    if days is None or start <= first:
        return first
    step = days * rule.interval
    # One step less: in its week there may be days before that of the first one.
    return first + timedelta(max(0, ((start - first).days // step - 1) * step))


def _series(rule: Rule, first: date, last: date) -> Iterable[datetime]:
    # Not before it is needed: most calls of Tagwerk have nothing that comes again.
    from dateutil.rrule import rrule, rrulestr

    end = min(last, rule.until) if rule.until else last
    text = ";".join(f"{name}={value}" for name, value in rule.parts)
    dtstart = datetime(first.year, first.month, first.day)  # noqa: DTZ001 - days have no zone
    series = rrulestr(text, dtstart=dtstart)
    assert isinstance(series, rrule)
    return series.replace(until=datetime(end.year, end.month, end.day))  # noqa: DTZ001
