"""What lies where in the watched folder, and how its files are called."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from store.log.disk import Disk, explain
from store.text import clean_line

INBOX, READ = "inbox", "read"
_PROBLEM = ".problem.txt"
_MOVING = ".moving-"
_LONGEST = 200
"""Bytes of a name; with what is put before or behind it, it has to stay below 255."""
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".lock", ".swp")
"""How programs call what they still write."""
_NOT_MEANT = {"thumbs.db", "desktop.ini", "readme", "readme.txt", "readme.md"}


@dataclass(frozen=True, slots=True)
class Stuck:
    """A file that could not be read."""

    name: str
    why: str
    """In one sentence; empty: not known."""


def inbox_folder(folder: Path) -> Path:
    """The watched folder of a team's folder."""
    return folder / INBOX


def make_inbox(folder: Path, disk: Disk) -> Path:
    """Make the watched folder, for the same people as the team's; one that is there already is fine.

    Raises:
        StorageError: it cannot be made.
    """
    inbox = inbox_folder(folder)
    try:
        disk.make_folder(inbox)
        disk.make_folder(inbox / READ)
    except OSError as error:
        raise explain(error, inbox) from error
    return inbox


def dropped_in(names: Iterable[str]) -> list[str]:
    """Those that somebody dropped to be read, in their order by name."""
    return sorted(name for name in names if _is_meant(name))


def _is_meant(name: str) -> bool:
    plain = name.casefold()
    if name.startswith((".", "~$")) or plain in _NOT_MEANT or name == READ:
        return False
    return not plain.endswith((_PROBLEM, *_UNFINISHED))


def problem_name(name: str) -> str:
    """Of the file that says why another one could not be read."""
    return shortened(name) + _PROBLEM


def problems_in(names: Iterable[str]) -> dict[str, str]:
    """Files that say why another one could not be read, by their names."""
    there = list(names)
    files = {problem_name(name): name for name in there if _is_meant(name)}
    return {name: files.get(name, "") for name in there if name.endswith(_PROBLEM)}


def moving_name(name: str) -> str:
    """Under which one program alone takes a file away."""
    return f"{_MOVING}{secrets.token_hex(6)}-{shortened(name)}"


def hidden_name() -> str:
    """Of a file that is not finished yet, and that nobody reads."""
    return f".note-{secrets.token_hex(6)}"


def moving_in(names: Iterable[str]) -> dict[str, str]:
    """Files on their way, and what they are called otherwise."""
    return {name: name[len(_MOVING) :].partition("-")[2] for name in names if name.startswith(_MOVING)}


def numbered(name: str, number: int) -> str:
    """`umsatz.csv`, `umsatz 2.csv`, `umsatz 3.csv`."""
    path = Path(shortened(name))
    return path.name if number == 1 else f"{path.stem} {number}{path.suffix}"


def shortened(name: str) -> str:
    """A name that leaves room for something before or behind it; its ending is kept."""
    # Names are bytes; what is no text in them stays what it is.
    if len(name.encode("utf-8", "surrogateescape")) <= _LONGEST:
        return name
    suffix = Path(name).suffix[:20]
    room = _LONGEST - len(suffix.encode("utf-8", "surrogateescape"))
    stem = name.encode("utf-8", "surrogateescape")[:room].decode("utf-8", "ignore")
    return stem + suffix


def shown(name: str) -> str:
    """A name as text."""
    return clean_line(name.encode("utf-8", "replace").decode())


def stuck_in(folder: Path, disk: Disk) -> tuple[Stuck, ...]:
    """The files that could not be read; none where the folder does not answer."""
    try:
        there = disk.names(inbox_folder(folder))
    except OSError:
        return ()
    found = ((problem, name) for problem, name in problems_in(there).items() if name)
    return tuple(Stuck(shown(name), _why(inbox_folder(folder) / problem, disk)) for problem, name in found)


def _why(path: Path, disk: Disk) -> str:
    from store.dropped.problem import why_in

    try:
        return why_in(disk.read_start(path, 4000))
    except OSError:
        return ""
