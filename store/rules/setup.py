"""Who is in the team, which roles and columns it has, and what it has agreed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from store.change import Change, Edit
from store.errors import NotFound, Refused
from store.models import COLOURS, SETTINGS_ID, Column, ColumnKind, Member, Raw, Role, Settings
from store.rules.board import free_number, live_column, live_role, refuse_occupied, refuse_strangers
from store.rules.places import rank_edits, ranks
from store.rules.stamps import on_entering
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team


def add_member(team: Team, login: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """Take a person into the team.

    Raises:
        NotFound: a role that is named does not exist.
        Refused: the login is taken, or a value does not fit its field.
    """
    number = free_number(team, "members", id)
    member = valid(Member, {**fields, "login": login, "id": number})
    for other in team.all(Member):
        if other.login.casefold() == member.login.casefold():
            what = "was in the team before; bring them back" if other.left_at else "is in the team already"
            raise Refused(f"{quoted(other.login)} {what}.")
    for role in member.roles:
        live_role(team, role)
    return Change.insert("members", member, f"added {member.display_name} to the team", number).signed(
        by, now
    )


def edit_member(team: Team, login: str, by: str, now: datetime, **fields: Any) -> Change:
    """Change what is known about a person; `left_at` says that the person left, `None` brings them back.

    The login stays: what was done is recorded under it.

    Raises:
        NotFound: there is no such person, or a role that is named does not exist.
        Refused: a value does not fit its field.
    """
    member = next((m for m in team.all(Member) if m.login == login), None)
    if member is None:
        refuse_strangers(team, [login])
        raise NotFound(f"Nobody in the team is called {quoted(login)}.")
    change = changed(member, "", fields)
    for edit in change.edits:
        for role in (edit.after or {}).get("roles") or []:
            if role not in member.roles:
                live_role(team, role)
    return _labelled(change, member.display_name, by, now)


def add_role(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new role behind the others.

    Raises:
        NotFound: its lead or deputy is not in the team.
        Refused: the name is taken, or a value does not fit its field.
    """
    number = free_number(team, "roles", id)
    position, moved_aside = _at_the_end("roles", team.roles, number)
    role = valid(Role, {**fields, "name": name, "id": number, "position": position})
    _refuse_taken(team.roles, role.id, role.name)
    _refuse_bad_role(team, role.raw())
    change = Change.insert("roles", role, f"added the role {quoted(role.name)}", number)
    return replace(change, edits=change.edits + moved_aside).signed(by, now)


