"""Fractional ranks: strings that sort, with always room for one more between two.

A rank is a fraction in base 62 without its leading "0.", so plain string order is the order of the
numbers, and nobody's rank changes when something is put between two others. At both ends, where most
things are put, ranks step by a fixed stride instead of halving, so that they stay short.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_WIDTH = 6
"""Digits that a stride looks at: seven million steps fit on either side of the middle."""
_STRIDE = _BASE**2
_FIRST = _BASE**_WIDTH // 2


def between(low: str | None, high: str | None) -> str:
    """A rank after `low` and before `high`; `None` leaves that side open.

    Raises:
        ValueError: `low` is not before `high`.
    """
    if low is not None and high is not None:
        if low >= high:
            raise ValueError(f"rank {low!r} is not before {high!r}")
        return _midpoint(low, high)
    if high is not None:
        return _before(high)
    return _after(low) if low is not None else _digits(_FIRST)


def spread(count: int) -> list[str]:
    """`count` ranks in order, evenly around the middle, with room at both ends."""
    start = _FIRST - count // 2 * _STRIDE
    return [_digits(start + i * _STRIDE) for i in range(count)]


def _after(low: str) -> str:
    value = _value(low) + _STRIDE
    return _digits(value) if value < _BASE**_WIDTH else low + _DIGITS[_BASE // 2]


def _before(high: str) -> str:
    value = _value(high) - _STRIDE
    return _digits(value) if value > 0 else _midpoint("", high)


def _midpoint(low: str, high: str) -> str:
    """A rank between the two; an empty `low` is zero."""
    for i in range(len(high)):
        a = _DIGITS.index(low[i]) if i < len(low) else 0
        b = _DIGITS.index(high[i])
        if a == b:
            continue
        head = low[:i].ljust(i, "0")
        if b - a > 1:
            return head + _DIGITS[(a + b) // 2]
        return head + _DIGITS[a] + _above(low[i + 1 :])
    raise ValueError(f"no rank lies between {low!r} and {high!r}")


def _above(tail: str) -> str:
    """The shortest tail that sorts after `tail`."""
    for i, digit in enumerate(tail):
        value = _DIGITS.index(digit)
        if value < _BASE - 1:
            return tail[:i] + _DIGITS[(value + _BASE) // 2]
    return tail + _DIGITS[_BASE // 2]


def _value(rank: str) -> int:
    value = 0
    for digit in rank[:_WIDTH].ljust(_WIDTH, "0"):
        value = value * _BASE + _DIGITS.index(digit)
    return value


def _digits(value: int) -> str:
    out = ""
    for _ in range(_WIDTH):
        value, digit = divmod(value, _BASE)
        out = _DIGITS[digit] + out
    return out.rstrip("0")
