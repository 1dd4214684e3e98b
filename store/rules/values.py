"""What the team holds dear: who leads a role adds, changes, orders and puts away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change, combine
from store.culture.ready import VALUES
from store.culture.values import values
from store.errors import NotFound, Refused
from store.models import Value
from store.rules.arranging import at_the_end, labelled, moved
from store.rules.board import free_number
from store.rules.membership import refuse_unless_lead
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import counted, quoted
from store.team import Team
from store.text import is_said

_WHAT = "changes the team's values"


def add(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new value, behind the others.

    Raises:
        Refused: the person leads no role, the name is taken, or a value does not fit its field.
    """
    refuse_unless_lead(team, by, _WHAT)
    _refuse_others(fields)
    number = free_number(team, "values", id)
    position, edits = at_the_end("values", values(team), number)
    new = valid(Value, {**fields, "name": name, "id": number, "position": position})
    refuse_taken(team, number, new.name)
    label = f"added the value {quoted(new.name)}"
    made = Change.insert("values", new, label, number)
    return Change((*made.edits, *edits), label).signed(by, now)


def take_ready(team: Team, by: str, now: datetime, *, id: int = -1) -> Change:
    """The ready-made values whose names are not there yet, in one step.

    Raises:
        Refused: the person leads no role, or all of them are there.
    """
    refuse_unless_lead(team, by, _WHAT)
    have = {value.name.casefold() for value in values(team)}
    changes: list[Change] = []
    after = team
    for ready in VALUES:
        if ready.name.casefold() not in have:
            fields = {"about": ready.about, "practice": list(ready.practice)}
            changes.append(add(after, ready.name, by, now, id=id - len(changes), **fields))
            after = after.apply(changes[-1])
    if not changes:
        raise Refused(
            "All of the ready-made values are there; “tagwerk value add NAME” adds one of your own."
        )
    return combine(changes, f"added {counted(len(changes), 'ready-made value')}").signed(by, now)


def edit(team: Team, value_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what a value is called, why it matters (`about`), or what it looks like (`practice`).

    Raises:
        NotFound: there is no such value.
        Refused: the person leads no role, the name is taken, or a value does not fit its field.
    """
    refuse_unless_lead(team, by, _WHAT)
    old = value_numbered(team, value_id)
    refuse_unknown(Value, fields)
    _refuse_others(fields)
    change = changed(old, "", fields)
    for edit in change.edits:
        refuse_taken(team, old.id, (edit.after or {}).get("name") or old.name)
    return labelled(change, f"the value {quoted(old.name)}", by, now)


def move(team: Team, value_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a value among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such value.
        Refused: the person leads no role, or the value is archived.
    """
    refuse_unless_lead(team, by, _WHAT)
    old, places = value_numbered(team, value_id), values(team)
    if old not in places:
        raise Refused(f"The value {quoted(old.name)} is archived; restore it first.")
    return moved("values", places, old.id, offset, f"moved the value {quoted(old.name)}").signed(by, now)


def archive(team: Team, value_id: int, by: str, now: datetime) -> Change:
    """Put a value away; the kudos that show it stay.

    Raises:
        NotFound: there is no such value.
        Refused: the person leads no role, or it is archived already.
    """
    refuse_unless_lead(team, by, _WHAT)
    old = value_numbered(team, value_id)
    if old.archived_at:
        raise Refused(f"The value {quoted(old.name)} is archived already.")
    return labelled(changed(old, "", {"archived_at": now}), f"the value {quoted(old.name)}", by, now)


def restore(team: Team, value_id: int, by: str, now: datetime) -> Change:
    """Bring a value back.

    Raises:
        NotFound: there is no such value.
        Refused: the person leads no role, it is not archived, or another one has its name.
    """
    refuse_unless_lead(team, by, _WHAT)
    old = value_numbered(team, value_id)
    if not old.archived_at:
        raise Refused(f"The value {quoted(old.name)} is not archived.")
    refuse_taken(team, old.id, old.name)
    return labelled(changed(old, "", {"archived_at": None}), f"the value {quoted(old.name)}", by, now)


def value_numbered(team: Team, id: int) -> Value:
    """A value by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Value, id)
    if found is None:
        raise NotFound(f"There is no value {id}; “tagwerk value list” shows those there are.")
    return found


def refuse_taken(team: Team, id: int, name: str) -> None:
    """Raises `Refused` when another value has this name, in whatever case of letters, or it is none."""
    if not is_said(name):
        raise Refused("Say what the value is called; there is nothing of it to be seen.")
    for other in values(team):
        if other.id != id and other.name.casefold() == name.casefold():
            raise Refused(f"There is already a value {quoted(name)}; choose another name.")


def _refuse_others(fields: dict[str, Any]) -> None:
    for name in fields:
        if name in ("position", "archived_at"):
            raise Refused(f"The {called(name)} of a value is not edited like this; move or archive it.")
    refuse_unknown(Value, fields)