def edit_role(team: Team, role_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change a role; `archived_at` puts it away, `None` brings it back.

    Raises:
        NotFound: there is no such role, or its lead or deputy is not in the team.
        Refused: the name is taken, a value does not fit its field, or cards stand in what is to be archived.
    """
    role = team.role(role_id)
    change = _edited(team.roles, role, fields)
    after = change.edits[0].after if change else None
    _refuse_bad_role(team, after or {})
    if after and after.get("archived_at"):
        refuse_occupied(team, role)
    return _labelled(change, f"the role {quoted(role.name)}", by, now)


def move_role(team: Team, role_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a role among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such role, or it is archived.
    """
    role = live_role(team, role_id)
    name = role.name if role else ""
    return _moved("roles", team.roles, role_id, offset, f"moved the role {quoted(name)}").signed(by, now)


def add_column(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new column to the right of the others.

    Raises:
        Refused: the name is taken, or a value does not fit its field.
    """
    number = free_number(team, "columns", id)
    position, moved_aside = _at_the_end("columns", team.columns, number)
    column = valid(Column, {**fields, "name": name, "id": number, "position": position})
    _refuse_taken(team.columns, column.id, column.name)
    change = Change.insert("columns", column, f"added the column {quoted(column.name)}", number)
    return replace(change, edits=change.edits + moved_aside).signed(by, now)


def edit_column(team: Team, column_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change a column; `archived_at` puts it away, `None` brings it back.

    When it becomes another kind, its cards count as begun or finished accordingly.

    Raises:
        NotFound: there is no such column.
        Refused: the name is taken, a value does not fit its field, or cards stand in what is to be archived.
    """
    column = team.column(column_id)
    change = _edited(team.columns, column, fields)
    after = change.edits[0].after if change else None
    if after and after.get("archived_at"):
        refuse_occupied(team, column)
        if len(team.columns) == 1:
            raise Refused(f"{column.name} is the only column; add another before it is archived.")
    change = _labelled(change, f"the column {quoted(column.name)}", by, now)
    if after and "kind" in after:
        edits = _stamped(team, column, ColumnKind(after["kind"]), now)
        change = replace(change, edits=change.edits + edits)
    return change


def move_column(team: Team, column_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a column among the others: -1 to the left, +1 to the right. At the edge nothing changes.

    Raises:
        NotFound: there is no such column, or it is archived.
    """
    name = live_column(team, column_id).name
    label = f"moved the column {quoted(name)}"
    return _moved("columns", team.columns, column_id, offset, label).signed(by, now)


def edit_settings(team: Team, by: str, now: datetime, **fields: Any) -> Change:
    """Change what the team has agreed on.

    Raises:
        Refused: a value does not fit its field.
    """
    change = changed(team.settings, "", fields)
    labelled = _labelled(change, "the settings", by, now)
    if not change or team.find(Settings, SETTINGS_ID):
        return labelled
    first = Change.insert("settings", valid(Settings, {**fields, "id": SETTINGS_ID}), id=SETTINGS_ID)
    return first.signed(by, now, labelled.label)


def _edited(others: Sequence[Column | Role], place: Column | Role, fields: Mapping[str, Any]) -> Change:
    refuse_unknown(type(place), fields)
    if "position" in fields:
        raise Refused(f"The position of {quoted(place.name)} is not edited like this; move it instead.")
    change = changed(place, "", fields)
    for edit in change.edits:
        after = edit.after or {}
        if "name" in after or "archived_at" in after:
            _refuse_taken(others, place.id, after.get("name") or place.name)
    return change


def _labelled(change: Change, what: str, by: str, now: datetime) -> Change:
    names = [called(name) for edit in change.edits for name in edit.after or ()]
    return change.signed(by, now, f"changed the {listed(names)} of {what}")


def _refuse_taken(others: Sequence[Column | Role], id: int, name: str) -> None:
    for other in others:
        if other.id != id and other.name.casefold() == name.casefold():
            raise Refused(
                f"There is already a {type(other).__name__.lower()} {quoted(name)}; choose another name."
            )


def _refuse_bad_role(team: Team, fields: Raw) -> None:
    refuse_strangers(team, [fields[name] for name in ("lead", "deputy") if fields.get(name)])
    colour = fields.get("colour")
    if colour and colour not in COLOURS:
        raise Refused(f"The colour {quoted(colour)} is not known; choose {listed(COLOURS, 'or')}.")


def _at_the_end(table: str, places: Sequence[Column | Role], id: int) -> tuple[str, tuple[Edit, ...]]:
    """The rank behind the others, and the edits of those that are in the way."""
    ranked = tuple((place.position, place.id) for place in places)
    new = ranks(ranked, len(ranked), id)
    return new[id], rank_edits(ranked, new, table)


def _moved(table: str, places: Sequence[Column | Role], id: int, offset: int, label: str) -> Change:
    at = [place.id for place in places].index(id)
    to = min(max(at + offset, 0), len(places) - 1)
    if to == at:
        return Change(label=label)
    everything = tuple((place.position, place.id) for place in places)
    new = ranks(everything[:at] + everything[at + 1 :], to, id)
    return Change(rank_edits(everything, new, table), label)


def _stamped(team: Team, column: Column, kind: ColumnKind, now: datetime) -> tuple[Edit, ...]:
    """The edits that make the times of a column's cards true when it becomes another kind."""
    edits: list[Edit] = []
    for (number, _), cards in team.index.cells.items():
        for _, id in cards if number == column.id else ():
            task = team.task(id)
            edits += changed(task, "", on_entering(kind, task.column_since or now, task)).edits
    return tuple(edits)
