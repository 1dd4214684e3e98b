"""What another program wrote into team.json, as a change like anybody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from pydantic import ValidationError

from store.change import Change, Edit, difference
from store.errors import Refused
from store.log.state import META_TABLE
from store.models import TABLES, ColumnKind, Fields, Raw
from store.team import Team

AUTHOR = "team.json"
"""Who made a change that was found in the file."""
_ARCHIVE_INSTEAD = {"tasks"}
"""Tables whose documents are put away when another program deletes them: nothing is deleted for good."""

Tables = Mapping[str, Mapping[int, Raw]]


def read_tables(content: bytes) -> Tables:
    """The tables of a TinyDB file, without Tagwerk's own notes.

    Raises:
        Refused: it is not a TinyDB file.
    """
    try:
        raw = orjson.loads(content)
        return {
            name: {int(id): document for id, document in table.items()}
            for name, table in raw.items()
            if name != META_TABLE
        }
    except (orjson.JSONDecodeError, AttributeError, ValueError, TypeError) as error:
        raise Refused(f"This is not a TinyDB file: {error}.") from error


def foreign_change(base: Team, written: Tables, now: datetime) -> tuple[Change, tuple[str, ...]]:
    """What `written` changes against `base`, and a sentence for each document that cannot be taken.

    New documents get a negative number: the one that the other program chose may be taken by now.
    """
    edits: list[Edit] = []
    problems: list[str] = []
    for table in sorted({*base.tables, *written}):
        old, new = base.tables.get(table, {}), written.get(table, {})
        for id in sorted({*old, *new}):
            try:
                edits += _compare(base, table, id, old.get(id), new.get(id), now)
            except (ValidationError, Refused, TypeError, ValueError) as error:
                problems.append(f"{table} #{id} was not taken: {_reason(error)}")
    label = "edited team.json with another program"
    return Change(tuple(edits), label, AUTHOR, now), tuple(problems)


def _compare(
    base: Team, table: str, id: int, old: Raw | None, new: Raw | None, now: datetime
) -> tuple[Edit, ...]:
    if old == new:
        return ()
    if new is None:
        assert old is not None
        if table not in _ARCHIVE_INSTEAD:
            return (Edit(table, id, old, None),)
        if old.get("archived_at"):
            return ()
        return difference(table, id, old, {**old, "archived_at": now.astimezone(UTC).isoformat()})
    checked = _checked(base, table, id, new)
    return (Edit(table, -id, None, checked),) if old is None else difference(table, id, old, checked)


def _checked(base: Team, table: str, id: int, new: Raw) -> Raw:
    if not isinstance(new, dict):
        raise Refused("it is not a document")
    kind = TABLES.get(table)
    if kind is None:
        return new
    completed: Fields = dict(new)
    if table == "tasks" and "column" not in completed:
        completed["column"] = next((c.id for c in base.columns if c.kind is ColumnKind.QUEUE), 1)
    return kind.model_validate({**completed, "id": id}).raw()


def _reason(error: Exception) -> Any:
    if isinstance(error, ValidationError):
        problem = error.errors()[0]
        return f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
    return str(error)
