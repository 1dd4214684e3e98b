"""Edits in words: each field before and after, with names where the data has numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.change import Edit
from store.models import REFERENCES
from store.phrases import quoted
from store.team import Team
from store.text import clean_line

_LONGEST = 60
"""Characters of a value that a line shows."""
_SILENT = {"position", "column_since"}
"""Fields that say nothing to a person."""
_NAMES = ("title", "name", "login", "text")


def sayings(team: Team, edit: Edit) -> Iterator[str]:
    """A line for each thing that an edit does; none where nobody would see it."""
    what = called(team, edit.table, edit.id)
    if edit.before is None:
        yield f"{what} is new{_named(edit.after or {})}"
    elif edit.after is None:
        yield f"{what} was removed{_named(edit.before)}"
    else:
        for name, value in edit.after.items():
            if name not in _SILENT:
                before = _spoken(team, edit.table, name, edit.before.get(name))
                yield f"{what} {name.replace('_', ' ')}: {before} → {_spoken(team, edit.table, name, value)}"


def called(team: Team, table: str, id: int) -> str:
    """A document as people call it: `#12`, or `column “Doing”`."""
    if table == "tasks":
        return f"#{id}"
    raw = team.tables.get(table, {}).get(id, {})
    name = raw.get("title") or raw.get("name") or raw.get("login")
    kind = clean_line(table).removesuffix("s").replace("_", " ")
    return kind if table == "settings" else f"{kind} {quoted(name) if name else id}"


def _named(fields: Mapping[str, object]) -> str:
    name = next((fields[field] for field in _NAMES if fields.get(field)), None)
    return f": {quoted(name, _LONGEST)}" if name else ""


def _spoken(team: Team, table: str, field: str, value: object) -> str:
    """A value on one line, not too long."""
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, list):
        return _cut(", ".join(_spoken(team, table, field, item) for item in value))
    target = REFERENCES.get(table, {}).get(field)
    if target and isinstance(value, int):
        name = team.tables.get(target, {}).get(value, {}).get("name")
        return _cut(str(name)) if name else f"#{value}" if target == "tasks" else str(value)
    if isinstance(value, Mapping):
        value = value.get("text") or value.get("title") or value
    return _cut(str(value))


def _cut(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
