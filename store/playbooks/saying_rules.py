"""Recurrence rules as people say them, and back.

`every Monday`, `every 2 weeks on fri`, `every Monday and Thursday`, `working days`, `every 3 days`,
`month end`, `last working day`, `the 1st of every month`, `15th`, `the first Monday of every month`,
`every 3 months`, `quarterly`, `every year on 24 December`. Days may be German: `jeden Montag`, `freitags`.
Behind it `until 2027-12-31`, and what happens on days off: `or the working day before`, `or the working
day after`, `on working days only`. A rule of RFC 5545 is understood as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from store import days
from store.errors import Refused
from store.models import Shift
from store.phrases import listed, quoted
from store.playbooks.recurrence import Rule, known, parsed

Meant = tuple[str, Shift | None]
"""A rule, and what happens on days off; `None` where nothing is said about that."""

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GERMAN = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_GERMAN_MONTHS = {
    "januar": 1,
    "februar": 2,
    "märz": 3,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "oktober": 10,
    "dezember": 12,
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_SUFFIXES = {
    Shift.BEFORE: ", or the working day before",
    Shift.AFTER: ", or the working day after",
    Shift.SKIP: ", on working days only",
}
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_FREQS = {unit: freq for freq, unit in _UNITS.items()}
_ONE = {
    "daily": ("FREQ=DAILY", None),
    "weekly": ("FREQ=WEEKLY", None),
    "monthly": ("FREQ=MONTHLY", None),
    "quarterly": ("FREQ=MONTHLY;INTERVAL=3", None),
    "yearly": ("FREQ=YEARLY", None),
    "täglich": ("FREQ=DAILY", None),
    "wöchentlich": ("FREQ=WEEKLY", None),
    "monatlich": ("FREQ=MONTHLY", None),
    "jährlich": ("FREQ=YEARLY", None),
    "working days": ("FREQ=DAILY", Shift.SKIP),
    "every working day": ("FREQ=DAILY", Shift.SKIP),
    "werktags": ("FREQ=DAILY", Shift.SKIP),
    "month end": ("FREQ=MONTHLY;BYMONTHDAY=-1", Shift.STAY),
    "end of month": ("FREQ=MONTHLY;BYMONTHDAY=-1", Shift.STAY),
    "monatsende": ("FREQ=MONTHLY;BYMONTHDAY=-1", Shift.STAY),
    "last working day": ("FREQ=MONTHLY;BYMONTHDAY=-1", Shift.BEFORE),
    "first working day": ("FREQ=MONTHLY;BYMONTHDAY=1", Shift.AFTER),
}
"""What is said as a whole."""
_EVERY = re.compile(
    r"(?:every|each|alle|jede[nrs]?) (?:(\d{1,3}|other|second|third) )?(day|week|month|year)s?"
)
_UNTIL = re.compile(r",? until (\d{4}-\d{2}-\d{2})$")
_SHIFTED = (
    (re.compile(r",? (?:or )?the (?:last )?working day before$"), Shift.BEFORE),
    (re.compile(r",? (?:or )?the (?:next )?working day(?: after)?$"), Shift.AFTER),
    (re.compile(r",? (?:on )?working days only$"), Shift.SKIP),
    (re.compile(r",? also on days off$"), Shift.STAY),
)
_COUNTS = {"other": 2, "second": 2, "third": 3}
_NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)")
_EXAMPLES = (
    "every Monday, every 2 weeks on fri, working days, month end, last working day, 1st, every 3 months"
)


def understood(text: str) -> Meant:
    """The rule that is meant.

    Raises:
        Refused: it cannot be understood; the sentence says what can be written.
    """
    line = " ".join(text.split())
    rest, until, shift = _behind(line.lower())
    if "=" in rest:
        return replace(parsed(rest), until=until or parsed(rest).until).text, shift
    found = _ONE.get(rest) or _days_of_week(rest) or _every(rest) or _of_month(rest)
    if found is None:
        raise Refused(
            f"{quoted(text)} is not how often; write like {_EXAMPLES}, or a rule like FREQ=WEEKLY;BYDAY=MO."
        )
    rule = replace(parsed(found[0]), until=until)
    return rule.text, shift if shift is not None else found[1]


def said(text: str, shift: Shift = Shift.STAY) -> str:
    """A rule in words, which `understood` takes back; the rule itself where there are no words for it."""
    rule = known(text)
    if rule is None:
        return text or "never"
    plain = replace(rule, until=None)
    whole = next((words for words, meant in _ONE.items() if meant == (plain.text, shift)), "")
    words = whole or _words(plain)
    if not words:
        return rule.text + _SUFFIXES.get(shift, "")
    until = f" until {rule.until.isoformat()}" if rule.until else ""
    return words + until + ("" if whole else _SUFFIXES.get(shift, ""))


# --- reading ---------------------------------------------------------------------------------------------


def _behind(line: str) -> tuple[str, date | None, Shift | None]:
    """What is said without the ends that say about days off, and until when."""
    shift: Shift | None = None
    for pattern, meant in _SHIFTED:
        if (match := pattern.search(line)) and match.start():
            line, shift = line[: match.start()], meant
            break
    match = _UNTIL.search(line)
    if match is None:
        return line, None, shift
    try:
        return line[: match.start()], date.fromisoformat(match[1]), shift
    except ValueError as error:
        raise Refused(f"{quoted(match[1])} is not a day.") from error


def _days_of_week(text: str) -> Meant | None:
    """`every monday and thu`, `mondays`, `freitags`."""
    words = _listed(re.sub(r"^(every|each|on|jede[nrs]?|immer) ", "", text))
    found = [_weekday(word) for word in words]
    if not found or None in found:
        return None
    return f"FREQ=WEEKLY;BYDAY={_codes(found)}", None


def _every(text: str) -> Meant | None:
    """`every 2 weeks on fri`, `every 3 months`, `every year on 24 december`."""
    match = _EVERY.match(text)
    if match is None:
        return None
    count = _COUNTS.get(match[1]) or int(match[1] or 1)
    rule = f"FREQ={_FREQS[match[2]]}" + (f";INTERVAL={count}" if count != 1 else "")
    rest = text[match.end() :].strip()
    if not rest:
        return rule, None
    on = re.fullmatch(r"on (?:the )?(.+)", rest)
    by = {"week": _by_day, "month": _by_month_day, "year": _by_date}.get(match[2])
    found = by(on[1]) if on and by else None
    return (f"{rule};{found}", None) if found else None


def _of_month(text: str) -> Meant | None:
    """`the 1st and 15th of every 2 months`, `the first Monday of every month`, `15th`."""
    bare, _, every = text.removeprefix("the ").partition(" of ")
    rule = "FREQ=MONTHLY"
    if every and every not in ("the month", "month"):
        match = _EVERY.fullmatch(every)
        if match is None or match[2] != "month":
            return None
        count = _COUNTS.get(match[1]) or int(match[1] or 1)
        rule += f";INTERVAL={count}" if count != 1 else ""
    found = _by_month_day(bare)
    return (f"{rule};{found}", None) if found else None


def _by_day(text: str) -> str:
    found = [_weekday(word) for word in _listed(text)]
    return f"BYDAY={_codes(found)}" if found and None not in found else ""


def _by_month_day(text: str) -> str:
    if text == "last day":
        return "BYMONTHDAY=-1"
    first, _, rest = text.partition(" ")
    weekday = _weekday(rest)
    if weekday is not None and (place := _place(first)):
        return f"BYDAY={place}{_CODES[weekday]}"
    found = [_NTH.fullmatch(word) for word in _listed(text)]
    numbers = sorted({int(match[1]) for match in found if match})
    if not found or None in found or not all(1 <= number <= 31 for number in numbers):
        return ""
    return f"BYMONTHDAY={','.join(map(str, numbers))}"


def _by_date(text: str) -> str:
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)? (\w+)", text)
    month = _month(match[2]) if match else None
    return f"BYMONTHDAY={int(match[1])};BYMONTH={month}" if match and month else ""


def _place(word: str) -> str:
    """`first` is 1, `last` is -1."""
    if word in _ORDINALS:
        return str(_ORDINALS.index(word) + 1)
    if word == "last":
        return "-1"
    match = _NTH.fullmatch(word)
    return match[1] if match and 1 <= int(match[1]) <= 5 else ""


def _weekday(word: str) -> int | None:
    """A day of the week by two letters or more, in English or German, also as `mondays`; Monday is 0."""
    for name in (word, word.removesuffix("s")):
        if (found := days.weekday(name)) is not None:
            return found
        if name == "sonnabend":
            return 5
        german = (number for number, day in enumerate(_GERMAN) if len(name) > 1 and day.startswith(name))
        if (found := next(german, None)) is not None:
            return found
    return None


def _month(word: str) -> int | None:
    english = (n for n, name in enumerate(_MONTHS, 1) if len(word) > 2 and name.lower().startswith(word))
    return next(english, None) or _GERMAN_MONTHS.get(word)


def _listed(text: str) -> list[str]:
    return [word for word in re.split(r"\s*(?:,|\band\b|\bund\b|&)\s*", text) if word]


def _codes(numbers: Sequence[int | None]) -> str:
    return ",".join(_CODES[number] for number in sorted({n for n in numbers if n is not None}))


# --- saying ----------------------------------------------------------------------------------------------


def _words(rule: Rule) -> str:
    """What is said of a rule without its end; empty where there are no words for it."""
    by = {name: value for name, value in rule.parts if name not in ("FREQ", "INTERVAL")}
    freq = rule.get("FREQ")
    unit = _UNITS[freq]
    every = f"every {unit}" if rule.interval == 1 else f"every {rule.interval} {unit}s"
    if not by:
        return every
    say: dict[tuple[str, frozenset[str]], Callable[[], str]] = {
        ("WEEKLY", frozenset({"BYDAY"})): lambda: _say_week(rule, every),
        ("MONTHLY", frozenset({"BYMONTHDAY"})): lambda: _say_month_days(by["BYMONTHDAY"], every),
        ("MONTHLY", frozenset({"BYDAY"})): lambda: _say_nth(by["BYDAY"], every),
        ("YEARLY", frozenset({"BYMONTHDAY", "BYMONTH"})): lambda: _say_date(by, every),
    }
    found = say.get((freq, frozenset(by)))
    return found() if found else ""


def _say_week(rule: Rule, every: str) -> str:
    codes = rule.get("BYDAY").split(",")
    if not all(code in _CODES for code in codes) or codes != sorted(set(codes), key=_CODES.index):
        return ""
    names = listed(_NAMES[_CODES.index(code)] for code in codes)
    return f"every {names}" if rule.interval == 1 else f"{every} on {names}"


def _say_month_days(numbers: str, every: str) -> str:
    if numbers == "-1":
        return f"the last day of {every}"
    found = [int(number) for number in numbers.split(",")]
    if found != sorted(set(found)) or found[0] < 1:
        return ""
    return f"the {listed(_nth(number) for number in found)} of {every}"


def _say_nth(day: str, every: str) -> str:
    place, code = day[:-2], day[-2:]
    if place == "-1":
        return f"the last {_NAMES[_CODES.index(code)]} of {every}"
    if not place.isdecimal() or not 1 <= int(place) <= len(_ORDINALS):
        return ""
    return f"the {_ORDINALS[int(place) - 1]} {_NAMES[_CODES.index(code)]} of {every}"


def _say_date(by: dict[str, str], every: str) -> str:
    day, month = by["BYMONTHDAY"], by["BYMONTH"]
    if not day.isdecimal() or not month.isdecimal():
        return ""
    return f"{every} on {int(day)} {_MONTHS[int(month) - 1]}" if 1 <= int(month) <= 12 else ""


def _nth(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 11 <= number % 100 <= 13 else last}"
