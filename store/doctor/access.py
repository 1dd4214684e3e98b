"""Who can read and write: the drive's permissions are the only gate."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from store.doctor.finding import Finding, note, ok, problem
from store.doctor.modes import files
from store.doctor.owners import group_name, user_name
from store.doctor.patient import Patient


def access(patient: Patient) -> Iterator[Finding]:
    """Whether the team can work here, and nobody else."""
    folder = patient.folder
    info = folder.stat()
    yield from _others(folder, info)
    yield from _group(folder, info)
    if patient.form is not None:
        yield from files(folder, info)


def _others(folder: Path, info: os.stat_result) -> Iterator[Finding]:
    closed = f"chmod o-rwx {quote(str(folder))}"
    is_reached = all(place.stat().st_mode & stat.S_IXOTH for place in folder.resolve().parents)
    if info.st_mode & stat.S_IWOTH and is_reached:
        yield problem(
            "access", "Everybody on this computer can change the team's data.", f"Close it: {closed}"
        )
    elif info.st_mode & (stat.S_IROTH | stat.S_IXOTH) and is_reached:
        yield note("access", "Everybody on this computer can read the team's data.", f"Close it: {closed}")
    else:
        yield ok("access", "Nobody outside the folder's group can read it.")


def _group(folder: Path, info: os.stat_result) -> Iterator[Finding]:
    group, path = group_name(info.st_gid), quote(str(folder))
    if not info.st_mode & stat.S_IWGRP:
        yield note(
            "group",
            f"Only {user_name(info.st_uid)} can write here, which is right for one person.",
            f"For a team: chgrp -R TEAM {path} && chmod -R g+rwX {path} && chmod g+s {path}",
        )
    elif not info.st_mode & stat.S_ISGID:
        yield note(
            "group",
            f"The group {group} can write here, but new files get the group of whoever makes them.",
            f"Let them get the folder's: chmod g+s {path}",
        )
    else:
        yield ok("group", f"The group {group} can write here, and new files belong to it.")
    if info.st_mode & stat.S_ISVTX and info.st_mode & stat.S_IWGRP:
        yield problem(
            "group",
            "The folder is sticky: nobody can replace a team.json that somebody else has written.",
            f"chmod -t {path}",
        )
