"""Bytes to the terminal and processor time per key on the board, in a real pseudo-terminal.

Run with `python -m bench.board_keys [CARDS]`. One process plays the terminal, the other one is the app; time
is the app's own processor time, so that a busy machine does not change the figures much. First on screens of
several sizes, then at 120x40 with lanes for everything that cards can be grouped by.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

_F1_TO_F5 = (b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS", b"\x1b[15~")
_QUIET = 0.12
"""Seconds without output after which a frame is complete."""


def app(cards: int, steps: int) -> None:
    """The app under test: a board with so many cards in so many columns."""
    from bench.board_host import BenchHost

    os.environ.pop("COLUMNS", None)
    os.environ.pop("LINES", None)
    BenchHost(cards, steps).run()


def start(cards: int, steps: int, columns: int, lines: int) -> tuple[int, int]:
    """The app in a pseudo-terminal: its process and our end of the line."""
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
        os.environ["TAGWERK_CONFIG"] = tempfile.mkdtemp(prefix="tagwerk-bench-")
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
    screens(cards)
    groupings(cards)


def groupings(cards: int) -> None:
    """With lanes for roles, people, goals, priorities, and without lanes."""
    pid, fd = start(cards, 5, 120, 40)
    read(fd, 60)
    read(fd, 8)
    # The keys are those of the host: F1 and on choose the grouping, F9 is somebody else's change.
    for name, key in zip(("role", "person", "goal", "priority", "none"), _F1_TO_F5, strict=True):
        print(f"grouped by {name}, 120x40, {cards} cards")
        report("grouping", *measure(pid, fd, key, 1))
        for label, pressed, times in (
            ("j", b"j", 8),
            ("l h", b"l", 3),
            ("select a card", b" ", 5),
            ("move the card", b"L", 3),
            ("another's change, in view", b"\x1b[20~", 5),
            ("another's change, out of view", b"\x1b[21~", 5),
            ("fold and open", b"z", 4),
            ("begin a card", b"a", 1),
            ("a letter of it", b"\x1b[23~", 30),
            ("leave it", b"\x1b", 1),
        ):
            report(label, *measure(pid, fd, pressed, times))
    end(pid, fd)


def end(pid: int, fd: int) -> None:
    """Leave the app."""
    os.write(fd, b"\x11")
    read(fd)
    os.close(fd)
    os.waitpid(pid, 0)


def screens(cards: int) -> None:
    """On screens of several sizes."""
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
        end(pid, fd)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--app"]:
        app(int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
