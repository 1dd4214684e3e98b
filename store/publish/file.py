"""Writing team.json, and seeing whether somebody else wrote it."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from store.log.disk import Disk, explain
from store.log.record import FORMAT
from store.log.state import META_TABLE, State

MAX_BYTES = 1_000_000_000
"""A team.json larger than this was not written by us and is not read."""


class Sight(Enum):
    """What team.json turned out to be."""

    OURS = "ours"
    """As one of us published it."""
    MISSING = "missing"
    CHANGED = "changed"
    """Whole, but edited by another program."""
    BROKEN = "broken"
    """Not a TinyDB file: torn, empty, or something else."""


@dataclass(frozen=True, slots=True)
class Found:
    """A look at team.json."""

    sight: Sight
    number: int = 0
    """The commit whose state was published last, as far as the file or the note beside it tells."""
    content: bytes = b""
    """What was read, where it was not ours."""


class Publisher:
    """Publishes one team's states into one file. Raises `StorageError` when the place cannot be used."""

    def __init__(self, file: Path, root: Path, disk: Disk | None = None, owner: str = "tagwerk") -> None:
        self.file = file
        self._disk = disk or Disk()
        self._note = root / "published"
        self._scratch = root / "tmp"
        self._owner = owner
        self._count = 0

    def look(self) -> Found:
        """What team.json is now; reads the file itself only when its size or time is not as published."""
        note = self._read_note()
        number = int(note.get("number", 0))
        try:
            _, size, modified = self._disk.signature(self.file)
            if (size, modified) == (note.get("size"), note.get("modified")):
                return Found(Sight.OURS, number)
            if size > MAX_BYTES:
                return Found(Sight.BROKEN, number)
            return judge(self._disk.read(self.file), number)
        except FileNotFoundError:
            return Found(Sight.MISSING, number)
        except OSError as error:
            raise explain(error, self.file) from error

    def publish(self, state: State, seen: Found) -> Found | None:
        """Replace team.json by this state, in one step.

        Returns what another program wrote into it since it was `seen`, if anything: that was displaced and
        has to be merged.
        """
        content = render(state)
        temporary, displaced = self._temporary("team"), self._temporary("displaced")
        try:
            self._disk.write_new(temporary, content)
            with contextlib.suppress(OSError):
                # A second name for the file that is about to go, to look at it afterwards.
                self._disk.link(self.file, displaced)
            self._disk.rename(temporary, self.file)
            self._write_note(state.number, content)
            self._disk.sync_folder(self.file.parent)
            return self._check_displaced(displaced, seen)
        except OSError as error:
            raise explain(error, self.file) from error
        finally:
            for path in (temporary, displaced):
                with contextlib.suppress(OSError):
                    self._disk.remove(path)

    def keep_aside(self, content: bytes, why: str, now: datetime) -> Path:
        """Keep what was found under a name that says why and when; the name."""
        path = self.file.with_name(f"{self.file.name}.{why}-{now:%Y-%m-%dT%H%M%S}")
        try:
            if content:
                self._disk.write_new(path, content)
            else:
                self._disk.rename(self.file, path)
        except FileExistsError:
            return path
        except OSError as error:
            raise explain(error, path) from error
        return path

    def _check_displaced(self, displaced: Path, seen: Found) -> Found | None:
        """What another program wrote between our look and our replacing the file."""
        with contextlib.suppress(OSError):
            content = self._disk.read(displaced)
            found = judge(content, seen.number)
            return found if found.sight is Sight.CHANGED and content != seen.content else None
        return None

    def _temporary(self, kind: str) -> Path:
        self._count += 1
        return self._scratch / f"{self._owner}-{kind}-{self._count}"

    def _read_note(self) -> Mapping[str, Any]:
        try:
            note = orjson.loads(self._disk.read(self._note))
        except (OSError, orjson.JSONDecodeError):
            return {}
        return note if isinstance(note, dict) else {}

    def _write_note(self, number: int, content: bytes) -> None:
        _, size, modified = self._disk.signature(self.file)
        if size != len(content):
            return  # somebody else has been quicker with a newer one, and writes the note for it
        temporary = self._temporary("note")
        self._disk.write_new(temporary, orjson.dumps({"number": number, "size": size, "modified": modified}))
        self._disk.rename(temporary, self._note)


def tables_of(state: State) -> dict[str, Mapping[int, Any]]:
    """The tables that are published, by name."""
    return {name: state.team.tables[name] for name in sorted(state.team.tables) if state.team.tables[name]}


def render(state: State) -> bytes:
    """A whole TinyDB file: one line per document, so that it can be searched and compared."""
    body = _body(tables_of(state))
    notes = {
        "about": "Published by Tagwerk; see its README before writing to this file.",
        "format": FORMAT,
        "epoch": state.epoch,
        "number": state.number,
        "digest": _digest(body),
    }
    return b'{"%s":{"1":%s}%s}\n' % (META_TABLE.encode(), orjson.dumps(notes), body)


def judge(content: bytes, published: int) -> Found:
    """What the content of a team.json is."""
    try:
        raw = orjson.loads(content)
    except orjson.JSONDecodeError:
        return Found(Sight.BROKEN, published, content)
    if not isinstance(raw, dict) or not raw:
        return Found(Sight.BROKEN, published, content)
    notes = _notes(raw)
    number = notes.get("number", published)
    if isinstance(number, int) and "digest" in notes:
        body = _body({k: v for k, v in raw.items() if k != META_TABLE})
        sight = Sight.OURS if notes["digest"] == _digest(body) else Sight.CHANGED
        return Found(sight, number, content)
    return Found(Sight.CHANGED, published, content)


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
    text = str(id)
    return (int(text), "") if text.isdecimal() else (0, text)


def _dump(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()[:32]
