"""Something on the screen at once, while the app is loaded and the folder is opened.

Loading Textual takes a quarter of a second, a large team or a slow drive much longer; an empty screen would
look as if nothing happened.
"""

from __future__ import annotations

import shutil
import sys
import termios
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from store.text import clean_line
from tui.encoding import encodable

_UP = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H"
"""The other screen, without a cursor, empty."""
_DOWN = "\x1b[?25h\x1b[?1049l"


class Curtain:
    """Hangs from `with` on until it is lifted for the app, or until opening has failed.

    What is typed meanwhile is not echoed, and reaches the app.
    """

    def __init__(self, folder: Path, stdin: TextIO = sys.stdin, stdout: TextIO = sys.stdout) -> None:
        self._says = f" Tagwerk   Opening {clean_line(str(folder))} …"
        self._stdin, self._stdout = stdin, stdout
        self._modes: list[int | list[bytes | int]] | None = None

    def __enter__(self) -> Self:
        """Hang it up."""
        width = shutil.get_terminal_size().columns - 1
        line = encodable(self._says, self._stdout.encoding or "ascii")
        self._write(_UP + line[:width])
        self._modes = termios.tcgetattr(self._stdin)
        quiet = termios.tcgetattr(self._stdin)
        quiet[3] &= ~termios.ECHO
        termios.tcsetattr(self._stdin, termios.TCSANOW, quiet)
        return self

    def lift(self) -> None:
        """The app takes the screen over; it finds the terminal as the person left it."""
        if self._modes is not None:
            termios.tcsetattr(self._stdin, termios.TCSANOW, self._modes)
            self._modes = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take it down where no app came: what is to be said then belongs on the usual screen."""
        if self._modes is not None:
            self.lift()
            self._write(_DOWN)

    def _write(self, text: str) -> None:
        self._stdout.write(text)
        self._stdout.flush()
