"""What stands above the columns of the matrix of skills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from store.models import Member
from widgets.matrix.parts import MatrixColumn

LINES = 2
"""Lines for a name; the line below the matrix says all of it."""
_KEPT = 3
"""Letters of a first name beside that of the last name."""


def person_columns(people: Sequence[Member]) -> list[MatrixColumn]:
    """A column for each person, called by her first name; of two Anas by the last name's letter as well."""
    firsts = Counter(_first(member) for member in people)
    return [MatrixColumn(member.login, _short(member, firsts[_first(member)] > 1)) for member in people]


def _first(member: Member) -> str:
    return member.display_name.split(" ")[0]


def _short(member: Member, has_namesake: bool) -> str:
    first, last = _first(member), member.display_name.split(" ")[-1][:1]
    return f"{first[:_KEPT]} {last}" if has_namesake and last else first
