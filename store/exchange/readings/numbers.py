"""Numbers as exports write them: either decimal mark, thousands, currencies, percent, any minus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from store.exchange.readings.units import code_of, is_known, sign_pattern
from store.text import clean_line

LARGEST = 1e15
"""Beyond which nobody's figure lies; see `store.models.goals.Amount`."""


class Decimal(StrEnum):
    """What stands before the digits behind the point."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True, slots=True)
class Amount:
    """What a cell says."""

    value: float
    sign: str = ""
    """`%`, the code of a currency like `EUR`, or the unit; empty: a bare number."""


_NOTHING = {
    *("", "-", "–", "—", "−", "--", "---", "…", "n/a", "na", "n.a.", "#n/a", "#nv", "nv", "k.a.", "k. a."),
    *("null", "none", "nan", "(none)", "(not set)", "(nicht festgelegt)", "./.", "not available"),
}
_MINUS = str.maketrans(dict.fromkeys("−–‐‑‒﹣－", "-") | {"＋": "+", "’": "'", "´": "'", "`": "'"})
_BLANKS = re.compile(r"\s+")
_BEFORE = re.compile(sign_pattern(), re.I)
_BEHIND = re.compile(rf"{sign_pattern()}$", re.I)
_ROUND = re.compile(r"(?<=\d)([.,])-{1,2}$")
_PLAIN = re.compile(r"\d+", re.ASCII)
_SCIENCE = re.compile(r"(\d)[.,]?(\d*)e([+-]?\d{1,3})", re.I | re.ASCII)


def says_nothing(text: str) -> bool:
    """Whether a cell holds no value."""
    return clean_line(text).casefold() in _NOTHING


def amount(text: str, decimal: Decimal, unit: str = "") -> Amount | None:
    """What a cell says when it is read with a decimal mark; `None`: it is no number then.

    Args:
        text: The cell.
        decimal: The mark.
        unit: What may stand behind the number, besides percent and currencies.
    """
    written = clean_line(text).translate(_MINUS)
    if not written or len(written) > 60:
        return None
    written, is_negative, sign = _bare(written, unit)
    number = _number(_BLANKS.sub(" ", written.strip()), decimal)
    if number is None or is_negative is None or not isfinite(number) or number > LARGEST:
        return None
    return Amount(-number if is_negative and number else number, sign)


def _bare(written: str, unit: str) -> tuple[str, bool | None, str]:
    """The digits and their marks, whether there is a minus (`None`: more than one), and the sign."""
    minuses, sign, before = 0, "", ""
    # A sign and a minus may stand on either side of each other: `-5 €`, `€ -5`, `(5 €)`, `€(5)`, `5-`.
    while written != before:
        before = written
        if not sign:
            written, sign = _without_sign(written, unit)
        # `998,–` is a round price, and no minus.
        written = _ROUND.sub(r"\g<1>00", written)
        if written.startswith("(") and written.endswith(")"):
            minuses, written = minuses + 1, written[1:-1].strip()
        elif written.startswith(("-", "+")) and not minuses:
            minuses, written = minuses + written.startswith("-"), written[1:].strip()
        elif written.endswith("-") and not minuses:
            minuses, written = minuses + 1, written[:-1].strip()
    return written, (minuses == 1) if minuses < 2 else None, sign


def _without_sign(written: str, unit: str) -> tuple[str, str]:
    """The rest, and what stood before or behind it."""
    # A unit that could be part of a number is none that can be told from it.
    is_plain = unit and not is_known(unit) and unit[0] not in "0123456789+-.,'()"
    if is_plain and written.casefold().endswith(unit.casefold()):
        return written[: len(written) - len(unit)].rstrip(), unit
    for found in (_BEFORE.match(written), _BEHIND.search(written)):
        if found is not None:
            return (written[: found.start()] + written[found.end() :]).strip(), code_of(found[0])
    return written, ""


def _number(written: str, decimal: Decimal) -> float | None:
    if found := _SCIENCE.fullmatch(written):
        has_mark = len(written) > 1 and written[1] in ",."
        # The other mark cannot be one of thousands here.
        if has_mark and written[1] != decimal:
            return None
        return float(f"{found[1]}.{found[2] or 0}e{found[3]}")
    whole, mark, part = written.partition(decimal)
    if mark and not (part == "" or _PLAIN.fullmatch(part)):
        return None
    if not whole:
        return float(f"0.{part}") if part else None
    digits = _whole(whole, "." if decimal is Decimal.COMMA else ",")
    if digits is None or (mark and not part and digits != whole):
        return None
    return float(f"{digits}.{part or 0}")


def _whole(written: str, other: str) -> str | None:
    """The digits before the decimal mark, without the marks between thousands; `None`: they do not fit."""
    if _PLAIN.fullmatch(written):
        return written
    for mark in (other, " ", "'"):
        if mark in written:
            first, *groups = written.split(mark)
            fits = 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)
            # `0.125` is no hundred and twenty-five.
            is_one = first != "0" and _PLAIN.fullmatch(first + "".join(groups))
            return first + "".join(groups) if fits and is_one else None
    return None
