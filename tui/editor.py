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


def edited(text: str, title: str, editor: list[str], kept: Path | None = None) -> str | None:
    """The text as it was saved in the editor, which has the terminal meanwhile; `None`: it was not saved.

    Args:
        text: What to begin with.
        title: What a sentence calls the card.
        editor: The editor and its arguments.
        kept: Where texts go that cannot be taken; `None`: to the person's own.

    Raises:
        Refused: the editor cannot be started or ended with an error, or its text cannot be taken; nothing is
            changed then, and what was written is kept.
    """
    try:
        # A name of our own: what people write is never part of a path.
        file = Path(tempfile.mkdtemp(prefix="tagwerk-")) / "description.md"
        file.write_text(text + "\n" if text else "", encoding="utf-8")
        before = file.stat().st_mtime_ns
    except OSError as error:
        raise Refused(f"The text cannot be put into a file for the editor ({_reason(error)}).") from error
    try:
        saved = _edited_file(file, before, title, editor, kept)
    except OSError as error:
        # The file is all that there is of what was written, so it stays where it is.
        raise Refused(
            f"What was written cannot be taken ({_reason(error)}), so {title} is as it was. "
            f"The text is in {file}."
        ) from error
    except Refused:
        shutil.rmtree(file.parent, ignore_errors=True)
        raise
    shutil.rmtree(file.parent, ignore_errors=True)
    return saved


def _edited_file(file: Path, before: int, title: str, editor: list[str], kept: Path | None) -> str | None:
    try:
        status = subprocess.run([*editor, str(file)], check=False).returncode
    except OSError as error:
        raise Refused(f"The editor {editor[0]} cannot be started: {error.strerror}.") from error
    is_saved = file.exists() and file.stat().st_mtime_ns != before
    if status:
        written = f" What was written is in {_moved(file, kept)}." if is_saved else ""
        raise Refused(
            f"{Path(editor[0]).name} ended with an error ({status}); {title} is as it was.{written}"
        )
    if not is_saved:
        return None
    if file.stat().st_size > _LONGEST:
        where = _moved(file, kept)
        raise Refused(
            f"That is more than a description can hold; {title} is as it was. The text is in {where}."
        )
    return clean(file.read_text(encoding="utf-8", errors="replace"))


def _moved(file: Path, folder: Path | None) -> Path:
    """Take what was written out of the temporary folder, which goes; where it is now."""
    place = _free_file(folder)
    shutil.copyfile(file, place)
    return place


def keep(text: str, folder: Path | None = None) -> Path:
    """Put a text that could not be saved into a file of this person's; its path.

    Raises:
        OSError: it cannot be written either.
    """
    place = _free_file(folder)
    place.write_text(text, encoding="utf-8")
    return place


def _free_file(folder: Path | None) -> Path:
    """A new empty file of this person's."""
    folder = folder or platformdirs.user_state_path("tagwerk") / "unsaved"
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, path = tempfile.mkstemp(prefix="description-", suffix=".md", dir=folder)
    os.close(descriptor)
    return Path(path)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()
