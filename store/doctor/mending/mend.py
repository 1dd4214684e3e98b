"""One thing that can be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Mend:
    """Says what it would do before it does it."""

    about: str
    """What is mended, in a word."""
    would: str
    """What is to be done, as a sentence."""
    did: str
    """The same when it was done."""
    act: Callable[[], str | None]
    """Does it; another sentence when something else came of it.

    Raises:
        OSError, StorageError: it could not be done.
    """
