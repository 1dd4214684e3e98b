"""What the markers of a line name; each either is understood, or is refused in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from store import days
from store.errors import NotFound, Refused
from store.filters.naming import ME, NOBODY, NONE
from store.models import Member, Priority
from store.rules import lookup
from store.rules.quick.marks import Marker
from store.rules.words import listed, quoted
from store.team import Team
from store.text import whole_number

_PUNCTUATION = ".,;:!?)"
_HOURS_BEGUN = re.compile(r"\d*[.,]?\d*\s?[hm]?")


class Unfinished(Refused):
    """Something may still come of it, for somebody who is not done writing."""


def people(team: Team, marker: Marker, person: str) -> list[str]:
    """Logins of those who are named; an empty one for nobody.

    Raises:
        Refused: somebody is not known, or could be several people.
    """
    return [_login(team, part, marker, person) for part in _parts(marker)]


def tag_names(team: Team, marker: Marker) -> list[str]:
    """The tags, spelled as the team spells them already."""
    known = {tag.casefold(): tag for tag in sorted(team.words, reverse=True)}
    named = (part.lstrip("#").rstrip(_PUNCTUATION) for part in _parts(marker))
    return [known.get(tag.casefold(), tag) for tag in named if tag]


def priority(marker: Marker) -> str:
    """A priority by its name or how it begins.

    Raises:
        Refused: there is none.
    """
    typed = marker.value.casefold().rstrip(_PUNCTUATION)
    found = [str(p.value) for p in Priority if typed and p.value.startswith(typed)]
    if not found:
        raise Refused(
            f"{quoted(marker.written)} is not a priority; choose {listed(Priority, 'or')}{_out(marker)}."
        )
    return found[0]


def role(team: Team, marker: Marker) -> int | None:
    """Number of the role; `None` for nobody's lane.

    Raises:
        Refused: there is none, or it could be several.
    """
    try:
        return lookup.role_named(team, marker.value).id
    except Refused as refusal:
        typed = marker.value.casefold().rstrip(_PUNCTUATION)
        if typed in NOBODY:
            return None
        is_begun = _is_ambiguous(refusal) or any(word.startswith(typed) for word in NOBODY)
        raise _explained(refusal, marker, is_begun=is_begun) from None


def column(team: Team, marker: Marker) -> int:
    """Number of the column.

    Raises:
        Refused: there is none, or it could be several.
    """
    try:
        return lookup.column_named(team, marker.value).id
    except Refused as refusal:
        raise _explained(refusal, marker, is_begun=_is_ambiguous(refusal)) from None


def day(marker: Marker, today: date) -> date | None:
    """The day; `None` for none.

    Raises:
        Refused: it is not a day.
    """
    if _is_none(marker):
        return None
    try:
        return days.day(marker.value, today)
    except Refused as refusal:
        is_begun = days.is_beginning(marker.value) or _is_none(marker, begun=True)
        raise _explained(refusal, marker, is_begun=is_begun) from None


def hours(marker: Marker) -> float | None:
    """Effort in hours; `None` for none.

    Raises:
        Refused: it is not an effort.
    """
    if _is_none(marker):
        return None
    try:
        return days.hours(marker.value)
    except Refused as refusal:
        is_begun = bool(_HOURS_BEGUN.fullmatch(marker.value)) or _is_none(marker, begun=True)
        raise _explained(refusal, marker, is_begun=is_begun) from None


def goal(marker: Marker) -> int | None:
    """Number of the goal; `None` for none.

    Raises:
        Refused: it is not a number.
    """
    if _is_none(marker):
        return None
    if number := whole_number(marker.value.removeprefix("#").rstrip(_PUNCTUATION)):
        return number
    refusal = Refused(f"{quoted(marker.value)} is not the number of a goal; write goal:7 or goal:none.")
    raise _explained(refusal, marker, is_begun=_is_none(marker, begun=True))


def refuse_open(marker: Marker) -> None:
    """Refuse a value whose second quotation mark is missing: it would swallow what was meant as title.

    Raises:
        Unfinished: it is.
    """
    if not marker.is_closed:
        raise Unfinished(f"In {quoted(marker.written)} the second quotation mark is missing.")


def _login(team: Team, typed: str, marker: Marker, person: str) -> str:
    word = typed.casefold()
    if word in (ME, *NOBODY):
        return person if word == ME else ""
    if marker.is_off and (gone := _who_left(team, word)):
        return gone
    try:
        return _member(team, typed)
    except NotFound:
        begun = any(special.startswith(word) for special in (ME, *NOBODY))
        refusal = Refused(f"Nobody in the team is called {quoted(typed)}.")
        raise _explained(refusal, marker, is_begun=begun) from None
    except Refused as refusal:
        raise _explained(refusal, marker, is_begun=True) from None


def _member(team: Team, typed: str) -> str:
    try:
        return lookup.member_named(team, typed).login
    except NotFound:
        # A login may end with a dot, so only now: this one ends a sentence.
        if typed[-1:] in _PUNCTUATION and (shorter := typed.rstrip(_PUNCTUATION)):
            return _member(team, shorter)
        raise


def _who_left(team: Team, word: str) -> str:
    """Login of somebody who is not in the team any more, but may be on cards still."""
    logins = (member.login for member in team.all(Member) if member.left_at)
    return next((login for login in logins if login.casefold() == word), "")


def _parts(marker: Marker) -> Iterator[str]:
    for part in marker.value.split(","):
        if word := part.strip().lstrip("@" if marker.field == "assignees" else "#"):
            yield word


def _is_none(marker: Marker, *, begun: bool = False) -> bool:
    typed = marker.value.casefold().rstrip(_PUNCTUATION)
    return NONE.startswith(typed) if begun else typed == NONE


def _is_ambiguous(refusal: Refused) -> bool:
    return not isinstance(refusal, NotFound)


def _explained(refusal: Refused, marker: Marker, *, is_begun: bool) -> Refused:
    """The refusal with the way out."""
    return (Unfinished if is_begun else Refused)(f"{str(refusal).removesuffix('.')}{_out(marker)}.")


def _out(marker: Marker) -> str:
    return f"; if it is text, write \\{marker.written}" if len(marker.written) <= 30 else ""
