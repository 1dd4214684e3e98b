"""Writing team.json, and seeing whether somebody else wrote it."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from store.log.disk import Disk, Signature, explain
from store.log.state import State
from store.publish.content import Found, Sight, judge, render
from store.publish.displaced import Displaced

MAX_BYTES = 1_000_000_000
"""A team.json larger than this was not written by us and is not read."""


class Publisher:
    """Publishes one team's states into one file. Raises `StorageError` when the place cannot be used."""

    def __init__(self, file: Path, root: Path, disk: Disk | None = None, owner: str = "tagwerk") -> None:
        self.file = file
        self._disk = disk or Disk()
        self._note = root / "published"
        self._epoch = root.name
        self._scratch = root / "tmp"
        self._owner = owner
        self._count = 0
        self._seen: tuple[Signature, Found] | None = None
        self.displaced = Displaced(self._disk, self._scratch, owner, self._epoch)
        """What others may still write into, although it is not team.json any more."""

    def look(self) -> Found:
        """What team.json is now; reads the file itself only when it is not the one seen or noted before."""
        try:
            signature = self._disk.signature(self.file)
            if self._seen is not None and self._seen[0] == signature:
                return self._seen[1]
            found = self._judged(signature)
        except FileNotFoundError:
            return Found(Sight.MISSING)
        except OSError as error:
            raise explain(error, self.file) from error
        self._seen = signature, found
        return found

    def publish(self, state: State, now: float = 0.0) -> None:
        """Replace team.json by this state, in one step.

        What another program wrote into it since the last look is displaced, not lost: `displaced` shows it.
        """
        content = render(state)
        temporary = self._temporary("team")
        try:
            self._disk.make_folder(self._scratch)
            self._disk.write_new(temporary, content)
            signature = self._disk.signature(temporary)
            self.displaced.keep(self.file, now)
            self._disk.rename(temporary, self.file)
            self._write_note(state.number, signature)
            self._disk.sync_folder(self.file.parent)
        except OSError as error:
            raise explain(error, self.file) from error
        finally:
            with contextlib.suppress(OSError):
                self._disk.remove(temporary)

    def keep_aside(self, content: bytes, why: str, now: datetime) -> Path:
        """Keep what was found under a name that says why and when; the name.

        The same content is kept once, also when two instances find it. Without content the file itself goes.
        """
        stem = f"{self.file.name}.{why}-"
        try:
            for name in self._disk.names(self.file.parent):
                path = self.file.with_name(name)
                if content and name.startswith(stem) and self._disk.read(path) == content:
                    return path
            path = self._free_name(f"{stem}{now:%Y-%m-%dT%H%M%S}")
            if content:
                self._disk.write_new(path, content)
            else:
                self._disk.rename(self.file, path)
        except OSError as error:
            raise explain(error, self.file) from error
        return path

    def age(self) -> float:
        """Seconds since team.json was changed last, by the server's clock."""
        probe = self._temporary("clock")
        try:
            self._disk.write_new(probe, b"")
            return self._disk.modified(probe) - self._disk.modified(self.file)
        except OSError as error:
            raise explain(error, self.file) from error
        finally:
            with contextlib.suppress(OSError):
                self._disk.remove(probe)

    def _judged(self, signature: Signature) -> Found:
        note = self._read_note()
        if note.get("file") == list(signature):
            return Found(Sight.OURS, int(note["number"]))
        if signature[1] > MAX_BYTES:
            return Found(Sight.BROKEN)
        return judge(self._disk.read(self.file), self._epoch)

    def _free_name(self, name: str) -> Path:
        path, count = self.file.with_name(name), 1
        while self._disk.exists(path):
            count += 1
            path = self.file.with_name(f"{name}-{count}")
        return path

    def _temporary(self, kind: str) -> Path:
        self._count += 1
        return self._scratch / f"{self._owner}-{kind}-{self._count}"

    def _read_note(self) -> Mapping[str, Any]:
        try:
            note = orjson.loads(self._disk.read(self._note))
        except (OSError, orjson.JSONDecodeError):
            return {}
        return note if isinstance(note, dict) and isinstance(note.get("number"), int) else {}

    def _write_note(self, number: int, signature: Signature) -> None:
        """Tell the others what we published, so that they need not read it.

        It is taken from the file before it got its name: if another one is quicker, the note does not fit.
        """
        temporary = self._temporary("note")
        self._disk.write_new(temporary, orjson.dumps({"number": number, "file": signature}))
        self._disk.rename(temporary, self._note)
