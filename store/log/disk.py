"""The one class that touches the file system, so that a test can put a fault before any single call."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from store.errors import Full, ReadOnly, StorageError, Unreachable

Signature = tuple[int, int, int]
"""Inode, size in bytes and time of change in ns: what a file looks like from outside."""

_MODES_HOLD = 60.0
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
# Folders cannot be fsynced on SMB and on some FUSE file systems; they say so in many ways.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.EBADF, errno.EACCES, errno.EISDIR, errno.ENOTSUP, errno.ENOSYS}


def explain(error: OSError, path: Path) -> StorageError:
    """What a failed call means for a person, as one of the family's errors."""
    reason = os.strerror(error.errno) if error.errno else str(error)
    if error.errno in _FULL:
        return Full(f"The drive of {path} is full ({reason}); nothing is lost, free some space.")
    if error.errno in _READ_ONLY:
        return ReadOnly(f"{path} cannot be written ({reason}); ask for write permission on the folder.")
    return Unreachable(f"{path} does not answer ({reason}); is the drive connected?")


class Disk:
    """Small, whole steps on files. Every method raises plain `OSError`."""

    _modes: ClassVar[dict[Path, tuple[int, int, float]]] = {}
    """Mode and group of a folder, and until when that is believed; the same whoever asks."""
    _uncut: ClassVar[set[int]] = set()
    """Modes that the umask of this process leaves as they are."""

    def read(self, path: Path) -> bytes:
        """The whole content of a file."""
        with path.open("rb") as file:
            return file.read()

    def read_start(self, path: Path, most: int) -> bytes:
        """The first bytes of a file that anybody may have put there; nothing of what is no plain file."""
        # Opening a pipe would wait for somebody who writes into it.
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            return os.read(fd, most) if stat.S_ISREG(os.fstat(fd).st_mode) else b""
        finally:
            os.close(fd)

    def look_at(self, path: Path) -> Signature | None:
        """What a plain file that anybody may have put there looks like; `None`: it is no plain file."""
        with self._plain(path) as fd:
            return None if fd is None else _signature(os.fstat(fd))

    def read_plain(self, path: Path, most: int) -> tuple[bytes, Signature] | None:
        """A plain file, at most so many bytes of it, and what it looked like; `None`: it is no plain file.

        What changed while it was read has another signature than the bytes have a length.
        """
        with self._plain(path) as fd:
            if fd is None:
                return None
            parts: list[bytes] = []
            while most > 0 and (part := os.read(fd, min(most, 1 << 20))):
                parts.append(part)
                most -= len(part)
            return b"".join(parts), _signature(os.fstat(fd))

    @contextlib.contextmanager
    def _plain(self, path: Path) -> Iterator[int | None]:
        # Opening a pipe would wait, and a link may lead to what only this reader can read.
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            yield fd if stat.S_ISREG(os.fstat(fd).st_mode) else None
        finally:
            os.close(fd)

    def write_new(self, path: Path, content: bytes) -> None:
        """A new file with this content, on the platters before this returns; its mode is its folder's."""
        whole, group = self._family(path.parent)
        mode = whole & 0o666
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
        try:
            _join(fd, mode, group)
            view = memoryview(content)
            while view:
                view = view[os.write(fd, view) :]
            os.fsync(fd)
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink()
            raise
        finally:
            os.close(fd)

    def make_folder(self, path: Path) -> None:
        """A new folder with its parent's mode and group; one that is there already is fine."""
        mode, group = self._family(path.parent)
        if mode in self._uncut:
            with contextlib.suppress(FileExistsError):
                path.mkdir(mode & 0o777)
                _join(path, mode, group)
        elif not path.exists():
            self._make_folder_whole(path, mode, group)

    def _make_folder_whole(self, path: Path, mode: int, group: int) -> None:
        # Killed between making it and opening it to the group, its maker would shut out everybody else for
        # ever. So it gets its name when it is as it has to be.
        temporary = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
        temporary.mkdir(mode & 0o777)
        try:
            if _join(temporary, mode, group):
                self._uncut.add(mode)
            temporary.rename(path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.rmdir()
            if not path.exists():
                raise

    def link(self, source: Path, target: Path) -> None:
        """A second name for a file; fails when the name is taken."""
        os.link(source, target)

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or folder another name; a file or an empty folder of that name is replaced."""
        source.rename(target)

    def remove(self, path: Path) -> None:
        """Take a name away."""
        path.unlink()

    def remove_tree(self, path: Path) -> None:
        """Take a folder away with everything in it."""
        shutil.rmtree(path)

    def names(self, path: Path) -> list[str]:
        """The names in a folder; on a network drive the list may be seconds old."""
        return os.listdir(path)  # noqa: PTH208 - names, not paths, and one call to fail

    def look_again(self, path: Path) -> None:
        """Open a folder, which is what makes a network client ask the server for its names again."""
        os.close(os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC))

    def ask_server(self, path: Path) -> None:
        """Ask for the free space, which no network client answers from its memory."""
        os.statvfs(path)

    def sync_folder(self, path: Path) -> None:
        """Put the names in a folder on the platters, where the file system can."""
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(fd)

    def touch(self, path: Path) -> None:
        """Set a folder's time to now: on NFS 3 that shows the others a name of the same clock tick."""
        os.utime(path)

    def date(self, path: Path, seconds: float) -> None:
        """Set when a file was changed last, in seconds since 1970 (UTC)."""
        os.utime(path, (seconds, seconds))

    def exists(self, path: Path) -> bool:
        """Whether there is something of that name."""
        try:
            path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def signature(self, path: Path) -> Signature:
        """Inode, size in bytes and time of change in ns of the file that the name means right now."""
        # open + fstat: a stat by name can be answered from a cache that is many seconds old.
        with path.open("rb") as file:
            return _signature(os.fstat(file.fileno()))

    def modified(self, path: Path) -> float:
        """When a file was changed last, in seconds of the server's clock."""
        return path.stat().st_mtime

    def changed(self, path: Path) -> float:
        """When a file was changed or renamed last, in seconds of the server's clock."""
        info = path.stat()
        return max(info.st_mtime, info.st_ctime)

    def pause(self, seconds: float) -> None:
        """Wait for something that should heal by itself."""
        time.sleep(seconds)

    def _family(self, folder: Path) -> tuple[int, int]:
        # Asked once a minute: on a network drive it is a round trip, and every commit needs it.
        mode, group, until = self._modes.get(folder, (0, 0, 0.0))
        if time.monotonic() >= until:
            info = folder.stat()
            mode, group = stat.S_IMODE(info.st_mode), info.st_gid
            self._modes[folder] = mode, group, time.monotonic() + _MODES_HOLD
        return mode, group


def _signature(info: os.stat_result) -> Signature:
    return info.st_ino, info.st_size, info.st_mtime_ns


def _join(made: int | Path, mode: int, group: int) -> bool:
    """Give what was just made the mode and the group of its folder; whether it had the mode already.

    The umask may have cut the mode, and without set-group-id the group is the maker's own. On SMB the mount
    decides, and says EPERM; who is not in the group cannot give to it.
    """
    info = os.stat(made)  # noqa: PTH116 - a path or an open file
    with contextlib.suppress(OSError):
        if info.st_gid != group:
            os.chown(made, -1, group)
    had_mode = stat.S_IMODE(info.st_mode) == mode
    with contextlib.suppress(OSError):
        if not had_mode or info.st_gid != group:
            # Also after another group was given: that takes set-group-id away.
            os.chmod(made, mode)  # noqa: PTH101
    return had_mode
