"""Whether a folder is fit for a team, healthy, and not too open, and mending what is not.

An examination writes only a probe, and takes it away.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from store.doctor.access import access
from store.doctor.backups import backups
from store.doctor.drive import clock_and_writing, free_space, one_winner
from store.doctor.finding import Finding, Sign, note, ok, problem
from store.doctor.foreign import foreign_files, kept_aside, leftovers
from store.doctor.history import history
from store.doctor.machine import machine
from store.doctor.mending import Mended, mend, mends
from store.doctor.patient import Patient, Suitable, local_folder
from store.errors import NotFound, StorageError
from store.log.disk import Disk, explain
from store.log.layout import Format, data_folder, team_file
from store.log.state import META_TABLE

__all__ = ["Finding", "Mended", "Sign", "examine", "mendable", "repair"]

Check = Callable[[Patient], Iterator[Finding]]

_FOR_ANY_FOLDER: dict[str, Check] = {
    "drive": one_winner,
    "writing": clock_and_writing,
    "space": free_space,
    "access": access,
}
_FOR_A_TEAM: dict[str, Check] = {
    "history": history,
    "files": foreign_files,
    "leftovers": leftovers,
    "team.json": kept_aside,
    "backups": backups,
    "this computer": machine,
}
"""What a finding is about when the check itself cannot be done, and the check."""


def examine(
    folder: Path,
    *,
    suitable: Suitable,
    disk: Disk | None = None,
    local: Path | None = None,
    now: Callable[[], float] = time.time,
    free: Callable[[Path], int] | None = None,
) -> tuple[Finding, ...]:
    """Look at everything that can be wrong with a team's folder.

    Args:
        folder: a team's folder, or one that is to become it.
        suitable: `store.setup.suitable_claim`.
        disk: the file system, for tests.
        local: where this machine keeps changes that wait; by default the user's state folder.
        now: seconds since 1970 (UTC), for tests.
        free: bytes that can still be written to a folder's drive, for tests.
    """
    patient = _patient(folder, suitable, disk, local, now)
    if free is not None:
        patient = replace(patient, free=free)
    if not folder.is_dir():
        return (_no_folder(folder),)
    findings: list[Finding] = []
    checks = dict(_FOR_ANY_FOLDER)
    try:
        patient = replace(patient, form=Format.read(patient.disk, data_folder(folder)))
        findings.append(ok("team", f"There is a team in {folder}."))
        checks |= _FOR_A_TEAM
    except NotFound:
        findings.append(_no_team(patient))
    except StorageError as error:
        findings.append(problem("team", str(error)))
    for about, check in checks.items():
        findings += _done(about, check, patient)
    # A drive that does not answer is found by several checks, and told once.
    return tuple({finding.sentence: finding for finding in reversed(findings)}.values())[::-1]


def mendable(
    folder: Path,
    *,
    suitable: Suitable,
    disk: Disk | None = None,
    local: Path | None = None,
    now: Callable[[], float] = time.time,
) -> tuple[str, ...]:
    """What `repair` would do, a sentence each; nothing is written. Arguments as for `examine`."""
    return tuple(mend.would for mend in mends(_patient(folder, suitable, disk, local, now)))


def repair(
    folder: Path,
    *,
    suitable: Suitable,
    disk: Disk | None = None,
    local: Path | None = None,
    now: Callable[[], float] = time.time,
) -> tuple[Mended, ...]:
    """Mend what needs nobody's decision; what became of each. Arguments as for `examine`."""
    return mend(_patient(folder, suitable, disk, local, now))


def _patient(
    folder: Path,
    suitable: Suitable,
    disk: Disk | None,
    local: Path | None,
    now: Callable[[], float],
) -> Patient:
    return Patient(folder, suitable, disk or Disk(), local or local_folder(), now=now)


def _done(about: str, check: Check, patient: Patient) -> list[Finding]:
    """What a check finds; that it cannot be done is a finding too."""
    found: list[Finding] = []
    try:
        found.extend(check(patient))
    except StorageError as error:
        found.append(problem(about, str(error)))
    except OSError as error:
        found.append(problem(about, str(explain(error, patient.folder))))
    return found


def _no_team(patient: Patient) -> Finding:
    published = team_file(data_folder(patient.folder))
    if patient.disk.exists(published) and META_TABLE.encode() in patient.disk.read(published)[:200]:
        return problem(
            "team",
            f"There is a team.json in {patient.folder}, but its log, team.json.d, is gone.",
            "Restore team.json.d from a backup; “tagwerk init” begins anew with what team.json says.",
        )
    return note("team", f"There is no team in {patient.folder} yet.", "“tagwerk init” makes one.")


def _no_folder(folder: Path) -> Finding:
    what = "is not a folder" if folder.exists() else "is not there"
    return problem(
        "team", f"{folder} {what}.", "Connect the drive, or make a team in it with “tagwerk init”."
    )
