"""Columns, roles and people by what somebody types for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from store.culture.values import values
from store.duties.responsibilities import responsibilities
from store.errors import NotFound, Refused
from store.models import Column, ColumnKind, Responsibility, Role, Skill, Tag, Value
from store.rules.responsibilities import responsibility_numbered
from store.rules.words import listed, quoted
from store.skills.catalogue import skills
from store.team import Team
from store.text import clean_line, whole_number

Place = TypeVar("Place", Column, Responsibility, Role, Skill, Tag, Value)

NOBODY = ("none", "nobody")
"""What is typed for the lane of no role."""
_NAMED = 5
"""Skills and responsibilities of which a sentence gives the names."""


def column(team: Team, typed: str) -> Column:
    """A column by its name, or how the name or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: it could be several.
    """
    return _named(team.columns, typed, "column")


def role(team: Team, typed: str) -> Role | None:
    """A role by its name, or how the name or a word in it begins; `None` for nobody's lane.

    Raises:
        NotFound: there is none.
        Refused: it could be several.
    """
    is_nobody = typed.strip().casefold() in NOBODY and not _matching(team.roles, typed)
    return None if is_nobody else _named(team.roles, typed, "role")


def archived(team: Team, kind: type[Place], typed: str) -> Place:
    """An archived column, role, skill or tag by its name, or how the name or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: it could be several.
    """
    away = [place for place in team.all(kind) if place.archived_at]
    word = f"archived {kind.__name__.lower()}"
    if not away:
        raise NotFound(f"There is no {word}, so {quoted(typed)} cannot be brought back.")
    return _named(away, typed, word)


def skill(team: Team, typed: str) -> Skill:
    """A skill by its name, or how the name or a word in it begins, or by its number.

    Raises:
        NotFound: there is none.
        Refused: it could be several.
    """
    known = skills(team)
    found = _matching(known, typed)
    if not found and (number := whole_number(typed.strip().removeprefix("#"))):
        found = [one for one in known if one.id == number]
    if not found:
        raise NotFound(f"There is no skill {quoted(typed)}; “tagwerk skill list” shows those there are.")
    if len(found) > 1:
        names = listed(
            [*(quoted(one.name) for one in found[:_NAMED]), *(["another"] * (len(found) > _NAMED))], "or"
        )
        raise Refused(f"{quoted(typed)} could be {names}; write more of the name.")
    return found[0]


def value(team: Team, typed: str) -> Value:
    """A value by its name, or how the name or a word in it begins, or by its number.

    Raises:
        NotFound: there is none.
        Refused: it could be several.
    """
    known = values(team)
    number = whole_number(typed.strip().removeprefix("#"))
    by_number = [one for one in known if one.id == number]
    return by_number[0] if by_number and not _matching(known, typed) else _named(known, typed, "value")


def responsibility(team: Team, typed: str) -> Responsibility:
    """A responsibility by its number, or by its name, or how the name or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: it could be several.
    """
    number = whole_number(typed.strip().removeprefix("#"))
    if number is not None:
        return responsibility_numbered(team, number)
    known, wanted = responsibilities(team), clean_line(typed).casefold()
    # Two roles may have one of the same name.
    exact = [one for one in known if one.name.casefold() == wanted]
    found = exact or _matching(known, typed)
    if not found:
        raise NotFound(
            f"There is no responsibility {quoted(typed)}; “tagwerk responsibility” shows those there are."
        )
    if len(found) > 1:
        names = [f"{quoted(one.name)} ({one.id})" for one in found[:_NAMED]]
        more = ["another"] * (len(found) > _NAMED)
        raise Refused(f"{quoted(typed)} could be {listed([*names, *more], 'or')}; write its number.")
    return found[0]


def login(team: Team, typed: str) -> str:
    """A login of the team in any case of letters; what is typed where the team has no such person."""
    typed = typed.strip().removeprefix("@")
    return next((known for known in team.members if known.casefold() == typed.casefold()), typed)


def done_column(team: Team) -> Column:
    """Where finished work goes.

    Raises:
        Refused: the board has no such column.
    """
    for found in team.columns:
        if found.kind is ColumnKind.DONE:
            return found
    raise Refused("The board has no column for finished work, so nothing can be done with; make one first.")


def _named(places: Sequence[Place], typed: str, kind: str) -> Place:
    found = _matching(places, typed)
    if not found:
        names = listed((quoted(place.name) for place in places), "or")
        raise NotFound(f"There is no {kind} {quoted(typed)}; choose {names}.")
    if len(found) > 1:
        names = listed((quoted(place.name) for place in found), "or")
        raise Refused(f"{quoted(typed)} could be {names}; write more of the name.")
    return found[0]


def _matching(places: Sequence[Place], typed: str) -> list[Place]:
    """The exact name alone, else names that begin like this, else those with a word that does."""
    wanted = clean_line(typed).casefold()
    names = [(place, place.name.casefold()) for place in places]
    exact = [place for place, name in names if name == wanted]
    begins = [place for place, name in names if wanted and name.startswith(wanted)]
    within = [place for place, name in names if wanted and f" {wanted}" in name]
    return exact[:1] or begins or within
