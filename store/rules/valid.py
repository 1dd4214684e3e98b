"""What a person gave, checked by the models; what does not fit is refused in one sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from store.change import Change
from store.errors import Refused
from store.models import TABLES, Document, Priority, Problem, Raw, Settings, StandupOrder, Unfit
from store.models.raws import LARGEST
from store.rules.words import listed, quoted

D = TypeVar("D", bound=Document)

_CALLED = {
    "due": "due date",
    "start": "start date",
    "end": "end date",
    "wip_limit": "WIP limit",
    "depends_on": "dependencies",
    "stale_after": "days until stale",
    "acknowledge_by": "deadline",
    "pinned_until": "last day above the others",
    "standup_seconds": "time for one person in a stand-up",
    "standup_order": "order of the stand-up",
    "kpis": "figures",
    "above": "role above",
    "works_from": "start of the working day",
    "works_until": "end of the working day",
    "joined_on": "first day",
    "hours_per_week": "hours a week",
    "accountable_limit": "most that one person answers for",
    "paid_on": "day of the payment",
    "finished_on": "day of the end",
}
_HINTS = {
    "birthday": "is not a day of the year; write it like 03-21, month and day",
    "time_zone": "is not a time zone; write it like Europe/Berlin",
    "login": "is not a login: it must not contain blanks, commas or @",
    "priority": f"is not a priority; choose {listed(Priority, 'or')}",
    "standup_order": f"is not an order; choose {listed(StandupOrder, 'or')}",
    "works_from": "is not a time of day; write it like 09:00",
    "works_until": "is not a time of day; write it like 17:30",
}
"""What to say about a field whatever is wrong with it, unless it is empty or too long."""
_REASONS = {
    "date": "is not a date; write it like 2026-11-27",
    "datetime": "is not a time; write it like 2026-11-27T09:30Z",
    "int": "is not a whole number",
    "float": "is not a number",
    "finite": "is not a number",
    "list": "must be a list",
    "string": "must be text",
    "bool": "is neither yes nor no",
}
"""First word of pydantic's error type to what is said about the value."""
_DAYS = (
    *("due", "start", "end", "day", "acknowledge_by", "pinned_until"),
    *("joined_on", "expires", "paid_on"),
)
_PREFIX = "Value error, "
"""What pydantic puts before the words of a check of ours."""


def valid(kind: type[D], fields: Mapping[str, Any]) -> D:
    """A document from fields that a person gave.

    Raises:
        Refused: a field is unknown, or a value does not fit its field.
    """
    refuse_unknown(kind, fields)
    try:
        document = kind.checked(fields)
    except Unfit as error:
        raise Refused(sentence(kind, error)) from error
    _refuse_huge(document.raw())
    return document


def warm() -> None:
    """Get ready what checks documents, so that the first change need not wait for it; takes a moment."""
    from store.models.checking import model

    for kind in TABLES.values():
        model(kind)


def changed(document: Document, label: str, fields: Mapping[str, Any]) -> Change:
    """New values for some fields of a document.

    Raises:
        Refused: a field is unknown, or a value does not fit its field.
    """
    kind = type(document)
    refuse_unknown(kind, fields)
    try:
        change = Change.update(_TABLE_OF[kind], document, label, **fields)
    except Unfit as error:
        raise Refused(sentence(kind, error)) from error
    for edit in change.edits:
        _refuse_huge(edit.after or {})
    return change


def refuse_unknown(kind: type[Document], fields: Collection[str]) -> None:
    """Refuse fields that this kind of document does not have: they would be kept unchecked.

    Raises:
        Refused: there is one.
    """
    for name in fields:
        if name not in kind.names():
            known = listed(sorted(kind.names() - {"id"}))
            what = "the settings" if kind is Settings else f"a {_kind(kind)}"
            raise Refused(f"There is no field {quoted(name)} in {what}; there are {known}.")


def called(name: str) -> str:
    """A field's name as people say it."""
    return _CALLED.get(name, name.replace("_", " "))


def sentence(kind: type[Document], error: Unfit) -> str:
    """The first thing that is wrong, as a sentence naming the field and the value."""
    problem = error.problems[0]
    name = str(problem.path[0]) if problem.path else "entry"
    if problem.reason == "missing":
        return f"A {_kind(kind)} needs a {called(name)}."
    return f"The {called(name)} {_what_is_wrong(name, problem)}."


def _what_is_wrong(name: str, problem: Problem) -> str:
    type_, context, value = problem.reason, problem.limits, problem.value
    # A text, or a list.
    if type_ in ("string_too_short", "too_short"):
        return "must not be empty"
    if type_ in ("string_too_long", "too_long"):
        most = context["max_length"]
        return f"{quoted(value)} is too long: {len(str(value)):,} characters, and {most:,} is the most"
    if name in _HINTS:
        return f"{quoted(value)} {_HINTS[name]}"
    if (name, type_) == ("name", "string_pattern_mismatch"):
        return f"{quoted(value)} is not one word without commas and #"
    if type_ == "greater_than_equal":
        return f"{quoted(value)} is too small: {context['ge']:g} is the least"
    if type_ == "less_than_equal":
        return f"{quoted(value)} is too large: {context['le']:,g} is the most"
    if type_ == "enum":
        return f"{quoted(value)} is not known; it is one of {context['expected']}"
    if name in _DAYS and type_ == "value_error":
        return f"{quoted(value)} {problem.words.removeprefix(_PREFIX)}"
    return f"{quoted(value)} {_REASONS.get(type_.split('_')[0], 'cannot be understood')}"


def _refuse_huge(fields: Raw) -> None:
    for name, value in fields.items():
        for number in value if isinstance(value, list) else [value]:
            if isinstance(number, int) and abs(number) > LARGEST:
                raise Refused(f"The {called(name)} {quoted(number)} is too large.")


def _kind(kind: type[Document]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()


_TABLE_OF: dict[type[Document], str] = {kind: table for table, kind in TABLES.items()}
