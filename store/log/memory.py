"""The log in memory, for tests and for a team that is only looked at."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from store.errors import Damaged
from store.log.protocol import CHECKPOINT_EVERY, Claim


class MemoryLog:
    """A `Log` that several repositories of one process can share."""

    def __init__(self, epoch: str, genesis: bytes) -> None:
        self._epoch = epoch
        self._lock = Lock()
        self._records: list[bytes] = []
        self._trimmed = 0
        self._genesis = genesis
        self._checkpoints: dict[int, bytes | None] = {0: genesis}

    @property
    def epoch(self) -> str:
        """See `Log`."""
        return self._epoch

    def verify(self) -> None:
        """See `Log`."""

    def append(self, number: int, record: bytes) -> Claim:
        """See `Log`."""
        with self._lock:
            if number <= self._trimmed:
                return Claim.FREED
            if number != len(self._records) + 1:
                return Claim.LOST
            self._records.append(record)
            return Claim.WON

    def read_after(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        while self._trimmed <= number < len(self._records):
            yield self._records[number]
            number += 1

    def expect_end(self, number: int) -> None:
        """See `Log`; memory has no gaps."""

    def newest_checkpoint(self) -> int:
        """See `Log`."""
        return max(self._checkpoints) * CHECKPOINT_EVERY

    def load_checkpoint(self, number: int) -> bytes:
        """See `Log`."""
        content = self._checkpoints.get(number // CHECKPOINT_EVERY)
        if content is None:
            raise Damaged(f"The state after commit {number} is not there any more.")
        return content

    def put_checkpoint(self, number: int, payload: bytes) -> None:
        """See `Log`."""
        with self._lock:
            self._checkpoints.setdefault(number // CHECKPOINT_EVERY, payload)

    def covers(self, number: int) -> bool:
        """See `Log`."""
        return -(-number // CHECKPOINT_EVERY) in self._checkpoints

    def trim(self, keep_seconds: float) -> int:
        """See `Log`; memory keeps no ages, so every record counts as old when nothing is to be kept."""
        with self._lock:
            end = (max(self._checkpoints) - 2) * CHECKPOINT_EVERY
            if keep_seconds > 0 or end <= self._trimmed:
                return 0
            for index in range(end // CHECKPOINT_EVERY):
                self._checkpoints[index] = None
            freed, self._trimmed = end - self._trimmed, end
            return freed

    def history(self, until: int) -> Iterator[bytes]:
        """See `Log`."""
        yield from self._records[:until]

    def before(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        yield from reversed(self._records[: number - 1])

    def since(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        yield from self._records[number:]

    def first_state(self) -> bytes | None:
        """See `Log`."""
        return self._genesis

    def settle(self, *, wait: bool = True) -> None:
        """See `Log`."""
