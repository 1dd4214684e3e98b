"""Compaction: records that nobody needs one by one any more become one file per checkpoint."""

from __future__ import annotations

import contextlib
from pathlib import Path

from store.log.disk import Disk
from store.log.entries import CUT, Entries
from store.log.layout import Layout
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import joined

_LEFTOVERS_AFTER = 86_400.0
"""Seconds after which a temporary name belongs to a writer that is gone for good."""


def trim(disk: Disk, entries: Entries, layout: Layout, newest: int, keep_seconds: float) -> int:
    """Compact what two checkpoints newer than it hold and what is older than `keep_seconds`.

    Ages are told by the server's clock: a file made just now is the measure. Returns the number of records.

    Raises:
        OSError, StorageError: the place does not answer; what was not done is done another time.
    """
    now = server_time(disk, entries)
    _make_history(disk, layout)
    compacted = 0
    for index in range(1, newest // CHECKPOINT_EVERY - 1):
        first, last = (index - 1) * CHECKPOINT_EVERY + 1, index * CHECKPOINT_EVERY
        newest_record = entries.file(layout.record(last))
        if not disk.exists(newest_record):
            continue
        if now - disk.modified(newest_record) < keep_seconds:
            break
        if index == 1:
            _keep_first_state(entries, layout)
        if not _compact(disk, entries, layout, index, first, last):
            break
        # Another instance may have put the file there and died before it was sure to stay.
        disk.sync_folder(layout.history)
        _cut_down(entries, layout, index - 1)
        for number in range(first, last + 1):
            _remove(disk, layout.record(number))
        compacted += CHECKPOINT_EVERY
    _sweep(disk, layout.scratch, now)
    return compacted


def cut_mark(number: int) -> bytes:
    """What stands in a checkpoint that was cut down to its name."""
    return b"%s 1 %d\n" % (CUT, number)


def _make_history(disk: Disk, layout: Layout) -> None:
    """The folder for what is compacted, which has to survive a power cut before anything is removed."""
    if not disk.exists(layout.history):
        disk.make_folder(layout.history)
        disk.sync_folder(layout.root)


def _keep_first_state(entries: Entries, layout: Layout) -> None:
    """Without the state before the first commit, nobody could tell what the first commits made of it."""
    if entries.get(layout.first_state) is None:
        content = entries.get(layout.checkpoint(0))
        if content is not None and not content.startswith(CUT):
            entries.put(layout.first_state, content)


def _compact(disk: Disk, entries: Entries, layout: Layout, index: int, first: int, last: int) -> bool:
    """Whether the records are safe in one file now."""
    target = layout.compacted(index)
    if entries.get(target) is None:
        records = [entries.get(layout.record(number)) for number in range(first, last + 1)]
        if any(record is None for record in records):
            return False
        entries.put(target, joined(record for record in records if record))
    return entries.get(target) is not None


def _cut_down(entries: Entries, layout: Layout, index: int) -> None:
    """Free an old checkpoint's space but keep its name: a name that was freed could be taken again."""
    entries.cut_down(layout.checkpoint(index), cut_mark(index * CHECKPOINT_EVERY))


def _remove(disk: Disk, record: Path) -> None:
    # It may be gone already: another instance trims at the same time.
    with contextlib.suppress(FileNotFoundError):
        try:
            disk.remove(record)
        except (IsADirectoryError, PermissionError):
            # A folder: macOS and some servers say EPERM then.
            disk.remove_tree(record)


def server_time(disk: Disk, entries: Entries) -> float:
    """Seconds of the server's clock; ours may be a day off."""
    probe = entries.temporary()
    disk.write_new(probe, b"")
    try:
        return disk.modified(probe)
    finally:
        disk.remove(probe)


def _sweep(disk: Disk, scratch: Path, now: float) -> None:
    for name in disk.names(scratch):
        leftover = scratch / name
        with contextlib.suppress(OSError):
            if now - disk.modified(leftover) > _LEFTOVERS_AFTER:
                _remove(disk, leftover)
