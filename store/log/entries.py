"""Files that are written once under a name that has exactly one winner, and never change.

Two ways to claim a name, chosen once when the team's folder is made: a hard link onto it, or, where hard
links do not exist (exFAT, SMB on macOS), renaming a folder with the file in it. Both have one winner on every
drive they were tried on; renaming a *file* with a flag against replacing has two on SMB.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from store.errors import Damaged, StorageError, Unknown, Unsuitable
from store.log.disk import Disk, explain
from store.log.record import is_whole

_PAUSES = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between looks at something that should heal by itself."""
# What a drive says for a moment although the next call goes through: a handle that went stale, a lease on the
# name (SMB: EINVAL, EACCES), an interrupted call.
_PASSING = {errno.ESTALE, errno.EIO, errno.EINVAL, errno.EACCES, errno.EAGAIN, errno.EBUSY, errno.EINTR}
# Definite: the server answered, and nothing was done.
_DEFINITE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR}
# A taken name that is not seen yet (sshfs says EPERM for it), or a folder so new that this computer has not
# heard of it: both are seen after another look.
_TAKE_AGAIN = _PASSING | {errno.EEXIST, errno.ENOTEMPTY, errno.EPERM, errno.ENOENT}
_NOT_HERE = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
CUT = b"tagwerk-cut"
"""How something old begins that was cut down to its name."""


def read_whole(disk: Disk, file: Path, whole: Callable[[bytes], bool]) -> bytes | None:
    """The content of a file that never changes; `None` when there is none of that name.

    A network client's cache can serve a part of it for a moment, so what is not whole is read again.

    Raises:
        Damaged: it is not whole, also after reading it again and again.
        StorageError: the place does not answer.
    """
    for pause in (*_PAUSES, None):
        try:
            content = disk.read(file)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            if error.errno not in _PASSING or pause is None:
                raise explain(error, file) from error
        else:
            if whole(content):
                return content
            if pause is None:
                raise Damaged(f"{file} is damaged: it does not match its checksum. Restore it from a backup.")
        disk.pause(pause)
    raise AssertionError("unreachable: the last round returns or raises")


class Claims(Protocol):
    """A way to take a name that has exactly one winner."""

    name: str

    def prepare(self, temporary: Path, content: bytes) -> None:
        """Write the content, durable, under a temporary name."""

    def take(self, temporary: Path, target: Path) -> None:
        """Give it its name; fails when the name is taken."""

    def file(self, target: Path) -> Path:
        """Where the content of a name is."""

    def discard(self, temporary: Path) -> None:
        """Take the temporary name away, if it is still there."""


class LinkClaims:
    """Claims by hard link."""

    name = "link"

    def __init__(self, disk: Disk) -> None:
        self._disk = disk

    def prepare(self, temporary: Path, content: bytes) -> None:
        """See `Claims`."""
        self._disk.write_new(temporary, content)

    def take(self, temporary: Path, target: Path) -> None:
        """See `Claims`."""
        self._disk.link(temporary, target)

    def file(self, target: Path) -> Path:
        """See `Claims`."""
        return target

    def discard(self, temporary: Path) -> None:
        """See `Claims`."""
        with contextlib.suppress(OSError):
            self._disk.remove(temporary)


class RenameClaims:
    """Claims by renaming a folder that is not empty."""

    name = "rename"

    def __init__(self, disk: Disk) -> None:
        self._disk = disk

    def prepare(self, temporary: Path, content: bytes) -> None:
        """See `Claims`."""
        self._disk.make_folder(temporary)
        self._disk.write_new(temporary / "record", content)
        self._disk.sync_folder(temporary)

    def take(self, temporary: Path, target: Path) -> None:
        """See `Claims`."""
        self._disk.rename(temporary, target)

    def file(self, target: Path) -> Path:
        """See `Claims`."""
        return target / "record"

    def discard(self, temporary: Path) -> None:
        """See `Claims`."""
        with contextlib.suppress(OSError):
            self._disk.remove_tree(temporary)


CLAIMS: dict[str, Callable[[Disk], Claims]] = {"link": LinkClaims, "rename": RenameClaims}


