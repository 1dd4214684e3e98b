"""Writing a file for people: whole or not at all, and never over something that is not of its kind.

The shapes of `--json`, with `file` where one was written, else with what would be in it:

report  {"from", "until", "department": its name or null, "format": "md" or "html", "file" or "text"}
export  {"file", "rows": how many, "format"}; without a file {"kpis" or what was asked for: [row]}
chart   {"title", "about": what is to be seen, in words, "file" or "text"}
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from store.errors import Refused
from store.log.disk import explain
from tui.commands.answer import Answer, Json, Said

_MOST = 16_000_000
"""Bytes of a file that are looked at to see what it is."""


@dataclass(frozen=True)
class Content:
    """What is to be written, or printed."""

    text: str
    kind: str
    """What it is called in a sentence: `report`, `chart`."""
    endings: tuple[str, ...]
    """How the names of such files end; the first one is the usual one."""
    is_ours: Callable[[str], bool]
    """Whether a file with this text is one that was made like this one."""
    facts: Json = field(default_factory=dict)
    """What `--json` says of it."""
    shape: Json | None = None
    """What `--json` says of it without a file; `None`: the facts and the text."""
    has_mark: bool = False
    """Whether it begins with the mark by which Excel knows UTF-8."""


@dataclass(frozen=True)
class Printed:
    """What was not written into a file."""

    content: Content
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """As it is; nothing is cut, and lines end as they do here."""
        return self.content.text.replace("\r\n", "\n").removesuffix("\n").split("\n")

    def document(self) -> Json:
        """The same for a program."""
        content = self.content
        return content.shape if content.shape is not None else {**content.facts, "text": content.text}


def deliver(content: Content, file: str | None, *, force: bool) -> Answer:
    """Write it into a file, and say where that is; without one it is the answer itself.

    Raises:
        Refused: the file is there and of another kind, or its name is no file’s.
        StorageError: it cannot be written.
    """
    if file is None or file == "-":
        return Printed(content)
    path = write(content, Path(file).expanduser(), force=force)
    return Said((f"The {content.kind} is in {path}.",), {"file": str(path), **content.facts})


def write(content: Content, path: Path, *, force: bool) -> Path:
    """Write a file under a temporary name and rename it: a reader sees the old one or the new one, whole.

    Returns where it is. Raises as `deliver`.
    """
    # A link stays a link: what it points to is written.
    path = Path(os.path.realpath(path))
    try:
        mode = _mode(content, path, force=force)
        temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
        try:
            _fill(temporary, content.text.encode("utf-8-sig" if content.has_mark else "utf-8"), mode)
            temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
    except FileNotFoundError as error:
        raise Refused(f"There is no folder {path.parent}; make it first, or name another one.") from error
    except NotADirectoryError as error:
        raise Refused(f"{path.parent} is not a folder; name another one.") from error
    except OSError as error:
        raise explain(error, path) from error
    return path


def _mode(content: Content, path: Path, *, force: bool) -> int | None:
    """The mode of the file that is written over; `None`: there is none yet."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a plain file"
        raise Refused(f"{path} is {what}; name a file in one, like {content.kind}{content.endings[0]}.")
    if not (force or _fits(content, path)):
        raise Refused(
            f"{path} is there already and is not a {content.kind} that Tagwerk made; "
            "name another file, or write over it with --force."
        )
    return stat.S_IMODE(found.st_mode)


def _fits(content: Content, path: Path) -> bool:
    """Whether a file may be written over: an empty one, or one of the same kind."""
    with path.open("rb") as file:
        start = file.read(_MOST)
    if not start:
        return True
    return path.suffix.lower() in content.endings and content.is_ours(start.decode("utf-8", "replace"))


def _fill(path: Path, content: bytes, mode: int | None) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    with os.fdopen(fd, "wb") as file:
        if mode is not None:
            # Some network drives know no modes; that is no reason not to write.
            with contextlib.suppress(OSError):
                os.fchmod(fd, mode)
        file.write(content)
        file.flush()
        os.fsync(fd)
