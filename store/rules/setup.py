"""Who is in the team, which roles and columns it has, and what it has agreed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from store.absences.holidays import as_calendars
from store.change import Change, Edit, combine
from store.errors import NotFound, Refused
from store.models import SETTINGS_ID, Column, ColumnKind, Member, Raw, Role, Settings
from store.rules.arranging import (
    at,
    at_the_end,
    edited,
    free_colour,
    labelled,
    moved,
    refuse_taken,
    refuse_unknown_colour,
)
from store.rules.board import free_number, live_column, live_role, refuse_occupied, refuse_strangers
from store.rules.links import refuse_role_circle
from store.rules.read_states import mark_all_read
from store.rules.role_lines import take_up, write_lines
from store.rules.shares import share_parts
from store.rules.stamps import on_entering
from store.rules.valid import called, changed, valid
from store.rules.words import listed, quoted
from store.team import Team

_OWN = {
    "birthday": "which day the birthday is",
    "pronouns": "which pronouns are right",
    "spoken": "how the name is spoken",
    "holidays": "which holidays are kept",
}
"""What of a person only she says."""


def add_member(team: Team, login: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """Take a person into the team. What was posted before counts as read; what it asks for is owed.

    `shares` are percent by the number of a role.

    Raises:
        NotFound: a role that is named does not exist.
        Refused: the login is taken, or a value does not fit its field.
    """
    number = free_number(team, "members", id)
    shares = fields.pop("shares", None)
    _read_calendars(fields)
    member = valid(Member, {**fields, "login": login, "id": number})
    for other in team.all(Member):
        if other.login.casefold() == member.login.casefold():
            what = "was in the team before; bring them back" if other.left_at else "is in the team already"
            raise Refused(f"{quoted(other.login)} {what}.")
    for role in member.roles:
        live_role(team, role)
    if shares:
        member = valid(Member, {**member.raw(), "id": number, "shares": share_parts(team, member, shares)})
    label = f"added {member.display_name} to the team"
    added = Change.insert("members", member, label, number)
    seen = mark_all_read(team.apply(added), member.login, now)
    return combine([added, seen], label).signed(by, now)


def edit_member(team: Team, login: str, by: str, now: datetime, **fields: Any) -> Change:
    """Change what is known about a person; `left_at` says that the person left, `None` brings them back.

    The login stays: what was done is recorded under it. `shares` are percent by the number of a role; that of
    a role which is taken away goes with it.

    Raises:
        NotFound: there is no such person, or a role that is named does not exist.
        Refused: a value does not fit its field, or is one that only the person herself says.
    """
    member = next((m for m in team.all(Member) if m.login == login), None)
    if member is None:
        refuse_strangers(team, [login])
        raise NotFound(f"Nobody in the team is called {quoted(login)}.")
    shares = fields.pop("shares", None)
    _read_calendars(fields)
    change = changed(member, "", fields)
    _refuse_others_own(member, change, by)
    roles = member.roles
    for edit in change.edits:
        roles = (edit.after or {}).get("roles", roles) or []
        for role in roles:
            if role not in member.roles:
                live_role(team, role)
    if shares is not None:
        fields["shares"] = share_parts(team, replace(member, roles=roles), shares)
    elif roles != member.roles:
        fields["shares"] = [share.raw() for share in member.shares if share.role in roles]
    if "shares" in fields:
        change = changed(member, "", fields)
    return labelled(change, member.display_name, by, now)


def _refuse_others_own(member: Member, change: Change, by: str) -> None:
    """What somebody has said of herself, nobody else says: that holds for leads too."""
    if by == member.login:
        return
    for edit in change.edits:
        for name, called_so in _OWN.items():
            if name in (edit.after or {}):
                raise Refused(
                    f"Only {member.display_name} says {called_so}: the tab Days of the Culture screen "
                    "and “tagwerk member edit” do it for oneself."
                )


def add_role(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new role behind the others, in a colour that none of them has where one is left.

    `responsibilities` are lines, each of which becomes a document.

    Raises:
        NotFound: its lead or deputy is not in the team.
        Refused: the name is taken, or a value does not fit its field.
    """
    number = free_number(team, "roles", id)
    lines = fields.pop("responsibilities", ())
    position, moved_aside = at_the_end("roles", team.roles, number)
    colours = {"colour": free_colour(team.roles)}
    role = valid(Role, {**colours, **fields, "name": name, "id": number, "position": position})
    refuse_taken(team.roles, role.id, role.name)
    _refuse_bad_role(team, number, role.raw())
    label = f"added the role {quoted(role.name)}"
    added = Change.insert("roles", role, label, number)
    change = replace(added, edits=added.edits + moved_aside)
    answers = write_lines(team.apply(change), role, lines, now)
    return combine([change, answers], label).signed(by, now)


