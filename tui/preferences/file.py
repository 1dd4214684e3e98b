"""A JSON file that several programs of one person change: each writes what it changed, and nothing else."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from store.errors import StorageError
from tui.preferences.model import Json

FORMAT = 1
"""The newest format that this program knows; it stands in the file as `format`."""
Way = tuple[str, ...]
"""Where in the object a value stands."""
_LONGEST_WAIT = 5.0
"""Seconds to wait for another program that writes just now."""


class SettingsFile:
    """One object of JSON in a file that people may edit, too."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Json]:
        """What stands there; nothing when there is no file.

        Raises:
            StorageError: it cannot be read, is damaged, or a newer program has written it.
        """
        try:
            text = self.path.read_text(encoding="utf-8")
            found = json.loads(text) if text.strip() else {}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StorageError(f"{self.path} cannot be read ({_reason(error)})") from error
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"{self.path} is damaged ({_where(error)})") from error
        if not isinstance(found, dict):
            raise Unreadable(f"{self.path} is damaged (it has to be an object)")
        form = found.get("format", FORMAT)
        if not isinstance(form, int) or form > FORMAT:
            raise StorageError(f"{self.path} was written by a newer Tagwerk")
        return found

    def merge(self, changes: Mapping[Way, Json]) -> None:
        """Change these values and leave all others as they stand there now; `None` takes one away.

        Raises:
            StorageError: it cannot be written, or a newer program has written it.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._locked():
                self._replace(_changed(self._current(), changes))
        except OSError as error:
            raise StorageError(f"{self.path} cannot be written ({_reason(error)})") from error

    @property
    def aside(self) -> Path:
        """Where the file goes when it is damaged: a name that nothing has yet."""
        names = (f"{self.path.name}.damaged{f'-{n}' if n > 1 else ''}" for n in count(1))
        return next(p for name in names if not (p := self.path.with_name(name)).exists())

    def _current(self) -> dict[str, Json]:
        try:
            return self.read()
        except Unreadable:
            # What somebody wrote by hand with one comma too many must not be gone for that.
            self.path.replace(self.aside)
            return {}

    def _replace(self, content: Mapping[str, Json]) -> None:
        # A file that is a link into somebody's dotfiles stays one.
        target = self.path.resolve()
        text = json.dumps({"format": FORMAT, **content}, indent=2, sort_keys=True, ensure_ascii=False)
        fd, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with open(fd, "wb") as file:  # noqa: PTH123 - it is open already
                # Half a sign, as a terminal in another encoding sends it, must not keep the rest back.
                file.write(f"{text}\n".encode(errors="replace"))
                file.flush()
                os.fsync(file.fileno())
                if target.exists():
                    os.fchmod(file.fileno(), stat.S_IMODE(target.stat().st_mode))
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Alone at the file, as far as the file system can promise that."""
        fd = os.open(
            self.path.with_name(f".{self.path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600
        )
        try:
            until = time.monotonic() + _LONGEST_WAIT
            while not _lock(fd) and time.monotonic() < until:
                time.sleep(0.01)
            yield
        finally:
            os.close(fd)


class Unreadable(StorageError):
    """The file is no JSON."""


def _lock(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A home on a drive without locks: what is written is whole all the same, and merged with what is
        # there; only two programs in the same few milliseconds could take a value from each other.
        return True
    return True


def _changed(content: Mapping[str, Json], changes: Mapping[Way, Json]) -> dict[str, Json]:
    changed = dict(content)
    for (first, *rest), value in changes.items():
        if rest:
            changed[first] = _changed(_inner(changed.get(first)), {tuple(rest): value})
        elif value is None:
            changed.pop(first, None)
        else:
            changed[first] = value
    return changed


def _inner(value: Json) -> Mapping[str, Json]:
    if isinstance(value, list):
        # Numbers that were seen were a list once.
        return {str(item): True for item in value}
    return value if isinstance(value, dict) else {}


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _where(error: Exception) -> str:
    """What is wrong in the file, for whoever wants to mend it."""
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON from line {error.lineno}, column {error.colno} on"
    if isinstance(error, UnicodeDecodeError):
        return "it is not in UTF-8"
    return "it is nested too deeply" if isinstance(error, RecursionError) else "a number is too long"
