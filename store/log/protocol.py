"""What a log has to offer: put if absent, read what follows, and the newest checkpoint."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Protocol

CHECKPOINT_EVERY = 500
"""Commits between two checkpoints; part of the format."""


class Claim(Enum):
    """How the attempt to take a number ended."""

    WON = "won"
    """The record is durable under its number."""
    LOST = "lost"
    """The number belongs to somebody else's record."""
    FREED = "freed"
    """The number had been trimmed: a checkpoint covers it, so the state must be loaded anew."""


class Log(Protocol):
    """Numbered records that never change. Synchronous, free of paths, called from workers.

    Every method raises `StorageError` when the place cannot be used; `Unknown` when a claim may or may not
    have gone through.
    """

    @property
    def epoch(self) -> str:
        """The identity of this history; another one means that the place was wiped or replaced."""

    def verify(self) -> None:
        """Look whether this is still the history of the place.

        Raises:
            Replaced: the place was wiped, or another history holds there now.
        """

    def append(self, number: int, record: bytes) -> Claim:
        """Put a record under a number that nobody has yet."""

    def read_after(self, number: int) -> Iterator[bytes]:
        """The records `number + 1`, `number + 2`, … that are there now.

        Raises:
            Damaged: a record does not match its checksum, also after reading it again.
        """

    def expect_end(self, number: int) -> None:
        """Raises `Damaged` when records follow after `number` but the next one is missing."""

    def newest_checkpoint(self) -> int:
        """The number of commits in the newest checkpoint."""

    def load_checkpoint(self, number: int) -> bytes:
        """The state after commit `number`, which must be a multiple of `CHECKPOINT_EVERY`.

        Raises:
            Damaged: it is not readable, or was cut down.
        """

    def put_checkpoint(self, number: int, payload: bytes) -> None:
        """Keep the state after commit `number`; whoever comes second changes nothing."""

    def covers(self, number: int) -> bool:
        """Whether a checkpoint exists that holds commit `number`."""

    def trim(self, keep_seconds: float) -> int:
        """Compact records older than two checkpoints and `keep_seconds`; how many were compacted."""

    def history(self, until: int) -> Iterator[bytes]:
        """Every record from the first to number `until`, compacted or not."""

    def before(self, number: int) -> Iterator[bytes]:
        """Every record from `number - 1` down to the first, compacted or not; the newest comes at once."""

    def since(self, number: int) -> Iterator[bytes]:
        """The records after `number` that are there now, compacted or not."""

    def first_state(self) -> bytes | None:
        """The state before the first commit, kept for ever; `None` where an older program let go of it."""

    def settle(self, *, wait: bool = True) -> None:
        """Do what was put off to make earlier commits visible sooner to others; cheap when nothing is.

        Without `wait` only what can be done without waiting for a fraction of a second.
        """
