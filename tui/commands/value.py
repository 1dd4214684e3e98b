"""`tagwerk value`: what the team holds dear."""

from __future__ import annotations

from collections.abc import Iterator

from store.culture.values import values
from store.models import Fields, Value
from store.rules import values as rules
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done, offset
from tui.commands.culture_shapes import value_shape, values_shape
from tui.commands.session import session
from tui.commands.texts import text_or_input
from tui.commands.values import Move


def everything(call: Call) -> Grid:
    """The values in their order, each with what it looks like.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        rows = [row for value in values(team) for row in _rows(value)]
        nothing = (
            "The team has no values yet; “tagwerk value ready” takes some to begin with, "
            "“tagwerk value add NAME” one of your own."
        )
        return Grid(rows, (0, 16), {"values": values_shape(team)}, nothing)


def add(call: Call, *, name: list[str], about: str | None, practice: list[str] | None) -> Said:
    """Add a value behind the others.

    Raises:
        Refused: the person leads no role, the name is taken, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _fields(call, None, about, practice)
        change = rules.add(opened.team, " ".join(name), opened.person, opened.now, **fields)
        return done(opened, change, lambda numbers: _content(opened.team, numbers["values", -1]))


def ready(call: Call) -> Said:
    """Take the ready-made values, to change them into one's own.

    Raises:
        Refused: the person leads no role, or all of them are there.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = rules.take_ready(opened.team, opened.person, opened.now)
        return done(opened, change, lambda _: {"values": values_shape(opened.team)})


def edit(call: Call, *, value: str, name: str | None, about: str | None, practice: list[str] | None) -> Said:
    """Change a value.

    Raises:
        Refused: the person leads no role, there is no such value, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        old = finding.value(opened.team, value)
        fields = _fields(call, name, about, practice)
        change = rules.edit(opened.team, old.id, opened.person, opened.now, **fields)
        return done(opened, change, lambda _: _content(opened.team, old.id))


def move(call: Call, *, value: str, where: Move) -> Said:
    """Move a value among the others.

    Raises:
        Refused: the person leads no role, or there is no such value.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, old = opened.team, finding.value(opened.team, value)
        change = rules.move(team, old.id, offset(values(team), old.id, where), opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, old.id))


def archive(call: Call, *, value: str) -> Said:
    """Put a value away.

    Raises:
        Refused: the person leads no role, or there is no such value.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        old = finding.value(opened.team, value)
        change = rules.archive(opened.team, old.id, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, old.id))


def restore(call: Call, *, value: str) -> Said:
    """Bring a value back.

    Raises:
        Refused: the person leads no role, no such value is archived, or its name is taken.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        old = finding.archived(opened.team, Value, value)
        change = rules.restore(opened.team, old.id, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, old.id))


def _rows(value: Value) -> Iterator[list[str]]:
    yield [str(value.id), value.name]
    for line in (*value.about.splitlines(), *(f"- {one}" for one in value.practice)):
        yield ["", f"  {line}"]


def _fields(call: Call, name: str | None, about: str | None, practice: list[str] | None) -> Fields:
    """What was given; `none` empties it."""
    fields: Fields = {} if name is None else {"name": name}
    if about is not None:
        fields["about"] = "" if about.casefold() == "none" else text_or_input(call, about)
    if practice is not None:
        fields["practice"] = [] if practice == ["none"] else practice
    return fields


def _content(team: Team, number: int) -> Json:
    return {"value": value_shape(rules.value_numbered(team, number))}
