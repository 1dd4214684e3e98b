"""Terms that ask about days: `due:week`, `due:<=27.11.`, `age:>5d`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from operator import ge, gt, le, lt

from store.days import begun, day, is_beginning
from store.errors import Refused
from store.filters.ground import Ground, Test, Unfinished, one_of
from store.filters.naming import NONE
from store.phrases import quoted

_COMPARED = re.compile(r"(<=|>=|<|>|=|)(.*)", re.DOTALL)
_BETTER: dict[str, Callable[[str, str], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_PART_OF_DATE = re.compile(r"\d{4}(-\d{0,2}(-\d{0,2})?)?")
_AGE = re.compile(r"(\d{1,4})([dw]?)")
_WAYS = "{} is not a day; write today, week, month, overdue, none, fri, 27.11. or +3d."
_SPANS = {"week": 7, "month": 30}
"""Days, today included, in which what is due comes up."""
WORDS = ("today", "tomorrow", *_SPANS, "overdue", NONE)
"""What can stand behind `due:` beside a day."""


def due(ground: Ground, values: tuple[str, ...]) -> Test:
    """`due:week`, `due:overdue`, `due:none`, `due:friday`, `due:<=2026-11-27`: when it has to be done.

    Raises:
        Refused: this is no day.
        Unfinished: a day may still come of it.
    """
    return _first_done(_due, ground, values)


def age(ground: Ground, values: tuple[str, ...]) -> Test:
    """`age:5` or `age:>2w`: for how long it has been in its column; without a sign, at least so long.

    Raises:
        Refused: this is no number of days.
        Unfinished: the number is missing.
    """
    return _first_done(_age, ground, values)


def _first_done(one: Callable[[Ground, str], list[Test]], ground: Ground, values: tuple[str, ...]) -> Test:
    """One of the values has to fit; one that is still being typed does not count beside others."""
    tests: list[Test] = []
    unfinished: Unfinished | None = None
    for value in values:
        try:
            tests += one(ground, value)
        except Unfinished as error:
            unfinished = error
    if unfinished and not tests:
        raise unfinished
    return one_of(tests)


def _due(ground: Ground, value: str) -> list[Test]:
    sign, text = _split(value)
    if sign in _BETTER:
        return [_than(_BETTER[sign], _day(ground, text, compared=True).isoformat())]
    if text in WORDS:
        return [_word(ground, text)]
    if _PART_OF_DATE.fullmatch(text) and len(text) < len("2026-11-27"):
        return [lambda id, raw: str(raw.get("due", "")).startswith(text)]
    try:
        return [_on({day(text, ground.today)})]
    except Refused:
        words = [_word(ground, word) for word in WORDS if word.startswith(text)]
        days = begun(text, ground.today)
        if text and (words or days):
            return [*words, _on(set(days))]
    return [_on({_day(ground, text, compared=False)})]


def _word(ground: Ground, word: str) -> Test:
    today = ground.today
    if word == NONE:
        return lambda id, raw: not raw.get("due")
    if word == "overdue":
        first = today.isoformat()
        return lambda id, raw: not raw.get("finished_at") and str(raw.get("due") or first) < first
    if word not in _SPANS:
        return _on({day(word, today)})
    first, last = today.isoformat(), (today + timedelta(days=_SPANS[word] - 1)).isoformat()
    return lambda id, raw: first <= str(raw.get("due", "")) <= last


def _on(days: set[date]) -> Test:
    texts = {when.isoformat() for when in days}
    return lambda id, raw: raw.get("due") in texts


def _than(compare: Callable[[str, str], bool], limit: str) -> Test:
    # ISO dates as texts are in the order of the days.
    return lambda id, raw: bool(raw.get("due")) and compare(str(raw["due"]), limit)


def _day(ground: Ground, text: str, *, compared: bool) -> date:
    try:
        return day(text, ground.today)
    except Refused as refusal:
        kind = Unfinished if is_beginning(text) else Refused
        raise kind(str(refusal) if compared else _WAYS.format(quoted(text))) from None


def _age(ground: Ground, value: str) -> list[Test]:
    sign, text = _split(value)
    match = _AGE.fullmatch(text)
    if match is None:
        kind = Refused if text else Unfinished
        raise kind(f"{quoted(text)} is not a number of days; write age:5, age:>2w or age:<3d.")
    days = int(match[1]) * (7 if match[2] == "w" else 1)
    # More than 5 days are at least 6, and not more than 5 are less than 6.
    least = days + 1 if sign in (">", "<=") else days
    came_before = ground.before(ground.today - timedelta(days=least - 1))
    if sign in ("<", "<="):
        return [lambda id, raw: bool(raw.get("column_since")) and not came_before(raw["column_since"])]
    return [lambda id, raw: came_before(raw.get("column_since"))]


def _split(value: str) -> tuple[str, str]:
    match = _COMPARED.fullmatch(value)
    assert match is not None  # Both parts may be empty, and so it always fits.
    return match[1], match[2].strip()