def edit_role(team: Team, role_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change a role; `archived_at` puts it away, `None` brings it back.

    `responsibilities` are all the lines that it answers for; see `store.rules.role_lines`. What is left of
    them in the form of format 1 becomes documents in the same step.

    Raises:
        NotFound: there is no such role, or its lead, its deputy or the role above it is not there.
        Refused: the name is taken, a value does not fit its field, cards stand in what is to be archived, or
            it would answer to itself.
    """
    role = team.role(role_id)
    lines = fields.pop("responsibilities", None)
    change = edited(team.roles, role, fields)
    after = change.edits[0].after if change else None
    _refuse_bad_role(team, role_id, after or {})
    if after and after.get("archived_at"):
        refuse_occupied(team, role)
    answers = write_lines(team, role, lines, now) if lines is not None else Change()
    what = f"the role {quoted(role.name)}"
    if not answers:
        label = _seat(team, role, after or {}) or labelled(change, what, by, now).label
        return combine([change, take_up(team, role) if change else change], label).signed(by, now)
    names = listed([*map(called, after or ()), called("responsibilities")])
    return combine([change, answers], f"changed the {names} of {what}").signed(by, now)


def _seat(team: Team, role: Role, after: Mapping[str, Any]) -> str:
    """What is said where only the lead or the deputy is another one; empty: more was changed."""
    seat = next(iter(after), "")
    if len(after) != 1 or seat not in ("lead", "deputy"):
        return ""
    if not after[seat]:
        return f"left {quoted(role.name)} without a {seat}"
    return f"made {team.name_of(after[seat])} the {seat} of {quoted(role.name)}"


def move_role(team: Team, role_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a role among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such role, or it is archived.
    """
    role = live_role(team, role_id)
    name = role.name if role else ""
    return moved("roles", team.roles, role_id, offset, f"moved the role {quoted(name)}").signed(by, now)


def add_column(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new column: to the right of the others, but for those at the end in which work is finished.

    One that is itself for finished work stands behind those.

    Raises:
        Refused: the name is taken, or a value does not fit its field.
    """
    number = free_number(team, "columns", id)
    column = valid(Column, {**fields, "name": name, "id": number})
    refuse_taken(team.columns, column.id, column.name)
    position, moved_aside = at("columns", team.columns, _place_for(team, column), number)
    column = replace(column, position=position)
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
    change = edited(team.columns, column, fields)
    after = change.edits[0].after if change else None
    if after and after.get("archived_at"):
        refuse_occupied(team, column)
        if len(team.columns) == 1:
            raise Refused(f"{column.name} is the only column; add another before it is archived.")
    change = labelled(change, f"the column {quoted(column.name)}", by, now)
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
    return moved("columns", team.columns, column_id, offset, label).signed(by, now)


def edit_settings(team: Team, by: str, now: datetime, **fields: Any) -> Change:
    """Change what the team has agreed on.

    Raises:
        Refused: a value does not fit its field, or the team would never work.
    """
    if "working_days" in fields:
        fields["working_days"] = _week(fields["working_days"])
    _read_calendars(fields)
    change = changed(team.settings, "", fields)
    signed = labelled(change, "the settings", by, now)
    if not change or team.find(Settings, SETTINGS_ID):
        return signed
    first = Change.insert("settings", valid(Settings, {**fields, "id": SETTINGS_ID}), id=SETTINGS_ID)
    return first.signed(by, now, signed.label)


def _place_for(team: Team, column: Column) -> int:
    """How many columns are to the left of a new one."""
    kinds = [other.kind for other in team.columns]
    if column.kind is not ColumnKind.DONE:
        while kinds and kinds[-1] is ColumnKind.DONE:
            kinds.pop()
    # Where there is nothing but finished work, it stands at the end as well.
    return len(kinds) or len(team.columns)


def _read_calendars(fields: dict[str, Any]) -> None:
    """Refuse calendars of holidays that are not known: they would be kept, and nobody would be off."""
    if fields.get("holidays"):
        fields["holidays"] = as_calendars(fields["holidays"])


def _week(days: Any) -> Any:
    """Each day once, from Monday on; what cannot be sorted is refused by the model."""
    if not days:
        raise Refused("The team works on one day of the week at least.")
    is_plain = isinstance(days, Sequence) and all(isinstance(day, int) for day in days)
    return sorted(set(days)) if is_plain else days


def _refuse_bad_role(team: Team, id: int, fields: Raw) -> None:
    refuse_strangers(team, [fields[name] for name in ("lead", "deputy") if fields.get(name)])
    refuse_unknown_colour(fields)
    if (above := fields.get("above")) is not None:
        live_role(team, above)
        refuse_role_circle(team, id, above)


def _stamped(team: Team, column: Column, kind: ColumnKind, now: datetime) -> tuple[Edit, ...]:
    """The edits that make the times of a column's cards true when it becomes another kind."""
    edits: list[Edit] = []
    for (number, _), cards in team.index.cells.items():
        for _, id in cards if number == column.id else ():
            task = team.task(id)
            edits += changed(task, "", on_entering(kind, task.column_since or now, task)).edits
    return tuple(edits)
