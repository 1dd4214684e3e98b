"""What programs left behind that did not end well."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from store.doctor.mending.mend import Mend
from store.doctor.patient import Patient
from store.phrases import counted

_LEFT_AFTER = 86_400.0
"""Seconds after which a temporary file belongs to a program that is gone."""
_PROBE = ".tagwerk-probe-"


def scraps(patient: Patient) -> Iterator[Mend]:
    """Take away temporary files and folders that are a day old."""
    layout = patient.layout
    old = _old(patient, layout.scratch, "")
    # A folder is made under such a name first, and a displaced team.json may still be written into.
    for folder in (layout.log, layout.root, layout.data):
        old += [path for path in _old(patient, folder, ".") if path.is_dir()]
    if old:
        what = counted(len(old), "temporary file")
        yield Mend("leftovers", f"Take away {what}.", f"Took away {what}.", partial(_remove, patient, old))
    probes = _old(patient, patient.folder, _PROBE)
    if probes:
        what = f"{counted(len(probes), 'probe')} of an examination that was killed"
        yield Mend("leftovers", f"Take away {what}.", f"Took away {what}.", partial(_remove, patient, probes))


def _server_time(patient: Patient) -> float:
    probe = patient.entries.temporary()
    patient.disk.write_new(probe, b"")
    try:
        return patient.disk.modified(probe)
    finally:
        patient.disk.remove(probe)


def _old(patient: Patient, folder: Path, prefix: str) -> list[Path]:
    found = []
    for name in patient.disk.names(folder):
        path = folder / name
        with contextlib.suppress(FileNotFoundError):
            if name.startswith(prefix) and patient.now() - patient.disk.modified(path) > _LEFT_AFTER:
                found.append(path)
    return sorted(found)


def _remove(patient: Patient, paths: list[Path]) -> None:
    disk, now = patient.disk, _server_time(patient)
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            if now - disk.modified(path) < _LEFT_AFTER:
                continue  # our clock is ahead of the server's, and somebody is at work with it
            if path.is_dir() and not path.is_symlink():
                disk.remove_tree(path)
            else:
                disk.remove(path)