class Entries:
    """Puts and gets files that never change."""

    def __init__(self, disk: Disk, claims: Claims, scratch: Path, owner: str) -> None:
        self._disk = disk
        self._claims = claims
        self._scratch = scratch
        self._owner = owner
        self._count = itertools.count(1)

    def put(self, target: Path, content: bytes) -> bool:
        """Whether `target` holds this very content now, put there by us, durably; `False`: it is another's.

        Raises:
            Unknown: it cannot be told whether the name was taken.
            StorageError: it certainly was not, and cannot be now.
        """
        temporary = self.temporary()
        try:
            self._prepare(temporary, content)
        except OSError as error:
            self._claims.discard(temporary)
            raise explain(error, target.parent) from error
        try:
            won = self._take(temporary, target, content)
        finally:
            self._claims.discard(temporary)
        if won:
            self._make_durable(target.parent)
        return won

    def _prepare(self, temporary: Path, content: bytes) -> None:
        try:
            self._claims.prepare(temporary, content)
        except FileNotFoundError:
            # Somebody tidied the scratch folder away; its name invites to it.
            self._disk.make_folder(self._scratch)
            self._claims.prepare(temporary, content)

    def get(self, target: Path) -> bytes | None:
        """The content of a name; `None` when nobody has taken it.

        Raises:
            Damaged: it is not whole, also after reading it again and again.
            StorageError: the place does not answer.
        """
        return read_whole(self._disk, self._claims.file(target), _is_whole_or_cut)

    def taken(self, target: Path) -> bool:
        """Whether somebody has taken the name."""
        try:
            return self._disk.exists(target)
        except OSError as error:
            raise explain(error, target) from error

    def file(self, target: Path) -> Path:
        """Where the content of a name is."""
        return self._claims.file(target)

    def cut_down(self, target: Path, mark: bytes) -> None:
        """Put a mark, which begins with `CUT`, in the place of the content of a name.

        Raises:
            OSError: the place does not take it.
        """
        temporary = self.temporary()
        self._disk.write_new(temporary, mark)
        self._disk.rename(temporary, self.file(target))

    def temporary(self) -> Path:
        """A name in the scratch folder that nobody else uses."""
        return self._scratch / f"{self._owner}-{os.getpid()}-{next(self._count)}"

    def _take(self, temporary: Path, target: Path, content: bytes) -> bool:
        """Claim the name. After any error only the name itself says who won."""
        failure: OSError | None = None
        for pause in (*_PAUSES, None):
            try:
                self._claims.take(temporary, target)
            except OSError as error:
                failure = error
            else:
                return True
            with contextlib.suppress(OSError):
                self._disk.look_again(target.parent)
            kept = self._kept(target, failure)
            if kept is not None:
                return kept == content
            if failure.errno not in _TAKE_AGAIN or pause is None:
                break
            self._disk.pause(pause)
        assert failure is not None
        if failure.errno in _NOT_HERE:
            raise Unsuitable(
                f"{target.parent} cannot be written from this computer: as it is connected here, it lacks "
                f"what Tagwerk needs ({os.strerror(failure.errno)}). Connect it as the others do."
            ) from failure
        if failure.errno in _DEFINITE:
            raise explain(failure, target) from failure
        raise Unknown(
            f"{target.parent} did not say whether the change was stored; it is tried again."
        ) from failure

    def _kept(self, target: Path, failure: OSError) -> bytes | None:
        try:
            return self.get(target)
        except Damaged:
            raise
        except StorageError as error:
            raise Unknown(
                f"{target.parent} stopped answering in the middle of a change; it is tried again."
            ) from (failure or error)

    def _make_durable(self, folder: Path) -> None:
        try:
            self._disk.sync_folder(folder)
        except OSError as error:
            # The name is claimed but might not survive a power cut: the retry under the same id tells.
            raise Unknown(
                f"{folder} did not confirm that the change is stored; it is tried again."
            ) from error


def _is_whole_or_cut(content: bytes) -> bool:
    return is_whole(content) or content.startswith(CUT)
