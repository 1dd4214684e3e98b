"""A form as data: its fields, and the change that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from store.change import Change

Typed = Mapping[str, str]
"""What stands in the fields that were changed, by their names."""


class Kind(Enum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    """Several lines."""
    CHOICE = "choice"
    DAYS = "days"
    """Days of the week, written as their numbers with blanks between; Monday is 0."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    label: str
    value: str = ""
    """What stands there at first."""
    hint: str = ""
    """What stands there, quietly, while nothing does."""
    kind: Kind = Kind.LINE
    choices: tuple[tuple[str, str], ...] = ()
    """For a choice: each value, and how people read it."""
    suggestions: Callable[[], Iterable[str]] | None = None
    """For a line: what the rest of it may be; asked when the form opens."""
    part: str = ""
    """Name of the part of the form that begins with it; empty: it goes on with the one before."""


@dataclass(frozen=True)
class Form:
    """Fields that belong together."""

    title: str
    fields: tuple[Field, ...]
    change: Callable[[Typed, str, datetime], Change]
    """Makes the change from what was typed, by a person at a time; raises `Refused`."""
    first: str = ""
    """Name of the field to begin with; empty: the first one."""
    is_new: bool = False
    """Whether saving it makes something also when nothing was typed."""


def number_or_none(typed: str) -> str | None:
    """A number for a rule, which checks it; nothing typed means none."""
    return typed.strip() or None


def lines(typed: str) -> list[str]:
    """One thing a line."""
    return [line.strip() for line in typed.split("\n") if line.strip()]


def parts(typed: str) -> list[str]:
    """Things with commas between."""
    return [part.strip() for part in typed.split(",") if part.strip()]
