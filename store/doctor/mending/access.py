"""Modes and groups that are not what the folder gives."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial

from store.doctor.mending.mend import Mend
from store.doctor.modes import Odd, odd_ones
from store.doctor.owners import user_name
from store.doctor.patient import Patient
from store.errors import ReadOnly
from store.phrases import counted


def access(patient: Patient) -> Iterator[Mend]:
    """Give modes and groups back, owner by owner: only the owner of a file can, or root."""
    owners: dict[int, list[Odd]] = {}
    for odd in odd_ones(patient.folder, patient.folder.stat()):
        owners.setdefault(odd.info.st_uid, []).append(odd)
    for uid, odds in owners.items():
        what = _of(odds, uid)
        yield Mend(
            "access",
            f"Give {what} the mode and the group of the folder.",
            f"Gave {what} the mode and the group of the folder.",
            partial(_give, odds, uid),
        )


def _give(odds: list[Odd], uid: int) -> None:
    if os.geteuid() not in (0, uid):
        raise ReadOnly(f"Only {user_name(uid)} or root can do that: tagwerk doctor --repair.")
    for odd in odds:
        try:
            if odd.lacks_group:
                os.chown(odd.path, -1, odd.group, follow_symlinks=False)
            if not stat.S_ISLNK(odd.info.st_mode):
                odd.path.chmod(odd.mode)
        except FileNotFoundError:
            continue  # somebody is at work and has just finished with it


def _of(odds: list[Odd], uid: int) -> str:
    if len(odds) == 1:
        return odds[0].path.name
    return f"{counted(len(odds), 'file')} of {user_name(uid)}"
