"""What stands in team.json: writing it down, and telling whose work a file is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

import orjson

from store.log.state import META_TABLE, State


class Sight(Enum):
    """What team.json turned out to be."""

    OURS = "ours"
    """As one of us published it."""
    MISSING = "missing"
    CHANGED = "changed"
    """Published by one of us, then edited by another program."""
    STRANGE = "strange"
    """A whole TinyDB file, but not on the basis of anything that this team published."""
    EMPTY = "empty"
    """No content at all, as a program leaves it that has only opened it."""
    BROKEN = "broken"
    """Not a TinyDB file: torn, or something else."""


@dataclass(frozen=True, slots=True)
class Found:
    """A look at team.json."""

    sight: Sight
    number: int = 0
    """The commit whose state was published last, as far as the file or the note beside it tells."""
    content: bytes = b""
    """What was read, where it was not ours."""


def tables_of(state: State) -> dict[str, Mapping[int, Any]]:
    """The tables that are published, by name."""
    return {name: state.team.tables[name] for name in sorted(state.team.tables) if state.team.tables[name]}


def render(state: State) -> bytes:
    """A whole TinyDB file: one line per document, so that it can be searched and compared."""
    body = _body(tables_of(state))
    notes = {
        "about": "Published by Tagwerk; see its README before writing to this file.",
        "format": state.format,
        "epoch": state.epoch,
        "number": state.number,
        "digest": _digest(body),
    }
    return b'{"%s":{"1":%s}%s}\n' % (META_TABLE.encode(), orjson.dumps(notes), body)


def judge(content: bytes, epoch: str) -> Found:
    """What the content of a team.json is to the team whose history is `epoch`."""
    if not content:
        return Found(Sight.EMPTY)
    try:
        raw = orjson.loads(content)
    except orjson.JSONDecodeError:
        return Found(Sight.BROKEN, 0, content)
    if not isinstance(raw, dict) or not raw:
        return Found(Sight.BROKEN, 0, content)
    notes = _notes(raw)
    number = notes.get("number")
    if notes.get("epoch") != epoch or not isinstance(number, int) or number < 0:
        # Without the notes nobody can tell what was deleted and what was never there.
        return Found(Sight.STRANGE, 0, content)
    try:
        body = _body({name: table for name, table in raw.items() if name != META_TABLE})
    except (TypeError, RecursionError):
        # Nested deeper than anything that we could store again.
        return Found(Sight.BROKEN, 0, content)
    if notes.get("digest") == _digest(body):
        return Found(Sight.OURS, number)
    return Found(Sight.CHANGED, number, content)


def _notes(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = raw.get(META_TABLE)
    notes = meta.get("1") if isinstance(meta, dict) else None
    return notes if isinstance(notes, dict) else {}


def _body(tables: Mapping[str, Any]) -> bytes:
    parts = []
    for name in sorted(tables):
        table = tables[name]
        if isinstance(table, Mapping):
            lines = (
                b'"%s":%s' % (str(id).encode(), _dump(table[id])) for id in sorted(table, key=_as_number)
            )
            parts.append(b",\n%s:{\n%s}" % (_dump(name), b",\n".join(lines)))
        else:
            parts.append(b",\n%s:%s" % (_dump(name), _dump(table)))
    return b"".join(parts)


def _as_number(id: object) -> tuple[int, str]:
    # By length first: the order of the numbers, without reading what somebody may have put in their place.
    text = str(id)
    return len(text), text


def _dump(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()[:32]
