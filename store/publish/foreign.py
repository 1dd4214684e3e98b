"""What another program wrote into team.json, as a change like anybody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import orjson

from store.change import Change, Edit, difference, patched
from store.errors import Clash, FieldClash, Refused
from store.log.record import to_json
from store.log.state import META_TABLE
from store.models import TABLES, ColumnKind, Fields, Raw, Unfit
from store.team import Team
from store.text import clean_line

AUTHOR = "team.json"
"""Who made a change that was found in the file."""
_ARCHIVE_INSTEAD = {"tasks"}
"""Tables whose documents are put away when another program deletes them: nothing is deleted for good."""

_ABSENT = object()

_NEVER_EMPTY = {"members", "columns", "settings"}
"""Tables without which nobody could work: a program that empties one has made a mistake."""
_DIGITS = 15
"""No number of a document has more: beyond that programs begin to round."""

Tables = Mapping[str, Mapping[int, Raw]]


def read_tables(content: bytes) -> Tables:
    """The tables of a TinyDB file, without Tagwerk's own notes.

    Raises:
        Refused: it is not a TinyDB file.
    """
    try:
        raw = orjson.loads(content)
        return {
            name: {_number(name, id): document for id, document in table.items()}
            for name, table in raw.items()
            if name != META_TABLE
        }
    except (orjson.JSONDecodeError, AttributeError, TypeError) as error:
        raise Refused(f"This is not a TinyDB file: {error}.") from error


def _number(table: str, id: str) -> int:
    if not (id.isascii() and id.isdigit() and len(id) <= _DIGITS and int(id) > 0 and id[0] != "0"):
        raise Refused(f"“{clean_line(id)[:40]}” in {clean_line(table)[:40]} is not the number of a document")
    return int(id)


def foreign_change(base: Team, written: Tables, now: datetime) -> tuple[Change, tuple[str, ...]]:
    """What `written` changes against `base`, and a sentence for each document that cannot be taken.

    New documents get a negative number, also where others refer to them: the one that the other program
    chose may be taken by now.

    Raises:
        Refused: a table that is needed was emptied.
    """
    edits: list[Edit] = []
    problems: list[str] = []
    for table in sorted({*base.tables, *written}):
        old, new = base.tables.get(table, {}), written.get(table, {})
        if table in _NEVER_EMPTY and old and not new:
            raise Refused(f"it has no {table} any more")
        for id in sorted({*old, *new}):
            try:
                if id in new and not isinstance(new[id], dict):
                    raise Refused("it is not a document")
                edits += _compare(base, table, id, old.get(id), new.get(id), now)
            except (Refused, TypeError, ValueError) as error:
                problems.append(f"{table} #{id} was not taken: {_reason(error)}")
    label = "edited team.json with another program"
    new_ones = {(edit.table, -edit.id): edit.id for edit in edits if edit.before is None and edit.id < 0}
    return Change(tuple(edits), label, AUTHOR, now).renumbered(new_ones), tuple(problems)


def on_top(change: Change, tables: Tables) -> Change:
    """The change with every document that it replaces as a whole merged with what others did to it.

    Raises:
        Clash: the same field was changed differently on both sides.
        Refused: a document in it is gone.
    """
    replaced = {(e.table, e.id): e.after for e in change.edits if e.before is None and e.id > 0}
    edits: list[Edit] = []
    for edit in change.edits:
        mine = replaced.get((edit.table, edit.id))
        if mine is None:
            edits.append(edit)
        elif edit.before is not None:
            theirs = tables.get(edit.table, {}).get(edit.id)
            if theirs is None:
                raise Refused(f"#{edit.id} in {edit.table} was removed meanwhile.")
            edits.append(Edit(edit.table, edit.id, theirs, None))
            edits.append(Edit(edit.table, edit.id, None, _merged(edit, mine, theirs)))
    return replace(change, edits=tuple(edits))


def _merged(removal: Edit, mine: Raw, theirs: Raw) -> Raw:
    """Field by field, where `None` is a value like any other."""
    base = removal.before or {}
    merged: Fields = dict(theirs)
    for name in {**base, **mine}:
        was, want, have = base.get(name, _ABSENT), mine.get(name, _ABSENT), theirs.get(name, _ABSENT)
        if _same(was, want) or _same(want, have):
            continue
        if not _same(was, have):
            values = (None if v is _ABSENT else v for v in (was, want, have))
            raise Clash([FieldClash(removal.table, removal.id, name, *values)])
        merged.pop(name, None)
        if want is not _ABSENT:
            merged[name] = want
    return merged


def _same(one: object, other: object) -> bool:
    if one is _ABSENT or other is _ABSENT:
        return one is other
    return to_json(one) == to_json(other)


def _compare(
    base: Team, table: str, id: int, old: Raw | None, new: Raw | None, now: datetime
) -> tuple[Edit, ...]:
    if old is not None and new is not None and to_json(old) == to_json(new):
        return ()
    if new is None:
        assert old is not None
        if table not in _ARCHIVE_INSTEAD:
            return (Edit(table, id, old, None),)
        if old.get("archived_at"):
            return ()
        return difference(table, id, old, {**old, "archived_at": now.astimezone(UTC).isoformat()})
    checked = _checked(base, table, id, new)
    if old is None:
        return (Edit(table, -id, None, checked),)
    if table not in TABLES:
        return _exactly(table, id, old, checked)
    # Only what the other program changed: a field that it left alone is not put into today's form.
    touched = {name for name in {**old, **new} if old.get(name) != new.get(name)}
    kept = {name: value for name, value in old.items() if name not in touched}
    return difference(table, id, old, {**kept, **{n: v for n, v in checked.items() if n in touched}})


def _exactly(table: str, id: int, old: Raw, new: Raw) -> tuple[Edit, ...]:
    """The difference of documents that are not ours, to the last `None`."""
    edits = difference(table, id, old, new)
    made = patched(old, edits[0].after or {}) if edits else old
    if to_json(made) == to_json(new):
        return edits
    # An edit by field cannot tell `None` from a field that is not there, nor 1 from `true`.
    return (Edit(table, id, old, None), Edit(table, id, None, new))


def _checked(base: Team, table: str, id: int, new: Raw) -> Raw:
    kind = TABLES.get(table)
    if kind is None:
        return new
    completed: Fields = dict(new)
    if table == "tasks" and "column" not in completed:
        completed["column"] = next((c.id for c in base.columns if c.kind is ColumnKind.QUEUE), 1)
    return kind.checked({**completed, "id": id}).raw()


def _reason(error: Exception) -> str:
    if isinstance(error, Unfit):
        problem = error.problems[0]
        return f"{'.'.join(map(str, problem.path))}: {problem.words}"
    return str(error)
