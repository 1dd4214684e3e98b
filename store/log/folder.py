"""The log in a folder that many computers share; `store.log.layout` says what lies where."""

from __future__ import annotations

import contextlib
import errno
import time
from collections.abc import Iterator
from pathlib import Path

from store.errors import Damaged, NotFound, Replaced, StorageError, Unknown, Unreachable
from store.log.disk import Disk, explain
from store.log.entries import CLAIMS, CUT, Entries
from store.log.layout import Format, Layout, team_file
from store.log.past import Past
from store.log.protocol import CHECKPOINT_EVERY, Claim
from store.log.trim import trim

_TICK = 0.02
"""Seconds; longer than a tick of any file server's clock."""


class FolderLog:
    """A `Log` in a folder. Not for use by two threads at once."""

    def __init__(self, data: Path, owner: str, disk: Disk | None = None) -> None:
        self._disk = disk or Disk()
        form = Format.read(self._disk, data)
        self.claim = form.claim
        """How names are claimed in this folder; see `store.log.entries`."""
        self._layout = Layout(data, form.epoch)
        self._entries = Entries(self._disk, CLAIMS[form.claim](self._disk), self._layout.scratch, owner)
        self._past = Past(self._entries, self._layout, self.read_after, self._disk.look_again)
        self._blocks: set[Path] = set()
        """Those that are known to be there."""
        self._touch_at: float | None = None
        self._touch: Path = self._layout.log

    @property
    def epoch(self) -> str:
        """See `Log`."""
        return self._layout.epoch

    def verify(self) -> None:
        """See `Log`."""
        try:
            self._disk.look_again(self._layout.log)
            holds = Format.read(self._disk, self._layout.data).epoch
        except (OSError, NotFound) as error:
            raise self._gone(_missing(error)) from error
        if holds != self.epoch:
            raise self._gone(_missing())

    def append(self, number: int, record: bytes) -> Claim:
        """See `Log`."""
        self._expect_history(number - 1)
        block = self._layout.block(number)
        if block not in self._blocks:
            try:
                self._disk.make_folder(block)
                # Before a record in it counts, the block itself has to survive a power cut.
                self._disk.sync_folder(self._layout.log)
            except OSError as error:
                raise self._gone(error) from error
            self._blocks.add(block)
        if self._entries.taken(self._layout.record(number + 1)) and not self.covers(number):
            self.expect_end(number - 1)
            return Claim.LOST
        if not self._entries.put(self._layout.record(number), record):
            return Claim.LOST
        self._touch, self._touch_at = block, time.monotonic() + _TICK
        try:
            return Claim.FREED if self.covers(number) else Claim.WON
        except StorageError as error:
            raise Unknown(f"{block} stopped answering within a change; it is tried again.") from error

    def read_after(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        fresh: Path | None = None
        while True:
            number += 1
            block = self._layout.block(number)
            if block != fresh and not self._refresh(block):
                return
            fresh = block
            record = self._entries.get(self._layout.record(number))
            if record is None:
                return
            yield record

    def expect_end(self, number: int) -> None:
        """See `Log`."""
        block = self._layout.block(number + 1)
        try:
            names = self._disk.names(block) if self._disk.exists(block) else []
        except OSError as error:
            raise self._gone(error) from error
        later = [name for name in names if name.isdecimal() and int(name) > number + 1]
        # What was written since we looked is no gap.
        if later and self._refresh(block) and self._entries.get(self._layout.record(number + 1)) is None:
            raise self._gap(number + 1)

    def newest_checkpoint(self) -> int:
        """See `Log`."""
        folder = self._layout.checkpoints
        try:
            self._disk.look_again(folder)
            index = max((int(name) for name in self._disk.names(folder) if name.isdecimal()), default=0)
        except OSError as error:
            raise self._gone(error) from error
        # A listing may be twenty seconds old; an opened name is not.
        while self._entries.taken(self._layout.checkpoint(index + 1)):
            index += 1
        return index * CHECKPOINT_EVERY

    def load_checkpoint(self, number: int) -> bytes:
        """See `Log`."""
        content = self._entries.get(self._layout.checkpoint(number // CHECKPOINT_EVERY))
        if content is None or content.startswith(CUT):
            raise Damaged(f"The state after commit {number} is not there any more.")
        return content

    def put_checkpoint(self, number: int, payload: bytes) -> None:
        """See `Log`."""
        target = self._layout.checkpoint(number // CHECKPOINT_EVERY)
        if not self._entries.taken(target):
            self._entries.put(target, payload)

    def covers(self, number: int) -> bool:
        """See `Log`."""
        try:
            self._disk.look_again(self._layout.checkpoints)
        except OSError as error:
            raise self._gone(error) from error
        return self._entries.taken(self._layout.checkpoint(-(-number // CHECKPOINT_EVERY)))

    def trim(self, keep_seconds: float) -> int:
        """See `Log`."""
        try:
            return trim(self._disk, self._entries, self._layout, self.newest_checkpoint(), keep_seconds)
        except OSError as error:
            raise explain(error, self._layout.root) from error

    def history(self, until: int) -> Iterator[bytes]:
        """See `Log`."""
        return self._past.until(until)

    def before(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        return self._past.before(number)

    def since(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        return self._past.since(number)

    def first_state(self) -> bytes | None:
        """See `Log`."""
        return self._past.first_state()

    def settle(self, *, wait: bool = True) -> None:
        """See `Log`."""
        if self._touch_at is None:
            return
        remaining = self._touch_at - time.monotonic()
        if remaining > 0:
            if not wait:
                return
            self._disk.pause(remaining)
        self._touch_at = None
        # Without it only speed is lost: the others see the name when their cache expires.
        with contextlib.suppress(OSError):
            self._disk.touch(self._touch)

    def _gap(self, number: int) -> Damaged:
        return Damaged(
            f"Commit {number} is missing in {self._layout.log} although later ones are there; "
            "restore it from a backup."
        )

    def _refresh(self, block: Path) -> bool:
        """Make the drive's client ask again for the names in a block; whether the block is there."""
        for folder in (block, self._layout.log, block):
            try:
                self._disk.look_again(folder)
            except OSError as error:
                if not isinstance(error, FileNotFoundError) or folder != block:
                    raise self._gone(error) from error
            else:
                if folder == block:
                    self._blocks.add(block)
                    return True
        return False

    def _expect_history(self, number: int) -> None:
        """Refuse to write behind a commit that is not there: the folder is an older copy."""
        if number and not self._entries.taken(self._layout.record(number)) and not self.covers(number):
            raise self._gone(_missing())

    def _gone(self, error: OSError) -> StorageError:
        """Why a folder that must be there is not."""
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            return explain(error, self._layout.data)
        parent = self._layout.data.parent
        try:
            form: Format | None = Format.read(self._disk, self._layout.data)
        except NotFound:
            form = None
        except StorageError as problem:
            return problem
        if form is None and not self._entries.taken(team_file(self._layout.data)):
            return Unreachable(f"{parent} is not there now; is the drive connected?")
        if form is not None and form.epoch == self.epoch and self._entries.taken(self._layout.log):
            return Replaced(
                f"The data in {parent} went back to an older state. Start Tagwerk again to use it."
            )
        return Replaced(
            f"The team in {parent} was removed or replaced. Start Tagwerk again to use what is there."
        )


def _missing(error: Exception | None = None) -> OSError:
    return error if isinstance(error, OSError) else FileNotFoundError(errno.ENOENT, "not there any more")
