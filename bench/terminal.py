"""A program in a real pseudo-terminal: what it sends, and what it costs."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import tempfile
import termios
import time
from pathlib import Path

QUIET = 0.12
"""Seconds without output after which a frame is complete."""


class Terminal:
    """One program and our end of its line."""

    def __init__(self, command: list[str], columns: int = 120, lines: int = 40) -> None:
        self.started = time.monotonic()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            # Nobody's own settings: what somebody has set would be measured with the rest.
            os.environ["TAGWERK_CONFIG"] = tempfile.mkdtemp(prefix="tagwerk-bench-")
            for name in ("COLUMNS", "LINES"):
                os.environ.pop(name, None)
            _wait_for_size(0, columns)
            os.execvp(command[0], command)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.seen = b""
        """Everything that was sent so far."""

    def until(self, text: bytes, patience: float = 60.0) -> float:
        """Seconds from the start until a text was sent."""
        end = time.monotonic() + patience
        while text not in self.seen:
            self._read(0.5)
            if time.monotonic() > end:
                raise TimeoutError(f"{text!r} was not shown; the end of what was: {self.seen[-300:]!r}")
        return time.monotonic() - self.started

    def quiet(self, patience: float = QUIET) -> int:
        """Wait until nothing is sent any more; how many bytes were."""
        before = len(self.seen)
        while self._read(patience):
            patience = QUIET
        return len(self.seen) - before

    def type(self, keys: bytes) -> None:
        """Type keys."""
        os.write(self._fd, keys)

    def processor(self) -> float:
        """Seconds of processor time used so far, by all threads that are there."""
        tasks = Path(f"/proc/{self.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9

    def memory(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1000

    def end(self) -> None:
        """End the program, kindly at first."""
        for sent in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, sent)
            except ProcessLookupError:
                break
            time.sleep(0.1)
        os.close(self._fd)
        os.waitpid(self.pid, 0)

    def _read(self, patience: float) -> bool:
        if not select.select([self._fd], [], [], patience)[0]:
            return False
        try:
            self.seen += os.read(self._fd, 1 << 16)
        except OSError:
            return False
        return True


def _wait_for_size(fd: int, columns: int) -> None:
    while struct.unpack("HHHH", fcntl.ioctl(fd, termios.TIOCGWINSZ, b"\0" * 8))[1] != columns:
        time.sleep(0.001)
