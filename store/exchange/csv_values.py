"""Values in CSV cells: dates, priorities, hours, names, yes and no, in English and German."""

from __future__ import annotations

import re
from datetime import date, datetime

from store.models import Priority

_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,]+\d{1,2}:\d{2}(?::\d{2})?)?")
_HOURS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(h|hrs?|hours?|std\.?|stunden?|min\.?|m|minutes?|minuten?|d|days?|t|tage?)?", re.I
)
_HOURS_PER_DAY = 8

_PRIORITIES = {
    Priority.URGENT: (
        "urgent",
        "dringend",
        "critical",
        "kritisch",
        "highest",
        "blocker",
        "sehr hoch",
        "sofort",
    ),
    Priority.HIGH: ("high", "hoch", "important", "wichtig"),
    Priority.NORMAL: ("normal", "medium", "mittel", "none", "keine", "-"),
    Priority.LOW: ("low", "lowest", "niedrig", "gering", "sehr niedrig"),
}
_PRIORITY_OF = {word: priority for priority, words in _PRIORITIES.items() for word in words}

_YES = {
    "x",
    "yes",
    "y",
    "ja",
    "j",
    "true",
    "wahr",
    "1",
    "done",
    "erledigt",
    "fertig",
    "complete",
    "completed",
} | {
    "✓",
    "✔",
    "☑",
    "✅",
    "[x]",
    "closed",
    "abgeschlossen",
}
_NO = {"", "no", "n", "nein", "false", "falsch", "0", "-", "–", "open", "offen", "☐", "[ ]", "incomplete"}


def to_date(text: str) -> date:
    """The day in `2026-03-01`, `2026-03-01T09:00:00Z` or `01.03.2026`.

    Raises:
        ValueError: it is none of these, or no such day exists.
    """
    german = _GERMAN.fullmatch(text)
    if german:
        day, month, year = (int(group) for group in german.groups())
        return _likely(date(year, month, day))
    if not re.match(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(text)
    return _likely(datetime.fromisoformat(text).date())


def has_time(text: str) -> bool:
    """Whether a date comes with a time of day."""
    return ":" in text


def to_priority(text: str) -> Priority | None:
    """The priority; `None` when the word is not known."""
    return _PRIORITY_OF.get(text.casefold())


def to_hours(text: str) -> float | None:
    """Hours in `3`, `3,5 h`, `90 min` or `2 days` (of 8 hours); `None` when it is no effort."""
    match = _HOURS.fullmatch(text)
    if not match:
        return None
    number, unit = float(match[1].replace(",", ".")), (match[2] or "h").casefold()
    if unit.startswith("m"):
        number /= 60
    elif unit.startswith(("d", "t")):
        number *= _HOURS_PER_DAY
    return round(number, 2) if number <= 100_000 else None


def to_yes(text: str) -> bool | None:
    """Whether a cell means yes; `None` when it is neither yes nor no."""
    word = text.casefold()
    return True if word in _YES else False if word in _NO else None


def to_words(text: str) -> tuple[str, ...]:
    """The items of a cell with several, separated by comma, semicolon, bar or line break."""
    return tuple(filter(None, (" ".join(part.split()) for part in re.split(r"[,;|\n]", text))))


def _likely(day: date) -> date:
    # Two-digit years and slips such as 20226 are no dates that anybody meant.
    if not 1900 <= day.year <= 2900:
        raise ValueError(f"the year {day.year} cannot be")
    return day
