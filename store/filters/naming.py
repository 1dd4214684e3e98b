"""Terms that name something: people, roles, columns, tags, numbers, goals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.errors import Refused
from store.filters.ground import Ground, Test, chosen
from store.models import Column, Member, Raw, Role
from store.models.raws import number_in, shares
from store.phrases import quoted
from store.team import Team
from store.text import whole_number

NONE = "none"
"""Stands for no role, no goal, no date."""
NOBODY = ("nobody", NONE)
ME = "me"


def assigned(ground: Ground, values: tuple[str, ...]) -> Test:
    """`@ana`: who works on it.

    Raises:
        Refused: somebody is named whom nobody knows.
    """
    words = {ME: ground.person, **dict.fromkeys(NOBODY, "")}
    found = {login for value in values for login in _people(ground.team, value, words)}
    logins, with_nobody = frozenset(found - {""}), "" in found

    def test(id: int, raw: Raw) -> bool:
        on_it = raw.get("assignees")
        return shares(on_it, logins) if on_it else with_nobody

    return test


def created(ground: Ground, values: tuple[str, ...]) -> Test:
    """`by:ana`: who made it.

    Raises:
        Refused: somebody is named whom nobody knows.
    """
    words = {ME: ground.person}
    logins = {login for value in values for login in _people(ground.team, value, words)}
    return lambda id, raw: raw.get("created_by") in logins


def of_role(ground: Ground, values: tuple[str, ...]) -> Test:
    """`role:mark`: whose lane it stands in.

    Raises:
        Refused: there is no such role.
    """
    archived = (role for role in ground.team.all(Role) if role.archived_at)
    choices = [(role.name, role.id) for role in (*ground.team.roles, *archived)]
    choices += [(word, 0) for word in NOBODY]
    roles = {id for value in values for id in chosen(value, choices, "role")}
    return lambda id, raw: number_in(raw.get("role")) in roles


def in_column(ground: Ground, values: tuple[str, ...]) -> Test:
    """`col:doing`: which column it stands in.

    Raises:
        Refused: there is no such column.
    """
    archived = (column for column in ground.team.all(Column) if column.archived_at)
    choices = [(column.name, column.id) for column in (*ground.team.columns, *archived)]
    columns = {id for value in values for id in chosen(value, choices, "column")}
    return lambda id, raw: number_in(raw.get("column")) in columns


def for_goal(ground: Ground, values: tuple[str, ...]) -> Test:
    """`goal:7` or `goal:none`: which goal it serves.

    Raises:
        Refused: it is not a number.
    """
    goals: set[int | None] = set()
    for value in values:
        number = whole_number(value.removeprefix("#"))
        if number is None and not NONE.startswith(value):
            raise Refused(f"{quoted(value)} is not the number of a goal; write goal:7 or goal:none.")
        goals.add(number)
    return lambda id, raw: (number_in(raw.get("goal")) or None) in goals


def tagged(ground: Ground, values: tuple[str, ...]) -> Test:
    """`#shoot`: a tag; `#12`: the card with this number, or those whose numbers begin so.

    A tag or number that is not there is no mistake: the next card may have it.
    """
    known, tasks = ground.team.words, ground.team.tables.get("tasks", {})
    wanted: set[str] = set()
    numbers: set[int] = set()
    for value in values:
        same = {tag for tag in known if tag.casefold() == value}
        wanted |= same or {tag for tag in known if tag.casefold().startswith(value)}
        number = whole_number(value)
        if number is not None:
            numbers |= {number} if number in tasks else {id for id in tasks if str(id).startswith(value)}
    return lambda id, raw: id in numbers or shares(raw.get("tags"), wanted)


def people(team: Team) -> Iterator[tuple[str, str]]:
    """Login and name of everybody, also of those who left, with the login."""
    members = [*team.members.values(), *(m for m in team.all(Member) if m.left_at)]
    yield from ((member.login, member.login) for member in members)
    yield from ((member.name, member.login) for member in members if member.name)


def _people(team: Team, value: str, words: Mapping[str, str]) -> set[str]:
    """Logins of the people who are meant; `words` stand for a login and give way to a name that begins so."""
    if value in words:
        return {words[value]}
    try:
        return chosen(value, people(team), "person")
    except Refused:
        found = {login for word, login in words.items() if word.startswith(value)}
        if not found:
            raise
        return found
