"""What a role answers for, as it is written in one text: a line for each thing.

These are parts of a change of the role; whoever may make that, may make these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from store.change import Change, Edit, combine
from store.duties.responsibilities import leftover_words, names_of, of_role
from store.duties.words import fields_of, once
from store.models import Responsibility, Role
from store.rules.arranging import at
from store.rules.board import free_number
from store.rules.valid import changed, valid
from store.team import Team
from store.text import clean_line

_TABLE = "responsibilities"


def take_up(team: Team, role: Role) -> Change:
    """Make documents of the words that a role still has in the form of format 1, behind the others.

    What was put away under the same name comes back with its people.
    """
    if not role.responsibilities:
        return Change()
    # As it stands there, also what cannot be shown: else it would be merged as somebody else's, and stay.
    kept = team.tables["roles"][role.id][_TABLE]
    changes = [Change((Edit("roles", role.id, {_TABLE: kept}, {_TABLE: None}),))]
    for word in leftover_words(team, role):
        place, fields = len(of_role(team, role.id)), fields_of(word)
        old = _called(team, role.id, fields["name"])
        change = _placed(team, old, place) if old else _added(team, role.id, place, **fields)
        team = team.apply(change)
        changes.append(change)
    return combine(changes, "")


def write_lines(team: Team, role: Role, lines: Sequence[str], now: datetime) -> Change:
    """Make what a role answers for to be these lines, in this order.

    When as many lines as before are there, and one of them is another, that one got another name. Otherwise
    new lines are new, and those that are missing are put away.

    Raises:
        Refused: a line does not fit.
    """
    wanted = list(once(filter(None, map(clean_line, lines))))
    if wanted == list(names_of(team, role)):
        return Change()
    first = take_up(team, role)
    after = team.apply(first)
    changes = [first]
    for step in (_renamed, partial(_put_away, now=now), _in_order):
        made = step(after, role.id, wanted)
        after = after.apply(made)
        changes.append(made)
    return combine(changes, "")


def _renamed(team: Team, role: int, wanted: Sequence[str]) -> Change:
    """Those that are written with other capitals, and the one line that is another."""
    there = of_role(team, role)
    names = {line.casefold(): line for line in wanted}
    missing = [one for one in there if one.name.casefold() not in names]
    known = {one.name.casefold() for one in there}
    new = [line for line in wanted if line.casefold() not in known]
    pairs = [(one, names[one.name.casefold()]) for one in there if one.name.casefold() in names]
    if len(missing) == len(new) == 1:
        pairs.append((missing[0], new[0]))
    return combine([changed(one, "", {"name": line}) for one, line in pairs], "")


def _put_away(team: Team, role: int, wanted: Sequence[str], now: datetime) -> Change:
    names = {line.casefold() for line in wanted}
    gone = [one for one in of_role(team, role) if one.name.casefold() not in names]
    return combine([changed(one, "", {"archived_at": now}) for one in gone], "")


def _in_order(team: Team, role: int, wanted: Sequence[str]) -> Change:
    """Each line at its place; what was put away under the same name comes back with its people."""
    changes: list[Change] = []
    for place, line in enumerate(wanted):
        there = of_role(team, role)
        at_place = there[place] if place < len(there) else None
        if at_place is not None and at_place.name.casefold() == line.casefold():
            continue
        old = _called(team, role, line)
        change = _added(team, role, place, name=line) if old is None else _placed(team, old, place)
        team = team.apply(change)
        changes.append(change)
    return combine(changes, "")


def _called(team: Team, role: int, line: str) -> Responsibility | None:
    """The one of this name; before those that are put away, the one that is not."""
    known = [
        one for one in team.belonging(Responsibility, "role", role) if one.name.casefold() == line.casefold()
    ]
    return min(known, key=lambda one: (one.archived_at is not None, one.id), default=None)


def _placed(team: Team, one: Responsibility, place: int) -> Change:
    others = [other for other in of_role(team, one.role) if other.id != one.id]
    position, moved_aside = at(_TABLE, others, place, one.id)
    change = changed(one, "", {"position": position, "archived_at": None})
    return replace(change, edits=change.edits + moved_aside)


def _added(team: Team, role: int, place: int, **fields: str) -> Change:
    number = free_number(team, _TABLE)
    position, moved_aside = at(_TABLE, of_role(team, role), place, number)
    new = valid(Responsibility, {**fields, "role": role, "position": position, "id": number})
    return Change((*Change.insert(_TABLE, new, "", number).edits, *moved_aside))
