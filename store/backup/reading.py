"""Reading a backup, or any TinyDB file that is to be brought back from."""

from __future__ import annotations

import io
from pathlib import Path

from store.errors import NotFound, Refused
from store.log.disk import Disk, explain
from store.publish import read_tables
from store.publish.file import MAX_BYTES
from store.publish.foreign import Tables

_GZIP = b"\x1f\x8b"


def read_file(disk: Disk, path: Path) -> Tables:
    """The tables of a TinyDB file, compressed or not, by name and number.

    Raises:
        NotFound: there is no such file.
        Refused: it is not a TinyDB file, damaged, or larger than anything that Tagwerk writes.
        StorageError: it cannot be read.
    """
    try:
        # A pipe would be waited for, and a file that is too large is not read at all: it may be any file.
        is_fit = path.is_file() and disk.signature(path)[1] < MAX_BYTES
        content = disk.read(path) if is_fit or not disk.exists(path) else b""
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise NotFound(
            f"There is no file {path}; “tagwerk backup list” shows the backups that there are."
        ) from None
    except OSError as error:
        raise explain(error, path) from error
    if not content:
        raise Refused(f"{path} is no file, empty, or larger than 1 GB; choose another file.")
    try:
        tables = read_tables(_unpacked(content, path))
    except (Refused, RecursionError) as error:
        raise Refused(f"{path} cannot be brought back from: {error}") from error
    if not tables:
        raise Refused(f"{path} has no documents in it; choose another file.")
    return tables


def _unpacked(content: bytes, path: Path) -> bytes:
    if not content.startswith(_GZIP):
        return content
    # Only here: few programs ever unpack one.
    import gzip
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            unpacked = packed.read(MAX_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"it is damaged ({error}).") from error
    if len(unpacked) == MAX_BYTES:
        raise Refused("what is packed in it is larger than 1 GB.")
    return unpacked
