"""A person's own editor for longer texts: $VISUAL, $EDITOR, or what this machine has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from store.errors import Refused
from store.text import clean

_USUAL = ("nano", "vim", "vi")
_LONGEST = 1_000_000
"""Bytes; a larger file is not taken for a description."""


def command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The editor and its arguments.

    Raises:
        Refused: there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        words = _words(environment.get(name, ""))
        if words:
            return words
    for name in _USUAL:
        if (found := shutil.which(name, path=environment.get("PATH"))) is not None:
            return [found]
    raise Refused("There is no editor here; set EDITOR to one, for example: export EDITOR=nano")


def edited(text: str, title: str, editor: list[str]) -> str | None:
    """The text as it was saved in the editor, which has the terminal meanwhile; `None`: it was not saved.

    Raises:
        Refused: the editor cannot be started or ended with an error; nothing is changed then.
    """
    with tempfile.TemporaryDirectory(prefix="tagwerk-") as folder:
        # A name of our own: what people write is never part of a path.
        file = Path(folder) / "description.md"
        file.write_text(text + "\n" if text else "", encoding="utf-8")
        before = file.stat().st_mtime_ns
        try:
            status = subprocess.run([*editor, str(file)], check=False).returncode
        except OSError as error:
            raise Refused(f"The editor {editor[0]} cannot be started: {error.strerror}.") from error
        if status:
            raise Refused(f"{Path(editor[0]).name} ended with an error ({status}); {title} is as it was.")
        if not file.exists() or file.stat().st_mtime_ns == before:
            return None
        if file.stat().st_size > _LONGEST:
            raise Refused(f"That is more than a description can hold; {title} is as it was.")
        return clean(file.read_text(encoding="utf-8", errors="replace"))


def keep(text: str, folder: Path | None = None) -> Path:
    """Put a text that could not be saved into a file of this person's; its path.

    Raises:
        OSError: it cannot be written either.
    """
    folder = folder or platformdirs.user_state_path("tagwerk") / "unsaved"
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, path = tempfile.mkstemp(prefix="description-", suffix=".md", dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(path)


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()
