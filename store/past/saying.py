"""Edits in words: each field before and after, with names where the data has numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from store.change import Edit
from store.models import REFERENCES
from store.models.kinds import kind_of
from store.phrases import quoted
from store.team import Team
from store.text import clean_line

_LONGEST = 60
"""Characters of a value that a line shows."""
_SILENT = {"position", "column_since"}
"""Fields that say nothing to a person."""
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):[0-9.:]*(?:Z|\+00:00)$")
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
            before = edit.before.get(name)
            if name in _SILENT:
                continue
            if _is_of_items(before) or _is_of_items(value):
                yield from (f"{what} {name}: {saying}" for saying in _items(before, value))
                continue
            old, new = (_spoken(team, edit.table, name, v) for v in (before, value))
            yield f"{what} {name.replace('_', ' ')}: {old} → {new}"


def called(team: Team, table: str, id: int) -> str:
    """A document as people call it: `#12`, or `column “Doing”`."""
    if table == "tasks":
        return f"#{id}"
    raw = team.tables.get(table, {}).get(id, {})
    name = raw.get("title") or raw.get("name") or raw.get("login")
    kind = kind_of(table)
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
        if target == "tasks":
            return f"#{value}"
        raw = team.tables.get(target, {}).get(value, {})
        return _cut(str(raw.get("name") or raw.get("title") or value))
    moment = _MOMENT.match(value) if isinstance(value, str) else None
    return f"{moment[1]} {moment[2]} UTC" if moment else _cut(str(value))


def _is_of_items(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _items(before: object, after: object) -> Iterator[str]:
    """What became of the steps of a checklist, or of the milestones of a goal."""
    old, new = _by_id(before), _by_id(after)
    for id in {**old, **new}:
        was, now = old.get(id), new.get(id)
        if now is None:
            yield f"without {_titled(was)}"
        elif was is None:
            yield f"with {_titled(now)}"
        elif _titled(was) != _titled(now):
            yield f"{_titled(was)} → {_titled(now)}"
        elif bool(was.get("done")) != bool(now.get("done")):
            yield f"{_titled(now)} {'ticked' if now.get('done') else 'not ticked'}"
        elif was != now:
            yield f"{_titled(now)} changed"
    if list(old) != list(new) and old.keys() == new.keys():
        yield "in another order"


def _by_id(value: object) -> dict[str, Mapping[str, object]]:
    items = value if isinstance(value, list) else []
    return {str(item.get("id", place)): item for place, item in enumerate(items) if isinstance(item, Mapping)}


def _titled(item: Mapping[str, object] | None) -> str:
    item = item or {}
    return quoted(item.get("text") or item.get("title") or item.get("id", ""))


def _cut(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
