"""Who can read and write: the drive's permissions are the only gate."""

from __future__ import annotations

import grp
import os
import pwd
import stat
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from store.doctor.finding import Finding, note, ok, problem
from store.doctor.patient import Patient
from store.log.layout import data_folder, team_file


def access(patient: Patient) -> Iterator[Finding]:
    """Whether the team can work here, and nobody else."""
    folder = patient.folder
    info = folder.stat()
    yield from _others(folder, info)
    yield from _group(folder, info)
    if patient.form is not None:
        yield from _files(folder, info)


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
    group, path = _group_name(info.st_gid), quote(str(folder))
    if not info.st_mode & stat.S_IWGRP:
        yield note(
            "group",
            f"Only {_user_name(info.st_uid)} can write here, which is right for one person.",
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


def _files(folder: Path, info: os.stat_result) -> Iterator[Finding]:
    """Whether everybody in the group gets at every file in it."""
    is_shared = bool(info.st_mode & stat.S_IWGRP)
    shut: list[Path] = []
    strange: list[Path] = []
    for path in _inside(folder):
        try:
            found = path.lstat()
        except FileNotFoundError:
            continue  # somebody is at work and has just finished with it
        needed = 0
        if is_shared:
            needed = stat.S_IRGRP | (stat.S_IWGRP | stat.S_IXGRP if stat.S_ISDIR(found.st_mode) else 0)
        if found.st_mode & needed != needed or not os.access(path, os.R_OK):
            shut.append(path)
        elif is_shared and found.st_gid != info.st_gid:
            strange.append(path)
    group, place = _group_name(info.st_gid), quote(str(folder))
    if shut:
        yield problem(
            "access",
            f"{_files_are(shut, folder)} closed to the group or to you, so not everybody can work.",
            f"chmod -R g+rwX {place}",
        )
    if strange:
        sentence = f"{_files_are(strange, folder)} not of the group {group}."
        yield note("group", sentence, f"chgrp -R {group} {place}")
    if not shut and not strange:
        yield ok("access", "Everybody in the team can read all files in it.")


def _inside(folder: Path) -> Iterator[Path]:
    data = data_folder(folder)
    yield from (path for path in (team_file(data), data) if path.exists())
    for place, folders, files in os.walk(data):
        yield from (Path(place, name) for name in (*folders, *files))


def _files_are(paths: list[Path], folder: Path) -> str:
    first = paths[0].relative_to(folder)
    if len(paths) == 1:
        return f"{first} is"
    return f"{first} and {len(paths) - 1:,} more are"


def _group_name(gid: int) -> str:
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)


def _user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
