"""Numbers as people write them, with the marks of either side of the Channel."""

from __future__ import annotations

import re
from math import isfinite

from store.errors import Refused
from store.rules.words import quoted

_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([ \u00a0\u202f'’,.])\d{3}(?:\1\d{3})*(?:[.,]\d+)?", re.ASCII)
_PLAIN = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)


def amount(text: str, unit: str = "") -> float:
    """The number in `1240`, `1,240`, `1 240`, `1.240,5`, `6,5`, `-3`, `−3`, or in one of these with its unit.

    A comma before three digits separates thousands, as Tagwerk writes them, unless there is only a nought
    before it: `0,125` is an eighth. A dot does so only where there is another mark behind it: `1.240` is a
    little more than one.

    Raises:
        Refused: it is none.
    """
    written = text.strip().replace("−", "-")
    if unit and written.casefold().endswith(unit.casefold()):
        written = written[: len(written) - len(unit)].rstrip()
    number = _read(written)
    if number is None or not isfinite(number):
        raise Refused(f"{quoted(text.strip())} is not a number; write it like 1240, 6.5 or -3.")
    return number


def _read(written: str) -> float | None:
    grouped = _GROUPED.fullmatch(written)
    if grouped is not None:
        mark = grouped[1]
        whole = written.replace(mark, "")
        # One dot alone is a decimal point.
        if mark != "." or written.count(".") > 1 or "," in whole:
            return float(whole.replace(",", "."))
    return float(written.replace(",", ".")) if _PLAIN.fullmatch(written) else None
