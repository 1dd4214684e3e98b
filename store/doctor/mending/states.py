"""Files of the log that can be made anew from others: the same log gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from store.doctor.mending.mend import Mend
from store.doctor.patient import Patient
from store.errors import Damaged
from store.log.entries import CUT
from store.log.folder import FolderLog
from store.log.layout import data_folder
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import decode, joined, split
from store.log.state import State
from store.log.trim import cut_mark
from store.past import state_after


def states(patient: Patient) -> Iterator[Mend]:
    """Checkpoints and compacted files that are damaged, and checkpoints whose name is missing."""
    yield from _checkpoints(patient)
    yield from _compacted(patient)


def _checkpoints(patient: Patient) -> Iterator[Mend]:
    layout = patient.layout
    there = _numbers(patient, layout.checkpoints)
    for index in range(max(there, default=0) + 1):
        number = index * CHECKPOINT_EVERY
        path = layout.checkpoint(index)
        if index in there and _is_whole(patient, path, number):
            continue
        what = f"the state after commit {number:,}"
        why = "is damaged" if index in there else "is missing"
        yield Mend(
            "history",
            f"Make {what} anew, which {why}, from the commits before it.",
            f"Made {what} anew, which {'was damaged' if index in there else 'was missing'}.",
            partial(_make_state, patient, number, path),
        )


def _compacted(patient: Patient) -> Iterator[Mend]:
    """Only while the records are still there one by one is there something to make them of."""
    layout, entries = patient.layout, patient.entries
    for index in _numbers(patient, layout.history):
        path = layout.compacted(index)
        if not index or _holds_all(patient, path, index):
            continue
        first, last = (index - 1) * CHECKPOINT_EVERY + 1, index * CHECKPOINT_EVERY
        if all(entries.taken(layout.record(number)) for number in range(first, last + 1)):
            what = f"the file with the commits {first:,} to {last:,}"
            yield Mend(
                "history",
                f"Make {what} anew, which is damaged, from their records.",
                f"Made {what} anew, which was damaged.",
                partial(_join, patient, path, first, last),
            )


def _is_whole(patient: Patient, path: Path, number: int) -> bool:
    try:
        content = patient.entries.get(path)
        if content is None:
            return False
        return content.startswith(CUT) or State.from_bytes(content).number == number
    except Damaged:
        return False


def _holds_all(patient: Patient, path: Path, index: int) -> bool:
    try:
        content = patient.entries.get(path) or b""
        numbers = [decode(record).number for record in split(content)]
    except Damaged:
        return False
    last = index * CHECKPOINT_EVERY
    return numbers == list(range(last - CHECKPOINT_EVERY + 1, last + 1))


def _make_state(patient: Patient, number: int, path: Path) -> str | None:
    _replace(patient, path, _built(patient, number))
    return None


def _built(patient: Patient, number: int) -> bytes:
    if patient.entries.taken(patient.layout.compacted(number // CHECKPOINT_EVERY + 1)):
        # Cut down to its name when that was compacted.
        return cut_mark(number)
    log = FolderLog(data_folder(patient.folder), "doctor", patient.disk)
    if number == 0:
        content = log.first_state()
        if content is None:
            raise Damaged("The state before the first commit is kept nowhere else.")
        return content
    return state_after(log, number).to_bytes()


def _join(patient: Patient, path: Path, first: int, last: int) -> str | None:
    records = [patient.entries.get(patient.layout.record(number)) for number in range(first, last + 1)]
    if any(record is None or decode(record).number != n for n, record in enumerate(records, first)):
        raise Damaged("Not all of their records are whole.")
    _replace(patient, path, joined(record for record in records if record))
    return None


def _replace(patient: Patient, path: Path, content: bytes) -> None:
    """Put content under a name that was taken by something damaged, or by nothing, in one step."""
    entries, disk = patient.entries, patient.disk
    if not entries.taken(path):
        entries.put(path, content)
        return
    temporary = entries.temporary()
    disk.write_new(temporary, content)
    disk.rename(temporary, entries.file(path))
    disk.sync_folder(entries.file(path).parent)


def _numbers(patient: Patient, folder: Path) -> list[int]:
    return sorted(int(name) for name in patient.disk.names(folder) if name.isdigit())
