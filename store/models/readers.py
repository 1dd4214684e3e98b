"""Values from the one form in which they are written; whatever else a field may hold is odd."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from math import inf, isfinite
from typing import Any

from store.models.fits import Fits, Shape
from store.models.part import Part

Reader = Callable[[Any], Any]


class Odd(ValueError):
    """A value is not in the form in which it would be written."""


def reader(shape: Shape, part: Callable[[type[Part]], Reader]) -> Reader:
    """What makes a field's value from JSON; it raises a `ValueError` where that value is odd.

    Args:
        shape: what the field holds.
        part: gives what reads a part of a document.
    """
    fits = shape.fits
    kind = _list(reader(shape.items, part)) if shape.items else _of(shape.kind, part)
    steps = [fits.before, kind, _length(fits), _size(fits), _pattern(fits), fits.after]
    return _chained([step for step in steps if step is not None], may_be_none=shape.may_be_none)


def _chained(steps: list[Reader], *, may_be_none: bool) -> Reader:
    # The usual numbers of steps are written out: thousands of values are read at a time.
    first, *others = steps
    if not others and not may_be_none:
        return first
    second, *rest = others or [_same]

    def chained(value: Any) -> Any:
        if value is None and may_be_none:
            return None
        value = second(first(value))
        for step in rest:
            value = step(value)
        return value

    return chained


def _same(value: Any) -> Any:
    return value


def _of(kind: type, part: Callable[[type[Part]], Reader]) -> Reader:
    if issubclass(kind, Part):
        return part(kind)
    if issubclass(kind, Enum):
        return _member(kind)
    return _SPECIAL.get(kind) or _exactly(kind)


def _exactly(kind: type) -> Reader:
    def exact(value: Any) -> Any:
        # Not isinstance: `True` is no number.
        if type(value) is not kind:
            raise Odd
        return value

    return exact


def _float(value: Any) -> float:
    if type(value) not in (int, float) or not isfinite(value):
        raise Odd
    return float(value)


def _date(value: Any) -> date:
    # Python reads more forms than this one: 20261127, 2026-W48-5.
    if type(value) is not str or value[4::3] != "--":
        raise Odd
    return date.fromisoformat(value)


def _moment(value: Any) -> datetime:
    # As above; the signs behind the month, day, hours, minutes and seconds leave only one form.
    if type(value) is not str or value[7:20:3] not in ("-T::Z", "-T::.", "-T::+"):
        raise Odd
    return datetime.fromisoformat(value)


_SPECIAL: dict[type, Reader] = {float: _float, date: _date, datetime: _moment}


def _member(kind: type[Enum]) -> Reader:
    members = {member.value: member for member in kind}

    def member_of(value: Any) -> Enum:
        if type(value) is not str or value not in members:
            raise Odd
        return members[value]

    return member_of


def _list(item: Reader) -> Reader:
    def items(value: Any) -> list[Any]:
        if type(value) is not list:
            raise Odd
        return list(map(item, value))

    return items


def _length(fits: Fits) -> Reader | None:
    if fits.shortest is None and fits.longest is None:
        return None
    shortest, longest = fits.shortest or 0, inf if fits.longest is None else fits.longest

    def sized(value: Any) -> Any:
        if not shortest <= len(value) <= longest:
            raise Odd
        return value

    return sized


def _size(fits: Fits) -> Reader | None:
    if fits.least is None and fits.most is None:
        return None
    least, most = -inf if fits.least is None else fits.least, inf if fits.most is None else fits.most

    def between(value: Any) -> Any:
        if not least <= value <= most:
            raise Odd
        return value

    return between


def _pattern(fits: Fits) -> Reader | None:
    if fits.pattern is None:
        return None
    matches = re.compile(fits.pattern).fullmatch

    def matching(value: Any) -> Any:
        if not matches(value):
            raise Odd
        return value

    return matching
