"""Bytes to the terminal and processor time per key on the board, in a real pseudo-terminal.

Run with `python -m bench.board_keys [CARDS]`. One process plays the terminal, the other one is the app; time
is the app's own processor time, so that a busy machine does not change the figures much.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import termios
import time
from pathlib import Path

_QUIET = 0.12
"""Seconds without output after which a frame is complete."""


def app(cards: int, steps: int) -> None:
    """The app under test: a board with so many cards in so many columns."""
    from tests.widgets.host import Host
    from tests.widgets.teams import shop

    os.environ.pop("COLUMNS", None)
    os.environ.pop("LINES", None)
    Host(shop(cards, steps)).run()


def start(cards: int, steps: int, columns: int, lines: int) -> tuple[int, int]:
    """The app in a pseudo-terminal: its process and our end of the line."""
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
        time.sleep(0.2)  # until the size is set
        os.execv(sys.executable, [sys.executable, "-m", "bench.board_keys", "--app", str(cards), str(steps)])
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    return pid, fd


def read(fd: int, patience: float = _QUIET) -> int:
    """Bytes until the app is quiet."""
    size = 0
    while select.select([fd], [], [], patience)[0]:
        size += len(os.read(fd, 65536))
        patience = _QUIET
    return size


def processor(pid: int) -> float:
    """Seconds of processor time that a process has used, of all its threads."""
    ran = (int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir())
    return sum(ran) / 1e9


def measure(pid: int, fd: int, key: bytes, times: int) -> tuple[list[int], list[float]]:
    """Bytes and milliseconds of each press."""
    sizes, costs = [], []
    for _ in range(times):
        before = processor(pid)
        os.write(fd, key)
        sizes.append(read(fd, 1.0))
        costs.append((processor(pid) - before) * 1000)
    return sizes, costs


def report(name: str, sizes: list[int], costs: list[float]) -> None:
    """One line of the table."""
    print(
        f"{name:30} bytes mean {statistics.mean(sizes):6.0f} median {statistics.median(sizes):6.0f} "
        f"max {max(sizes):6.0f}  ms mean {statistics.mean(costs):4.1f} median {statistics.median(costs):4.1f}"
    )


def main(cards: int) -> None:
    """Measure and print."""
    for columns, lines, steps in ((80, 24, 5), (120, 40, 5), (120, 40, 4), (200, 50, 5)):
        pid, fd = start(cards, steps, columns, lines)
        started = read(fd, 60) + read(fd, 8)
        print(f"{columns}x{lines}, {steps} columns, {cards} cards; start {started / 1000:.0f} kB")
        for name, key, times in (
            ("j inside the cell", b"j", 4),
            ("l", b"l", 3),
            ("h", b"h", 3),
            ("move the card", b"L", 3),
            ("j with scrolling", b"j", 30),
            ("tab (one lane)", b"\t", 3),
            ("j in one lane, past the edge", b"j", 70),
            ("page down", b"\x1b[6~", 5),
        ):
            report(name, *measure(pid, fd, key, times))
        os.write(fd, b"\x11")
        read(fd)
        os.close(fd)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--app"]:
        app(int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
