"""Whether everything in a team's folder has the mode and group that the folder gives, and what if not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from store.backup import backup_folder
from store.doctor.finding import Finding, note, ok, problem
from store.doctor.owners import group_name, user_name
from store.log.layout import data_folder, team_file
from store.phrases import listed

_NAMED = 3
"""Owners that a sentence names."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A file or folder that has not what the team's folder gives to it."""

    path: Path
    info: os.stat_result
    mode: int
    """As it should be."""
    group: int
    """As it should be."""
    is_shut: bool = False
    """Somebody in the team cannot use it."""

    @property
    def lacks_group(self) -> bool:
        """Whether it belongs to another group."""
        return self.info.st_gid != self.group

    @property
    def is_open(self) -> bool:
        """Whether people outside the group have more than they should."""
        return bool(self.info.st_mode & ~self.mode & 0o007)

    @property
    def lacks_setgid(self) -> bool:
        """Whether what is made in it gets the group of whoever makes it."""
        return bool(self.mode & ~self.info.st_mode & stat.S_ISGID)


def files(folder: Path, info: os.stat_result) -> Iterator[Finding]:
    """What is closed to the team, open to strangers, or of another group: each kind with what it means."""
    found = list(odd_ones(folder, info))
    group, place = group_name(info.st_gid), quote(str(folder))
    shut = [odd for odd in found if odd.is_shut]
    strange = [odd for odd in found if odd.lacks_group and not odd.is_shut]
    loose = [odd for odd in found if odd.lacks_setgid and not odd.is_shut and not odd.lacks_group]
    wide = [odd for odd in found if odd.is_open]
    if shut:
        yield problem(
            "access",
            f"{_are(shut, folder)} closed to the group or to you, so not everybody can work.",
            _as_owner(shut, f"chmod -R g+rwX {place}"),
        )
    if strange:
        sentence = f"{_are(strange, folder)} not of the group {group}."
        yield note("group", sentence, _as_owner(strange, f"chgrp -R {group} {place}"))
    if loose:
        yield note(
            "group",
            f"{_are(loose, folder)} without set-group-id: what is made there may get another group.",
            _as_owner(loose, f"find {place} -type d -exec chmod g+s {{}} +"),
        )
    if wide:
        is_reached = bool(info.st_mode & stat.S_IXOTH)
        what = "people outside the group can get at it" if is_reached else "only the folder keeps others out"
        yield (problem if is_reached else note)(
            "access",
            f"{_are(wide, folder)} open to others than the group, which the folder is not: {what}.",
            _as_owner(wide, f"chmod -R o-rwx {place}"),
        )
    if not found:
        yield ok("access", "Everybody in the team can read all files in it.")


def odd_ones(folder: Path, info: os.stat_result) -> Iterator[Odd]:
    """Everything in a team's folder that has not the mode and the group that it should have."""
    for path in _inside(folder):
        try:
            found = path.lstat()
        except FileNotFoundError:
            continue  # somebody is at work and has just finished with it
        odd = _judged(path, found, info, team_file(data_folder(folder)))
        if odd is not None:
            yield odd


def _judged(path: Path, found: os.stat_result, folder: os.stat_result, published: Path) -> Odd | None:
    is_shared = bool(folder.st_mode & stat.S_IWGRP)
    needed = 0
    if is_shared and stat.S_ISDIR(found.st_mode):
        needed = 0o070
    elif is_shared:
        # Records and checkpoints never change; a script may write into the published file.
        needed = 0o060 if path == published else 0o040
    mode = stat.S_IMODE(folder.st_mode) & (0o7777 if stat.S_ISDIR(found.st_mode) else 0o666)
    group = folder.st_gid if is_shared else found.st_gid
    is_shut = bool(needed & ~found.st_mode & 0o777) or not os.access(path, os.R_OK)
    odd = Odd(path, found, mode, group, is_shut)
    is_odd = is_shut or odd.lacks_group or odd.is_open or (is_shared and odd.lacks_setgid)
    return odd if is_odd else None


def _inside(folder: Path) -> Iterator[Path]:
    data = data_folder(folder)
    for top in (team_file(data), data, backup_folder(team_file(data))):
        if top.exists():
            yield top
        for place, folders, files in os.walk(top):
            yield from (Path(place, inner) for inner in (*folders, *files))


def _are(found: list[Odd], folder: Path) -> str:
    first = found[0].path.relative_to(folder)
    return f"{first} is" if len(found) == 1 else f"{first} and {len(found) - 1:,} more are"


def _as_owner(found: Iterable[Odd], command: str) -> str:
    """The command, and who can give it."""
    others = sorted({odd.info.st_uid for odd in found} - {os.geteuid()})
    if not others or not os.geteuid():
        return command
    names = [user_name(uid) for uid in others[:_NAMED]]
    more = [f"{len(others) - _NAMED} more"] if len(others) > _NAMED else []
    return f"{command} (each of {listed([*names, *more])} for their own files, or root for all)"
