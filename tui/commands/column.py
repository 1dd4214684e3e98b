"""`tagwerk column`: the board's columns."""

from __future__ import annotations

from store.models import Column
from store.rules import setup
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done, given, offset
from tui.commands.session import Session, session
from tui.commands.team_shapes import column_shape
from tui.commands.texts import text_or_input
from tui.commands.values import Move
from tui.settings.looks import KINDS, in_one_line


def everything(call: Call) -> Grid:
    """The columns from left to right.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        rows = [
            [
                column.name,
                KINDS[column.kind],
                f"{team.count(column.id)}/{column.wip_limit}"
                if column.wip_limit
                else str(team.count(column.id)),
                in_one_line(column.policy),
            ]
            for column in team.columns
        ]
        content = {"columns": [column_shape(team, column) for column in team.columns]}
        return Grid(
            rows, (8, 8, 0, 10), content, "There are no columns yet; “tagwerk column add NAME” adds one."
        )


def add(call: Call, *, name: str, kind: str | None, limit: int | None, policy: str | None) -> Said:
    """Add a column to the right of the others.

    Raises:
        Refused: the person leads no role, the name is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = given({"kind": kind, "wip_limit": limit, "policy": _policy(call, policy)})
        change = setup.add_column(opened.team, name, opened.lead, opened.now, **fields)
        return done(opened, change, lambda numbers: _content(opened, numbers["columns", -1]))


def edit(
    call: Call, *, place: str, name: str | None, kind: str | None, limit: int | None, policy: str | None
) -> Said:
    """Change a column.

    Raises:
        Refused: the person leads no role, there is no such column, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = finding.column(opened.team, place).id
        fields = given({"name": name, "kind": kind, "wip_limit": limit, "policy": _policy(call, policy)})
        change = setup.edit_column(opened.team, id, opened.lead, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened, id))


def move(call: Call, *, place: str, where: Move) -> Said:
    """Move a column among the others.

    Raises:
        Refused: the person leads no role, or there is no such column.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = finding.column(opened.team, place).id
        by = offset(opened.team.columns, id, where)
        change = setup.move_column(opened.team, id, by, opened.lead, opened.now)
        return done(opened, change, lambda _: _content(opened, id))


def archive(call: Call, *, place: str) -> Said:
    """Put a column away in which no card stands.

    Raises:
        Refused: the person leads no role, there is no such column, or cards stand in it.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = finding.column(opened.team, place).id
        change = setup.edit_column(opened.team, id, opened.lead, opened.now, archived_at=opened.now)
        return done(opened, change, lambda _: _content(opened, id))


def restore(call: Call, *, place: str) -> Said:
    """Bring a column back.

    Raises:
        Refused: the person leads no role, no such column is archived, or its name is taken.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        id = finding.archived(opened.team, Column, place).id
        change = setup.edit_column(opened.team, id, opened.lead, opened.now, archived_at=None)
        return done(opened, change, lambda _: _content(opened, id))


def _policy(call: Call, given: str | None) -> str | None:
    return text_or_input(call, given) if given is not None else None


def _content(opened: Session, id: int) -> Json:
    return {"column": column_shape(opened.team, opened.team.column(id))}
