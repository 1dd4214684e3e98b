"""Records from the past, compacted or not: read when somebody asks, never at a start or a poll."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from store.errors import Damaged
from store.log.entries import CUT, Entries
from store.log.layout import Layout
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import split


class Past:
    """The whole history of a folder. What is compacted counts before what stands under a freed number."""

    def __init__(
        self,
        entries: Entries,
        layout: Layout,
        read_after: Callable[[int], Iterator[bytes]],
        look_again: Callable[[Path], None],
    ) -> None:
        self._entries = entries
        self._layout = layout
        self._read_after = read_after
        self._look_again = look_again

    def first_state(self) -> bytes | None:
        """The state before the first commit; `None` where it was not kept."""
        kept = self._entries.get(self._layout.first_state)
        content = self._entries.get(self._layout.checkpoint(0)) if kept is None else kept
        return None if content is None or content.startswith(CUT) else content

    def since(self, number: int) -> Iterator[bytes]:
        """The records after `number` that are there now."""
        while True:
            block = number // CHECKPOINT_EVERY
            compacted = self._compacted(block)
            if compacted is None:
                yield from self._read_after(number)
                return
            yield from compacted[number - block * CHECKPOINT_EVERY :]
            number = (block + 1) * CHECKPOINT_EVERY

    def until(self, last: int) -> Iterator[bytes]:
        """Every record from the first to number `last`.

        Raises:
            Damaged: one is missing or not whole.
        """
        number = 0
        while number < last:
            start = number
            # Anew from where it ended: what was to be read may have been compacted meanwhile.
            for record in self.since(number):
                number += 1
                yield record
                if number == last:
                    return
            if number == start:
                raise self._missing(number + 1)

    def before(self, number: int) -> Iterator[bytes]:
        """Every record from number `number - 1` down to the first.

        Raises:
            Damaged: one is missing or not whole.
        """
        while number > 1:
            block = (number - 2) // CHECKPOINT_EVERY
            for record in self._block_before(block, number):
                number -= 1
                yield record

    def _block_before(self, block: int, number: int) -> Iterator[bytes]:
        """Records of one block from `number - 1` down; fewer when they are compacted meanwhile."""
        compacted = self._compacted(block)
        if compacted is not None:
            yield from reversed(compacted[: number - 1 - block * CHECKPOINT_EVERY])
            return
        for at in range(number - 1, block * CHECKPOINT_EVERY, -1):
            record = self._entries.get(self._layout.record(at))
            if record is None:
                if self._compacted(block) is None:
                    raise self._missing(at)
                return
            yield record

    def _compacted(self, block: int) -> list[bytes] | None:
        """The records of a block that was compacted; `None`: it was not."""
        with contextlib.suppress(OSError):
            # A network client may believe for half a minute that there is no such file yet.
            self._look_again(self._layout.history)
        content = self._entries.get(self._layout.compacted(block + 1))
        if content is None:
            return None
        records = list(split(content))
        if len(records) != CHECKPOINT_EVERY:
            raise Damaged(f"{self._layout.compacted(block + 1)} is damaged; restore it from a backup.")
        return records

    def _missing(self, number: int) -> Damaged:
        return Damaged(f"Commit {number} is missing in {self._layout.log}; restore it from a backup.")
