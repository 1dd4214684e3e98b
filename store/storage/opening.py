"""Finding the log behind a file, or making it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import orjson

from store.errors import NotFound, Refused
from store.log.disk import Disk, explain
from store.log.layout import Format, data_folder
from store.publish import foreign_change
from store.setup import create_team
from store.storage.shape import Tables, tables_of
from store.team import Team


def log_folder(file: Path, create_dirs: bool, may_make: bool, disk: Disk, now: datetime) -> Path:
    """The folder of the log behind a file.

    Where there is none, it is made from the file's content; the file as it was is kept beside it.

    Raises:
        FileNotFoundError: there is no such folder, or no such file and none may be made.
        Refused: the file is not a TinyDB file, or its tables do not fit.
        StorageError: the folder cannot be used.
    """
    data = data_folder(file.parent, file.name)
    try:
        Format.read(disk, data)
    except NotFound:
        if not may_make:
            raise FileNotFoundError(2, "There is no shared database", str(file)) from None
        if not create_dirs and not file.parent.is_dir():
            raise FileNotFoundError(2, "There is no such folder", str(file.parent)) from None
        content = _content(file, disk)
        try:
            create_team(file.parent, _genesis(content, file, now), disk=disk, name=file.name)
        except Refused:
            # Somebody else is quicker, which is just as well, unless there still is no team.
            if not _is_team(data, disk):
                raise
    return data


def _is_team(data: Path, disk: Disk) -> bool:
    try:
        Format.read(disk, data)
    except NotFound:
        return False
    return True


def _content(file: Path, disk: Disk) -> bytes:
    try:
        return disk.read(file)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise explain(error, file) from error


def _genesis(content: bytes, file: Path, now: datetime) -> Tables:
    """The tables of a plain TinyDB file."""
    try:
        raw = orjson.loads(content) if content else {}
    except orjson.JSONDecodeError as error:
        raise Refused(f"{file} is not a TinyDB file: {error}.") from error
    if not isinstance(raw, dict):
        raise Refused(f"{file} is not a TinyDB file.")
    change, problems = foreign_change(Team(), tables_of(raw, {}), now)
    if problems:
        raise Refused(f"{file} cannot be shared: {problems[0]}.")
    change = change.renumbered({(edit.table, edit.id): -edit.id for edit in change.edits})
    return {name: dict(documents) for name, documents in Team().apply(change).tables.items()}
