"""A terminal as a person has it: a pseudo-terminal, a screen, and a program in it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyte

PATIENCE = 30.0
"""Seconds after which something that has to happen is taken not to happen."""
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*(?:u|\$p)")
"""Keyboard protocols and questions, which pyte would take for something else."""
_BEGUN = re.compile(rb"\x1b(?:\[[<>=?]?[0-9;]*\$?)?$")


class Terminal:
    """Runs one program. Time passes in `wait` only."""

    def __init__(
        self, program: Sequence[str], environment: dict[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""
        self._lines: list[str] | None = None
        self.sent = b""
        """Everything the program has sent so far."""
        self.status: int | None = None
        """How it ended; `None` while it runs."""
        self._tty, inside = pty.openpty()
        self._resize(size)
        self.modes_before = termios.tcgetattr(inside)
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._tty)
            os.login_tty(inside) if hasattr(os, "login_tty") else _take_over(inside)
            os.execve(program[0], program, environment)
        self._inside = inside

    # --- what a person does ------------------------------------------------------------------------------

    def type(self, keys: str | bytes) -> None:
        """Send keys, all in one packet."""
        os.write(self._tty, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, lines: int) -> None:
        """Make the window larger or smaller."""
        self.screen.resize(lines, columns)
        self._lines = None
        self._resize((columns, lines))

    def kill(self) -> None:
        """`kill -9`."""
        os.kill(self.pid, signal.SIGKILL)
        self.wait(lambda: self.status is not None, "the end")

    # --- what a person sees ------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        # Asked for fifty times a second while one waits, and pyte takes milliseconds to put it together.
        if self._lines is None:
            self._lines = [line.rstrip() for line in self.screen.display]
        return self._lines

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def modes(self) -> list[Any]:
        """How the terminal treats keys: echo, lines, signals."""
        return termios.tcgetattr(self._inside)

    def wait(self, condition: Callable[[], object], what: str, patience: float = PATIENCE) -> float:
        """Wait until something is so; how many seconds it took."""
        began = time.monotonic()
        while not condition():
            if not self.look(0.02) and time.monotonic() - began > patience:
                raise AssertionError(f"{what}: not within {patience} s; the screen:\n{self.text}")
        return time.monotonic() - began

    def sees(self, text: str, patience: float = PATIENCE) -> float:
        """Wait until a text is on the screen; how many seconds it took."""
        return self.wait(lambda: text in self.text, f"“{text}”", patience)

    def reads(self) -> None:
        """Wait until nothing more comes, as who answers a question does."""
        self.wait(lambda: not self.look(0.2), "quiet")

    def ends(self, patience: float = PATIENCE) -> float:
        """Wait until the program has ended; how many seconds it took."""
        return self.wait(lambda: self.status is not None, "the end of the program", patience)

    def look(self, patience: float) -> bool:
        """Take in what the program sends; whether it sent anything."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        if not select.select([self._tty], [], [], patience)[0]:
            return False
        data = os.read(self._tty, 1 << 16)
        self.sent += data
        data = self._rest + data
        begun = _BEGUN.search(data)
        end = begun.start() if begun else len(data)
        self._rest = data[end:]
        self._lines = None
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[:end]))
        return bool(data)

    def close(self) -> None:
        """End the program, whatever it does."""
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._inside)
        os.close(self._tty)

    def _resize(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self._tty, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))


def _take_over(inside: int) -> None:
    """What `login_tty` does, for Python 3.10 and before 3.14 where it is missing."""
    os.setsid()
    fcntl.ioctl(inside, termios.TIOCSCTTY, 0)
    for stream in (0, 1, 2):
        os.dup2(inside, stream)


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a person's shell hands on, with a home of her own."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        **more,
    }


def tagwerk(folder: Path, person: str) -> list[str]:
    """The command line that opens a team's folder."""
    return [sys.executable, "-m", "tui", "--folder", str(folder), "--as", person]
