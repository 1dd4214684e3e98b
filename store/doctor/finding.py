"""What an examination finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """How bad it is."""

    OK = "ok"
    NOTE = "note"
    """Worth knowing; work goes on."""
    PROBLEM = "problem"
    """Somebody has to do something."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    sign: Sign
    about: str
    """What was looked at, in a word."""
    sentence: str
    advice: str = ""
    """What to do; empty when there is nothing to do."""


def ok(about: str, sentence: str) -> Finding:
    """Something is as it should be."""
    return Finding(Sign.OK, about, sentence)


def note(about: str, sentence: str, advice: str = "") -> Finding:
    """Something is worth knowing."""
    return Finding(Sign.NOTE, about, sentence, advice)


def problem(about: str, sentence: str, advice: str = "") -> Finding:
    """Something has to be done."""
    return Finding(Sign.PROBLEM, about, sentence, advice)
