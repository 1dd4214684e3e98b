"""Telling a file that cannot be used from a drive that does not answer."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

# Answered at once, and about this one file: gone meanwhile, closed to us, no file at all, leased on SMB. What
# else there is may have taken as long as the drive's patience, and must not be waited for file by file.
_ONE_FILE = {
    *(errno.ENOENT, errno.ESTALE, errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EINVAL),
    *(errno.ELOOP, errno.EISDIR, errno.ENOTDIR, errno.ENXIO, errno.ENODEV, errno.ENAMETOOLONG),
}


_ANSWERS = _ONE_FILE | {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EEXIST}


def is_answer(error: OSError) -> bool:
    """Whether the drive answered, and only does not do what was asked of it."""
    return error.errno in _ANSWERS


@contextlib.contextmanager
def one_file() -> Iterator[None]:
    """Let it go when a single file cannot be used; a drive that does not answer still raises `OSError`."""
    try:
        yield
    except OSError as error:
        if error.errno not in _ONE_FILE:
            raise
