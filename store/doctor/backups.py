"""Whether there is a backup that could be brought back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.backup import Shelf, read_file
from store.doctor.finding import Finding, note, ok, problem
from store.doctor.patient import Patient
from store.errors import Refused
from store.log.layout import team_file
from store.phrases import counted

_MAKE = "“tagwerk backup now” makes one; else one is made each day while somebody works."
_OLD = timedelta(days=2)
"""While people work there is a new one every day."""


def backups(patient: Patient) -> Iterator[Finding]:
    """How many there are, whether the newest one is whole, and whether much was done since."""
    published = team_file(patient.layout.data)
    found = Shelf(published, patient.layout.scratch, patient.disk).backups()
    if not found:
        yield ok("backups", "There is no backup yet; the first one is made when somebody has worked.")
        return
    newest = found[0]
    try:
        read_file(patient.disk, newest.path)
    except Refused as error:
        yield problem("backups", str(error), f"Take it away and make a new one: {_MAKE}")
        return
    sentence = f"{counted(len(found), 'backup')}, the newest one of {newest.at:%Y-%m-%d}."
    if _worked(patient, published) - newest.at > _OLD:
        yield note("backups", f"{sentence} The team was changed since then.", _MAKE)
    else:
        yield ok("backups", sentence)


def _worked(patient: Patient, published: Path) -> datetime:
    """When somebody has changed something last."""
    try:
        at = patient.disk.modified(published)
    except FileNotFoundError:
        at = 0.0
    return datetime.fromtimestamp(at, UTC).replace(tzinfo=None)
