"""A check-in in one line: `128 !7 the second table is here, blocked: no parcels tape`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.errors import Refused
from store.goals.saying import amount as said
from store.rules.amounts import amount
from store.rules.words import quoted

_SURE = re.compile(r"(?:^|(?<=\s))(?:!(?=\d)|conf(?:idence)?:)(\S*)(?=\s|$)", re.IGNORECASE)
_BLOCKED = re.compile(r"(?:^|(?<=[\s,;]))blocked:\s*", re.IGNORECASE)
_GROUPED = re.compile(r"[+−-]?[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?=\s|[,;:]?$|[,;:]\s)")
_LEAST, _MOST = 1, 10


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """What a line says."""

    value: float | None = None
    """In the unit of the metric; `None`: only words."""
    confidence: int | None = None
    """1 to 10; `None`: nothing is said of it."""
    note: str = ""
    blockers: str = ""

    def in_words(self, unit: str = "") -> str:
        """What was understood, for who is writing."""
        parts = [said(self.value, unit)] if self.value is not None else []
        parts += [f"sure: {self.confidence} of {_MOST}"] if self.confidence is not None else []
        parts += ["a note"] if self.note else []
        parts += ["what is in the way"] if self.blockers else []
        return ", ".join(parts)


def read(text: str, *, unit: str = "", last: float | None = None, counted: bool = False) -> CheckInLine:
    """What a line says: the value first, then in any order confidence, note, and what is in the way.

    Args:
        text: `128`, `+5` (added to the last value), `65 %`, `!7` or `conf:7`, words, and `blocked:` with all
            that follows it.
        unit: The unit of the metric, which may stand behind the value.
        last: The newest value, for what is to be added to it.
        counted: Whether nobody types the value, so that a number at the beginning belongs to the note.

    Raises:
        Refused: a confidence that is none, or something is added where there is no value yet.
    """
    blocked = _BLOCKED.search(text)
    head, blockers = (text[: blocked.start()], text[blocked.end() :]) if blocked else (text, "")
    head, confidence = _without_confidence(head)
    value, note = (None, head) if counted else _value(head.strip(), unit, last)
    return CheckInLine(value, confidence, _tidy(note), _tidy(blockers))


def _without_confidence(text: str) -> tuple[str, int | None]:
    found = _SURE.search(text)
    if found is None:
        return text, None
    written = found[1].rstrip(",;")
    if not (written.isascii() and written.isdecimal() and _LEAST <= int(written[:3]) <= _MOST):
        raise Refused(f"{quoted(found[0])} is no confidence; write !{_LEAST} (hardly) to !{_MOST} (sure).")
    return f"{text[: found.start()]} {text[found.end() :]}", int(written)


def _value(text: str, unit: str, last: float | None) -> tuple[float | None, str]:
    """The value that the text begins with, and the rest; the whole text where it begins with none."""
    # `1 240` is one number.
    grouped = _GROUPED.match(text)
    first, rest = (grouped[0], text[grouped.end() :]) if grouped else text.partition(" ")[::2]
    try:
        value = amount(first.rstrip(",;:"), unit)
    except Refused:
        return None, text
    if first.startswith("+"):
        if last is None:
            raise Refused(
                f"There is no value yet that {quoted(first)} could be added to; write the whole one."
            )
        value += last
    word, _, after = rest.lstrip().partition(" ")
    if unit and word.rstrip(",;:").casefold() == unit.casefold():
        rest = after
    return value, rest


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
