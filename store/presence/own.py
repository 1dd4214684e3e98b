"""One's own file: written when something changes, renamed as a sign of life, taken away on leaving."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from store.log.disk import Disk
from store.presence.sign import Sign
from store.presence.trouble import one_file


class Own:
    """Keeps this program's file. Its methods raise `OSError` when the folder does not take it."""

    def __init__(self, folder: Path, disk: Disk, client: str) -> None:
        self._folder = folder
        self._disk = disk
        self._client = client
        self._version = 0
        self._sign: Sign | None = None
        """The file's name; `None`: there is none."""
        self._said = b""

    @property
    def file(self) -> Path | None:
        """Where the file is; `None`: there is none."""
        return None if self._sign is None else self._folder / self._sign.name

    def says(self, content: bytes) -> bool:
        """Whether the file says this."""
        return self._sign is not None and self._said == content

    def say(self, content: bytes) -> None:
        """Say something else. The new file is there before the old one goes: nobody seems to leave."""
        # A number is used once, whatever became of the file: the answer may have been lost.
        self._version += 1
        sign = Sign(self._client, self._version)
        try:
            self._disk.write_new(self._folder / sign.name, content)
        except FileNotFoundError:
            # Nobody has been here before. Only this folder is made: where the history is gone, nothing is.
            self._disk.make_folder(self._folder)
            self._disk.write_new(self._folder / sign.name, content)
        old, self._sign, self._said = self.file, sign, content
        if old is not None:
            with one_file():
                self._disk.remove(old)

    def beat(self) -> None:
        """Show that this program still runs."""
        if self._sign is None:
            return
        alive = self._sign.alive
        try:
            self._disk.rename(self._folder / self._sign.name, self._folder / alive.name)
        except FileNotFoundError:
            # Taken away while this computer slept, or renamed although the answer was another one.
            self._sign = None
            self.say(self._said)
        else:
            self._sign = alive

    def tidy(self, found: Iterable[Sign]) -> None:
        """Take away what is left of earlier files, where an answer was lost."""
        for sign in found:
            if sign.client == self._client and sign != self._sign:
                with one_file():
                    self._disk.remove(self._folder / sign.name)

    def leave(self) -> None:
        """Take the file away."""
        file, self._sign = self.file, None
        if file is not None:
            self._disk.remove(file)
