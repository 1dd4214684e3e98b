"""Finding what a person names: on the command line, in a search, behind an @."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from store.errors import NotFound, Refused
from store.models import Adjustment, Column, Goal, Kpi, Member, Role
from store.rules.words import listed, quoted
from store.team import Team
from store.text import clean_line, whole_number

T = TypeVar("T")

_MOST = 20
"""Names that a sentence offers to choose from."""


def task_number(text: str) -> int:
    """The number in `12` or `#12`.

    Raises:
        Refused: it is not one.
    """
    number = whole_number(text.strip().removeprefix("#"))
    if not number:
        raise Refused(f"{quoted(text)} is not a task number; write it like 12 or #12.")
    return number


def column_named(team: Team, text: str) -> Column:
    """The column that a person means: by its name, or by how the name or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    return _named(team.columns, lambda column: [column.name], text, "column")


def role_named(team: Team, text: str) -> Role:
    """The role that a person means: by its name, or by how the name or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    return _named(team.roles, lambda role: [role.name], text, "role")


def member_named(team: Team, text: str) -> Member:
    """The person that is meant: by login or name, or by how one of them or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    people = tuple(team.members.values())
    return _named(people, lambda member: [member.login, member.display_name], text, "person")


def addressee_named(team: Team, text: str) -> Role | Member:
    """The role or the person that is meant, whichever fits better; `@` before it says a person, `~` a role.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    sign = clean_line(text)[:1]
    if sign in ("@", "~"):
        return member_named(team, text) if sign == "@" else role_named(team, text)
    both: list[Role | Member] = [*team.roles, *team.members.values()]
    return _named(both, _names, text, "role or person")


def goal_named(team: Team, text: str) -> Goal:
    """The goal that a person means: by its number, its title, or by how the title or a word in it begins.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    live = [goal for goal in team.all(Goal) if not goal.archived_at]
    number = whole_number(text.strip().removeprefix("#"))
    numbered = next((goal for goal in live if goal.id == number), None)
    return numbered or _named(live, lambda goal: [goal.title], text, "goal")


def kpi_named(team: Team, text: str, *, archived: bool = False) -> Kpi:
    """The KPI that a person means: by its name, by how the name or a word in it begins, or by its number.

    Its name comes first: a KPI may be called `404`.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    found = [kpi for kpi in team.all(Kpi) if bool(kpi.archived_at) is archived]
    found.sort(key=lambda kpi: (kpi.position, kpi.id))
    if not found:
        what, way = ("archived KPI", "") if archived else ("KPI", "; “tagwerk kpi ready” has some")
        raise NotFound(f"There is no {what} {quoted(text)} yet{way}.")
    number = whole_number(text.strip().removeprefix("#"))
    numbered = next((kpi for kpi in found if kpi.id == number), None)
    if numbered is not None and not any(kpi.name == clean_line(text) for kpi in found):
        return numbered
    return _named(found, lambda kpi: [kpi.name], text, "archived KPI" if archived else "KPI")


def adjustment_named(team: Team, text: str, *, archived: bool | None = None) -> Adjustment:
    """The adjustment that is meant: by its number, its title, or how the title or a word in it begins.

    Args:
        team: the snapshot.
        text: what was typed.
        archived: only those that are put away, or only the others; `None`: those as well, by their number.

    Raises:
        NotFound: there is none.
        Refused: there are several.
    """
    known = sorted(team.all(Adjustment), key=lambda one: one.id)
    found = [one for one in known if bool(one.archived_at) is bool(archived)]
    number = whole_number(text.strip().removeprefix("#"))
    numbered = next((one for one in (known if archived is None else found) if one.id == number), None)
    if numbered is None and not found:
        way = (
            "“tagwerk adjustment --archived” lists those"
            if archived
            else "“tagwerk adjustment add” writes one"
        )
        raise NotFound(f"There is no {'archived ' if archived else ''}adjustment {quoted(text)}; {way}.")
    kind = "archived adjustment" if archived else "adjustment"
    return numbered or _named(found, lambda one: [one.title], text, kind)


def _names(one: Role | Member) -> list[str]:
    return [one.name] if isinstance(one, Role) else [one.login, one.display_name]


def _named(things: Sequence[T], names: Callable[[T], list[str]], text: str, kind: str) -> T:
    """The one thing that fits best; what fits equally well is asked back."""
    line = clean_line(text)
    for wanted in dict.fromkeys((line, line.lstrip("@~").strip())):
        low = wanted.casefold()
        for fits in (
            lambda name, wanted=wanted: name == wanted,
            lambda name, low=low: name.casefold() == low,
            lambda name, low=low: bool(low) and name.casefold().startswith(low),
            lambda name, low=low: bool(low) and f" {low}" in name.casefold(),
        ):
            found = [thing for thing in things if any(map(fits, names(thing)))]
            if len(found) == 1:
                return found[0]
            if found:
                raise Refused(f"{quoted(text)} may be {_choices(found, names)}; write more of it.")
    raise NotFound(f"There is no {kind} {quoted(text)}; choose {_choices(things, names)}.")


def _choices(things: Iterable[T], names: Callable[[T], list[str]]) -> str:
    found = [names(thing)[0] for thing in things]
    rest = len(found) - _MOST
    shown = [*found[:_MOST], f"one of {rest:,} others"] if rest > 1 else found
    return listed(shown, "or")
